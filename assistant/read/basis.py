"""Where an outlet that is quoted has it from: "der sich auf Regierungskreise stützt", "citing two officials"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from index.documents import Span
from index.wordlists import word_list

_FOLDER = "assistant.words/sources"
_NP = r"(?P<source>[^.;:!?()]{2,120}?)"
_LONGEST = 120  # characters of the words that name where it is from


@dataclass(frozen=True, slots=True)
class Basis:
    """`cue` are the words that say so, `source` those that name where it is from; `local`: of this sentence only."""

    cue: Span
    source: Span
    local: bool


def bases(text: str, sentence: Span, language: str) -> Iterator[Basis]:
    if not _hints(language).search(text, sentence.start, sentence.end):
        return
    for pattern, local in _patterns(language):
        for found in pattern.finditer(text, sentence.start, sentence.end):
            start, end = found.span("source")
            yield Basis(Span(*found.span()), Span(start, min(end, start + _LONGEST)), local)


def relays(text: str, sentence: Span, language: str) -> Iterator[Span]:
    """Where a sentence may name the outlet that it is told after: "so steht es im „Boten“", "told Radio Nord"."""
    if not _hints(language, "relay_hints").search(text, sentence.start, sentence.end):
        return
    yield from _named(_listed(language, "relays"), text, sentence)


def agents(text: str, sentence: Span, language: str) -> Iterator[Span]:
    """Who is told to have found or estimated something: "die das Umweltamt gezählt hat", "put by police at"."""
    yield from _named(_listed(language, "agents"), text, sentence)


def _named(patterns: Iterable[re.Pattern[str]], text: str, sentence: Span) -> Iterator[Span]:
    for pattern in patterns:
        for found in pattern.finditer(text, sentence.start, sentence.end):
            yield Span(*found.span("source"))


@cache
def _hints(language: str, name: str = "hints") -> re.Pattern[str]:
    return re.compile("|".join(word_list(_FOLDER, "basis").get(f"{language}_{name}", ("(?!)",))))


@cache
def _listed(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    lists = word_list(_FOLDER, "basis").get(f"{language}_{name}", ())
    return tuple(re.compile(p.replace("NP", _NP)) for p in lists)


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], bool], ...]:
    lists = word_list(_FOLDER, "basis")
    return tuple(
        (re.compile(p.replace("NP", _NP)), local)
        for name, local in ((language, False), (f"{language}_local", True))
        for p in lists.get(name, ())
    )
