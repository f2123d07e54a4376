"""The baseline of the sourcing suite: counting the articles that have a sentence like the statement.

As in `../shared/tools/baseline_stories.py`. It takes an article for support if one of its sentences has 45 % of what
the statement's longer words are made of, two such articles for corroboration, and each article for an origin.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from assistant.sourcing import Standing
from evals.formats.stories import Story, number
from evals.sourcing.told import Told

_TAG = re.compile(r"<[^>]+>")
_BREAK = re.compile(r"(?<=[.!?])\s+|\n+")
_SHORTEST = 25  # characters of a sentence
_ENOUGH = 0.45


def counted(story: Story) -> list[Told]:
    sentences = {number(path): _sentences(path) for path in story.articles}
    return [_by_count(probe.claim, sentences) for probe in story.probes]


def _by_count(claim: str, sentences: dict[str, list[set[str]]]) -> Told:
    wanted = pieces(claim)
    hits = frozenset(n for n, found in sentences.items() if any(likeness(wanted, s) >= _ENOUGH for s in found))
    standing = (Standing.NOT_FOUND, Standing.SINGLE_SOURCE, Standing.CORROBORATED)[min(len(hits), 2)]
    return Told(standing, independent_origins=len(hits), supporting=hits)


def _sentences(path: Path) -> list[set[str]]:
    text = _TAG.sub(" ", path.read_text(encoding="utf-8"))
    return [pieces(sentence) for sentence in _BREAK.split(text) if len(sentence) > _SHORTEST]


def pieces(text: str) -> set[str]:
    """Of every number and every word of more than three letters: its first six and all runs of four."""
    words = [w for w in re.findall(r"\w+", text.lower()) if len(w) > 3 or w.isdigit()]
    return {w[:6] for w in words} | {w[i : i + 4] for w in words for i in range(len(w) - 3)}


def likeness(wanted: Collection[str], found: Collection[str]) -> float:
    """The share of the wanted pieces that are found."""
    return len(set(wanted) & set(found)) / max(1, len(wanted))


def likest(text: str, others: Sequence[str]) -> float:
    """How like the text the likest of the others is."""
    wanted = pieces(text)
    return max((likeness(wanted, pieces(other)) for other in others), default=0.0)
