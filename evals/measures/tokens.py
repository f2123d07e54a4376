"""Texts as bags of words."""

from __future__ import annotations

import re
from collections import Counter

from evals.measures.counts import Counts

_WORD = re.compile(r"\w+")


def common(text: str, reference: str) -> Counts:
    """Tokens as multisets: in both, only in the text, only in the reference. Two empty texts have nothing in common."""
    found, wanted = Counter(_WORD.findall(text)), Counter(_WORD.findall(reference))
    both = (found & wanted).total()
    return Counts(both, found.total() - both, wanted.total() - both)


def share_in(sentence: str, texts: str) -> float:
    """The share of a sentence's longer words (four letters or more, or digits) that the texts have; 1 of none."""
    words = {w for w in _WORD.findall(sentence.lower()) if len(w) > 3 or w.isdigit()}
    return len(words & set(_WORD.findall(texts.lower()))) / len(words) if words else 1.0
