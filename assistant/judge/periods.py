"""Stretches of a year or a day that a text names without a date: seasons, quarters, beginnings of a month, mornings.

"In October" is in the autumn and in the fourth quarter, and not in the spring; 9 pm is in the evening. A year is
seen as 36 thirds of months, a day as its hours; who says only when in a year something is, does not say in which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from assistant.cues import find
from assistant.gate.dates import Day
from assistant.judge.sides import Side
from assistant.judge.spelled import is_time
from assistant.judge.unit import Unit
from index.documents import Span
from index.wordlists import LANGUAGES, words_of

YEAR, DAY = 36, 24
_LOOK_BACK = 28  # characters before a month or a quarter for what narrows it
_MINUTES, _HOURS = 60, 24
_MONTHS, _THIRDS = 12, 3  # of a month
_DAYS_OF_THIRD = 10
# From which third of a month of a year to which, the last included; winter and nights go over the end.
_OF_YEAR = {
    "spring": (6, 17), "summer": (15, 26), "autumn": (24, 34), "winter": (33, 8),
    "year_begins": (0, 5), "year_middle": (13, 22), "year_ends": (30, 35),
    "first_half": (0, 17), "second_half": (18, 35),
}  # fmt: skip
_OF_DAY = {
    "early_morning": (3, 8), "morning": (5, 11), "noon": (11, 14), "afternoon": (12, 18), "evening": (17, 23),
    "night": (20, 6),
}  # fmt: skip
_QUARTERS = {"quarter_1": (0, 8), "quarter_2": (9, 17), "quarter_3": (18, 26), "quarter_4": (27, 35)}
_PARTS = {"month_begins": (0, 0), "month_middle": (1, 1), "month_ends": (2, 2)}
_NAMED = ((YEAR, {**_OF_YEAR, **_QUARTERS}), (DAY, _OF_DAY))
_LIMITS = ("not_before", "not_after")
_LONG = 30
_AFTER_PART = re.compile(r"\s+(?:of\s+|des\s+|dieses\s+|next\s+|this\s+|last\s+)?\Z|-\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """Where a text names one, in how many parts what it is of is cut, and which of them it has; `named`: in words that
    are no date."""

    span: Span
    of: int
    parts: frozenset[int]
    year: int | None = None
    named: bool = True


def within(one: Period, other: Period) -> bool:
    """Whether one of two periods can be part of the other."""
    return one.of == other.of and _same_year(one, other) and (one.parts <= other.parts or other.parts <= one.parts)


def apart(one: Period, other: Period) -> bool:
    """Whether two periods have nothing in common."""
    return one.of == other.of and (one.parts.isdisjoint(other.parts) or not _same_year(one, other))


def _same_year(one: Period, other: Period) -> bool:
    return one.year is None or other.year is None or one.year == other.year


@lru_cache(maxsize=20_000)
def periods(side: Side) -> tuple[Period, ...]:
    """The periods of a text, those in words before dates and times."""
    named = [*_named(side)]
    others = (p for p in _of_units(side) if not any(n.span.overlaps(p.span) for n in named if n.of == p.of))
    return (*named, *others)


@lru_cache(maxsize=4096)
def limited(side: Side) -> tuple[Period, ...]:
    """The periods of a statement, with all that lies within what it gives as a limit."""
    return tuple(_with_limits(side, p) for p in periods(side))


def _with_limits(side: Side, period: Period) -> Period:
    """ "Not before the autumn" is any time from then on, "by June" any before."""
    before = side.text[max(0, period.span.start - _LOOK_BACK) : period.span.start].rstrip()
    cues = ((name, cue) for name in _LIMITS for cue in find(name, before, side.language)[-1:])
    ends = [(cue.span.start, name) for name, cue in cues if cue.span.end == len(before)]
    if not ends or period.of != YEAR or find("moves", side.text, side.language):  # "put off until autumn" is in it
        return period
    first, last = min(period.parts), max(period.parts)
    if last - first >= _LONG:  # the winter has no beginning in a year
        return period
    parts = range(first, YEAR) if min(ends)[1] == "not_before" else range(last + 1)
    return replace(period, parts=frozenset(parts))


def met_in(asked: Side, told: Side) -> dict[Unit, Unit]:
    """The units of a statement that name a period, by those of a text that name one within it, or around it."""
    mine = limited(asked)
    theirs = periods(told) if mine else ()
    found: dict[Unit, Unit] = {}
    for period in mine:
        other = next((t for t in theirs if (period.named or t.named) and within(period, t)), None)
        by = next(units_at(told.units, other), None) if other else None
        if by:
            found.update((unit, by) for unit in units_at(asked.units, period))
    return found


def is_beyond(asked: Side, unit: Unit, told: Side, other: Unit) -> bool:
    """Whether the date of a statement is only a limit, and another is within it."""
    limits = (p for p in limited(asked) if p.span.overlaps(unit.span) and len(p.parts) > _THIRDS)
    limit = next(limits, None)
    return limit is not None and any(p.span.overlaps(other.span) and within(limit, p) for p in periods(told))


def units_at(units: Iterable[Unit], period: Period) -> Iterator[Unit]:
    return (u for u in units if u.span.overlaps(period.span))


def _named(side: Side) -> Iterator[Period]:
    taken: list[Span] = []
    for of, lists in _NAMED:
        if not _any_of(of, side):
            continue
        for name, (first, last) in lists.items():
            for cue in find(name, side.text, side.language):
                if not any(cue.span.overlaps(t) for t in taken):
                    taken.append(cue.span)
                    yield Period(cue.span, of, _from_to(first, last, of))


@cache
def _beginnings(of: int, language: str) -> re.Pattern[str]:
    """What a text must have for any of the lists to be worth a look: most have none of it."""
    lists = next(lists for o, lists in _NAMED if o == of)
    entries = {word for name in lists for word in words_of("assistant.words", name, language)}
    last = {max(re.findall(r"[\w-]+", entry), key=len) for entry in entries}
    return re.compile("|".join(sorted(map(re.escape, last))) or r"(?!)", re.IGNORECASE)


def _any_of(of: int, side: Side) -> bool:
    return side.language in LANGUAGES and bool(_beginnings(of, side.language).search(side.text))


def _of_units(side: Side) -> Iterator[Period]:
    for unit in side.units:
        if unit.day and unit.day.month and 1 <= unit.day.month <= _MONTHS:
            yield _of_date(side, unit, unit.day)
        elif unit.number and not unit.number.percent and is_time(side.text, unit.span, side.language):
            hours = frozenset(int(v) // _MINUTES % _HOURS for v in unit.number.values)
            yield Period(unit.span, DAY, hours, named=False)


def _of_date(side: Side, unit: Unit, day: Day) -> Period:
    month = _THIRDS * ((day.month or 1) - 1)
    if day.day:
        third = month + min(2, (day.day - 1) // _DAYS_OF_THIRD)
        return Period(unit.span, YEAR, frozenset({third}), day.year, named=False)
    start = max(0, unit.span.start - _LOOK_BACK)
    before = side.text[start : unit.span.start]
    for name, (first, last) in _PARTS.items():
        cues = find(name, before, side.language)
        if cues and _AFTER_PART.fullmatch(before, cues[-1].span.end):
            span = Span(start + cues[-1].span.start, unit.span.end)
            return Period(span, YEAR, _from_to(month + first, month + last, YEAR), day.year)
    return Period(unit.span, YEAR, _from_to(month, month + _THIRDS - 1, YEAR), day.year, named=False)


def _from_to(first: int, last: int, of: int) -> frozenset[int]:
    return frozenset((*range(first, of), *range(last + 1)) if last < first else range(first, last + 1))
