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
_CLAUSE = re.compile(r"[^,;:–—]+")


@dataclass(frozen=True, slots=True)
class Quiet:
    """Who is silent on what; `span` is the sentence."""

    span: Span
    party: Figure | None
    matter: Span | None


def silence_in(cast: Cast, sentence: Span) -> Quiet | None:
    if not any(hint.search(cast.text, sentence.start, sentence.end) for hint in _patterns("hints", cast.language)):
        return None
    if words := _words_of_silence(cast, sentence):
        return Quiet(sentence, _party(cast, sentence, words), _matter(cast, sentence))
    return None


def _words_of_silence(cast: Cast, sentence: Span) -> Span | None:
    for pattern in _patterns("silences", cast.language):
        if found := pattern.search(cast.text, sentence.start, sentence.end):
            return Span(*found.span())
    for clause in _CLAUSE.finditer(cast.text, sentence.start, sentence.end):
        for one, other in _pairs(cast.language):
            first = one.search(cast.text, *clause.span())
            second = first and other.search(cast.text, *clause.span())
            if first and second:
                return Span(min(first.start(), second.start()), max(first.end(), second.end()))
    return None


def _party(cast: Cast, sentence: Span, found: Span) -> Figure | None:
    """Who: the words that the sentence's beginning gives, or what stands right after the verb."""
    for start, end in _subjects(cast, sentence, found):
        if figure := cast.figure((Span(start, end),)):
            return figure
    return None


def _subjects(cast: Cast, sentence: Span, found: Span) -> Sequence[tuple[int, int]]:
    """Places where the subject may stand, before the words of silence or between them; the nearest before first."""
    spans = []
    for pattern in _patterns("subjects", cast.language):
        for match in pattern.finditer(cast.text, sentence.start, min(sentence.end, found.end)):
            start, end = match.span("party")
            if not (found.start < start and end > found.end):
                spans.append((start, min(end, start + _LONGEST_PARTY)))
    before = [s for s in spans if s[1] <= found.start]
    return [*sorted(before, key=lambda s: -s[0]), *(s for s in spans if s not in before)]


def _matter(cast: Cast, sentence: Span) -> Span | None:
    for pattern in _patterns("matters", cast.language):
        if match := pattern.search(cast.text, sentence.start, sentence.end):
            start, end = match.span("matter")
            return Span(start, min(end, start + _LONGEST_MATTER))
    return None


@cache
def _pairs(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    lists = word_list(_FOLDER, "silences").get(f"pairs_{language}", ())
    halves = (pair.partition(" && ") for pair in lists)
    return tuple((re.compile(one, re.IGNORECASE), re.compile(other, re.IGNORECASE)) for one, _, other in halves)


@cache
def _patterns(name: str, language: str) -> tuple[re.Pattern[str], ...]:
    lists = word_list(_FOLDER, "silences").get(f"{name}_{language}", ())
    return tuple(re.compile(p) for p in lists)
