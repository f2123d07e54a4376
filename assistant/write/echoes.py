"""The same sentence in several articles is told once, and every article that prints it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.cues import hedges, negations
from assistant.domain import Drafted
from assistant.write.units import Unit
from index.terms import words
from index.wordlists import words_of

_SAME = 0.8  # share of all words of both that both have


def drafted(unit: Unit, others: Iterable[Unit]) -> Drafted:
    """The unit as a drafted sentence; cites each other article that says it in nearly the same words."""
    own = unit.drafted()
    quotes = list(own.quotes)
    for other in others:
        if other.article.id not in {q.article for q in quotes} and _says_the_same(unit, other):
            quotes += other.drafted().quotes
    return Drafted(own.text, tuple(quotes))


def without_repeats(units: Sequence[Unit]) -> list[Unit]:
    """The units, each sentence of which no earlier one says in nearly the same words."""
    kept: list[Unit] = []
    for unit in units:
        if not any(_says_the_same(unit, k) for k in kept):
            kept.append(unit)
    return kept


def _says_the_same(one: Unit, other: Unit) -> bool:
    """Nearly the same words, and exactly the same figures, negations and reservations."""
    if one.article.language != other.article.language:
        return False
    first, second = _words(one.text), _words(other.text)
    if len(first & second) < _SAME * len(first | second):
        return False
    language = one.article.language
    return _figures(first, language) == _figures(second, language) and _cues(one) == _cues(other)


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(words(text))


def _figures(found: frozenset[str], language: str) -> set[str]:
    spelled = words_of("assistant.words", "gives_number", language)
    return {w for w in found if w[0].isdigit() or w in spelled}


def _cues(unit: Unit) -> tuple[int, bool]:
    text, language = unit.text, unit.article.language
    return len(negations(text, language)), bool(hedges(text, language))
