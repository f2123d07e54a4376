"""Where an article says that somebody has not commented, declined or could not be reached."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.sources.cast import Cast
from assistant.sources.figures import Figure
from index.documents import Span
from index.wordlists import word_list

_FOLDER = "assistant.words/sources"
_LONGEST_PARTY = 90  # characters
_LONGEST_MATTER = 160


@dataclass(frozen=True, slots=True)
class Quiet:
    """Who is silent on what; `span` is the sentence."""

    span: Span
    party: Figure | None
    matter: Span | None


def silence_in(cast: Cast, sentence: Span) -> Quiet | None:
    if not any(hint.search(cast.text, sentence.start, sentence.end) for hint in _patterns("hints", cast.language)):
        return None
    for pattern in _patterns("silences", cast.language):
        if found := pattern.search(cast.text, sentence.start, sentence.end):
            return Quiet(sentence, _party(cast, sentence, found), _matter(cast, sentence, found))
    return None


def _party(cast: Cast, sentence: Span, found: re.Match[str]) -> Figure | None:
    """Who: the words that the pattern or the sentence's beginning gives, or what stands right after the verb."""
    groups = found.re.groupindex
    if "party" in groups and found["party"]:
        return cast.figure((Span(*found.span("party")),))
    for start, end in _subjects(cast, sentence, found):
        if figure := cast.figure((Span(start, end),)):
            return figure
    return None


def _subjects(cast: Cast, sentence: Span, found: re.Match[str]) -> Sequence[tuple[int, int]]:
    """Places where the subject may stand: before the words of silence, or between them."""
    spans = []
    for pattern in _patterns("subjects", cast.language):
        for match in pattern.finditer(cast.text, sentence.start, min(sentence.end, found.end())):
            start, end = match.span("party")
            if not (found.start() < start and end > found.end()):
                spans.append((start, min(end, start + _LONGEST_PARTY)))
    return spans


def _matter(cast: Cast, sentence: Span, found: re.Match[str]) -> Span | None:
    for pattern in _patterns("matters", cast.language):
        if match := pattern.search(cast.text, sentence.start, sentence.end):
            start, end = match.span("matter")
            return Span(start, min(end, start + _LONGEST_MATTER))
    return None


@cache
def _patterns(name: str, language: str) -> tuple[re.Pattern[str], ...]:
    lists = word_list(_FOLDER, "silences").get(f"{name}_{language}", ())
    return tuple(re.compile(p) for p in lists)
