"""What has become stale: a later article says otherwise, or newer, about the same thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from math import sqrt

from assistant.cues import denials, find, negations
from assistant.write.concepts import Concepts, concept, concept_sequence, concepts, likeness
from assistant.write.units import Unit
from index.wordlists import words_of

_SAME_THING = 0.4  # share of the weight of each one's concepts that the other has too, on average
_SAME_COUNT = 0.25  # is enough where both count the same thing
_YEAR = re.compile(r"(?:19|20)\d\d$")
_AFTER = 2  # concepts after a figure, within which stands what is counted

Counted = frozenset[tuple[str, str]]


def update_of(unit: Unit, others: Sequence[Unit]) -> Unit | None:
    """The newest unit that makes this one stale, None if there is none. Only dated articles can tell."""
    later = [o for o in others if _is_later(o, unit) and contradicts(o, unit)]
    return max(later, key=lambda o: (o.article.published or "", likeness_of(o, unit)), default=None)


def _is_later(one: Unit, other: Unit) -> bool:
    return bool(other.article.published) and (one.article.published or "") > (other.article.published or "")


def contradicts(later: Unit, earlier: Unit) -> bool:
    """Another figure of the same thing, or a denial, a negation or an undoing that the earlier has not."""
    if later.article.language != earlier.article.language:
        return False
    alike = likeness_of(later, earlier)
    if alike >= _SAME_COUNT and _counts_otherwise(_counted(later), _counted(earlier)):
        return True
    return alike >= _SAME_THING and _turns(later) and not _turns(earlier)


@lru_cache(maxsize=200_000)
def likeness_of(one: Unit, other: Unit) -> float:
    """Which share of the concepts of each the other has, by weight: the geometric mean of both."""
    first, second = _content(one), _content(other)
    return sqrt(_share(first, second) * _share(second, first))


def _share(asked: Concepts, given: Concepts) -> float:
    total = sum(asked.values())
    return sum(w * likeness(c, given) for c, w in asked.items()) / total if total else 0.0


def _content(unit: Unit) -> Concepts:
    return concepts(unit.core.text, unit.article.language)


@lru_cache(maxsize=20_000)
def _turns(unit: Unit) -> bool:
    text, language = unit.text, unit.article.language
    cues = (find(name, text, language) for name in ("undoes", "in_its_place"))
    return any((denials(text, language), negations(text, language), *cues))


@lru_cache(maxsize=20_000)
def _counted(unit: Unit) -> Counted:
    """Figures, each with the concepts right after it: ("17", "verletzt")."""
    language = unit.article.language
    found = [c for c, _ in concept_sequence(unit.core.text, language) if c not in _measures(language)]
    return frozenset(
        (figure, counted)
        for n, figure in enumerate(found)
        if figure[0].isdigit() and not _YEAR.match(figure)
        for counted in found[n + 1 : n + 1 + _AFTER]
        if not counted[0].isdigit()
    )


@cache
def _measures(language: str) -> frozenset[str]:
    """Concepts of words that stand between a figure and what it counts: "Millionen", "Euro", "Jahre"."""
    entries = words_of("assistant.words", "scale_words", language) | words_of("assistant.words", "currencies", language)
    listed = {word.rstrip("*") for entry in entries for word in entry.split()[1:]}
    times = words_of("assistant.words", "gives_time", language) | words_of("assistant.words", "gives_age", language)
    return frozenset(concept(word, language) for word in listed | times)


def _counts_otherwise(later: Counted, earlier: Counted) -> bool:
    """Whether both count the same thing and no figure for it is in both."""
    things = {thing for _, thing in later} & {thing for _, thing in earlier}
    return any(not ({f for f, t in later if t == thing} & {f for f, t in earlier if t == thing}) for thing in things)
