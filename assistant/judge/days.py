"""Which day a text speaks of: "yesterday" of one report is "Tuesday" of another and "10 September" of a third."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from assistant.gate.dates import Day, published, resolved
from assistant.judge.unit import Unit, UnitKind
from index.documents import Article, Span

_FIELDS = ("weekday", "offset", "day", "month", "year")
_NOWHERE = Span(0, 0)


def dated(units: tuple[Unit, ...], article: Article) -> tuple[Unit, ...]:
    """The units, dates with the calendar days that they can be in an article of that day of publication."""
    day = published(article)
    if day is None or not any(u.day for u in units):
        return units
    return tuple(_placed(unit, day) for unit in units)


def days_of(article: Article) -> list[Unit]:
    """The day of publication and the one before it, as dates that the article speaks of."""
    day = published(article)
    if day is None:
        return []
    return [_placed(Unit(UnitKind.DATE, "", _NOWHERE, 0.0, day=Day("", _NOWHERE, offset=n)), day) for n in (0, -1)]


def _placed(unit: Unit, day: date) -> Unit:
    return replace(unit, calendar=tuple(resolved(unit.day, day))) if unit.day else unit


def same_day(one: Unit, other: Unit) -> bool:
    """Whether two dates can be the same day, as far as both say."""
    return any(_agree(a, b) for a in _readings(one) for b in _readings(other))


def other_day(one: Unit, other: Unit) -> bool:
    """Whether two dates cannot be the same day."""
    return not same_day(one, other) and any(_differ(a, b) for a in _readings(one) for b in _readings(other))


def _readings(unit: Unit) -> Iterable[Day]:
    """ "Yesterday" is what the calendar says it is; a weekday is also itself, in any week."""
    if unit.day is None or (unit.calendar and unit.day.offset is not None):
        return unit.calendar
    return (unit.day, *unit.calendar)


def _agree(one: Day, other: Day) -> bool:
    pairs = _both(one, other)
    return bool(pairs) and all(a == b for a, b in pairs)


def _differ(one: Day, other: Day) -> bool:
    return any(a != b for a, b in _both(one, other))


def _both(one: Day, other: Day) -> list[tuple[int, int]]:
    """What both say, value beside value: a weekday and a day of the month have nothing in common."""
    values = [(getattr(one, field), getattr(other, field)) for field in _FIELDS]
    return [(a, b) for a, b in values if a is not None and b is not None]
