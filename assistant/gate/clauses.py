"""Which parts of a quoted sentence a drafted sentence repeats, so that only their cues bind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assistant.cues import Cue, find, tokens
from index.documents import Span
from index.terms import terms

_BORDER = re.compile(r"[;:–—()]|,(?!\d)| - ")
_SPEECH_START = frozenset({"dass", "daß", "ob", "that", "whether", "what", "что", "будто", "чтобы"})

_COORDINATORS = frozenset({"und", "aber", "doch", "jedoch", "sondern", "and", "but", "yet", "и", "а", "но", "однако"})
_OPENING = 7  # words before a colon that hold back from what follows; more tell of something else themselves
_ASIDE = 4  # words of a first clause that only says on whose word the rest stands


@dataclass(frozen=True, slots=True)
class Clause:
    span: Span
    terms: frozenset[str]
    first_word: str


def clauses(sentence: str, language: str) -> list[Clause]:
    """The stretches of a sentence between its commas, colons, dashes and brackets."""
    borders = [0, *(match.end() for match in _BORDER.finditer(sentence)), len(sentence)]
    found = []
    for start, end in pairwise(borders):
        words = tokens(sentence[start:end])
        if words:
            span = Span(start, end)
            found.append(Clause(span, frozenset(terms(span.of(sentence), language)), words[0].text))
    return found


def binding(
    cues: Iterable[Cue], sentence: str, language: str, repeated: frozenset[str], *, everywhere: bool = False
) -> list[Cue]:
    """Those cues of a quoted sentence that bear on what is repeated of it (its terms).

    A cue bears on its own clause, on a clause with "that" after it, and on the whole where its clause says nothing
    else ("so heißt es"). `everywhere`, for attribution: on the whole, unless its clause is a relative one.
    If nothing is repeated word for word, as from another language, every cue bears.
    """
    parts = clauses(sentence, language)
    if not any(part.terms & repeated for part in parts):
        return list(cues)
    return [cue for cue in cues if _bears(cue, parts, sentence, language, repeated, everywhere)]


def _bears(
    cue: Cue, parts: list[Clause], sentence: str, language: str, repeated: frozenset[str], everywhere: bool
) -> bool:
    at = next((i for i, part in enumerate(parts) if cue.span.start < part.span.end), len(parts) - 1)
    own = parts[at]
    colon = sentence[own.span.end - 1] == ":"
    opening = colon and len(tokens(own.span.of(sentence))) <= _OPENING
    # A long part before a colon is a statement of its own: what the one behind it says too is not repeated of it.
    again = frozenset[str]().union(*(part.terms for part in parts[at + 1 :])) if colon and not opening else frozenset()
    if (own.terms - again) & repeated:
        return True
    if at > 0 and (find("relative_pronouns", own.first_word, language) or own.first_word in _COORDINATORS):
        return False
    aside = at == 0 and len(tokens(own.span.of(sentence))) <= _ASIDE
    says_nothing = aside or not (own.terms - frozenset(terms(cue.text, language)))
    introduces = (
        opening or (colon and everywhere) or (at + 1 < len(parts) and parts[at + 1].first_word in _SPEECH_START)
    )
    return everywhere or says_nothing or introduces
