"""Another time of the same thing: another season, another time of day, or the day that something was moved to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.cues import find
from assistant.judge.against.attitudes import Conflict
from assistant.judge.against.rivals import tells_of_it
from assistant.judge.coverage import Coverage
from assistant.judge.days import other_day, same_day
from assistant.judge.periods import Period, apart, limited, periods, units_at
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import Unit
from index.documents import Span

_LOOK_BACK = 40  # characters before a day for the words that lead to it
_OF_IT = 0.25  # of the rest of a statement, that a claim must say for its time to be one of the same thing
_AS_NEAR = 3  # characters between those words and the day


def other_times(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """The day or season that something was moved to from the statement's, else one that excludes the statement's."""
    days = [u for u in asked.units if u.day]
    mine = limited(asked)
    if not days and not mine:
        return
    if moved := _moved(asked, claim.own, days, mine):
        yield moved
        return
    theirs = periods(claim.own) if mine else ()
    told = [p for p in theirs if not claim.is_frame(p.span)]
    for period in mine:
        alike = [t for t in told if t.of == period.of]
        if not alike or not (period.named or alike[0].named) or not all(apart(period, t) for t in alike):
            continue
        missing = tuple(u for p in mine if p.of == period.of for u in units_at(asked.units, p))
        rest = covered.without(missing)
        if rest.own >= _OF_IT and tells_of_it(rest):
            yield Conflict("date", alike[0].span, missing)
            return


def _moved(asked: Side, told: Side, days: Sequence[Unit], mine: Sequence[Period]) -> Conflict | None:
    """The time that holds now, where a claim gives the statement's as the one that something was moved from."""
    onto = _moved_onto(told)
    if not onto or _tells_of_moving(asked):
        return None
    for unit in days:
        new = next((u for u in told.units if u.day and u.span.start in onto and other_day(unit, u)), None)
        if new and any(u.day and u is not new and same_day(unit, u) for u in told.units):
            return Conflict("changed", new.span, (unit,))
    theirs = periods(told)
    for period in mine:
        later = next((t for t in theirs if t.span.start in onto and apart(period, t)), None)
        if later and any(t is not later and t.of == period.of and not apart(period, t) for t in theirs):
            return Conflict("changed", later.span, tuple(units_at(asked.units, period)))
    return None


@lru_cache(maxsize=4096)
def _tells_of_moving(side: Side) -> bool:
    return bool(find("moves", side.text, side.language))


@lru_cache(maxsize=20_000)
def _moved_onto(side: Side) -> frozenset[int]:
    """Where the days and periods begin that a text tells that something was moved to, if it tells of any from which."""
    spans = [*(u.span for u in side.units if u.day), *(p.span for p in periods(side))]
    if len({s.start for s in spans}) < 2 or not _tells_of_moving(side):
        return frozenset()
    return frozenset(s.start for s in spans if _is_led_to(side, s) and not _is_old(side, s))


def _is_led_to(side: Side, span: Span) -> bool:
    return _follows("moved_onto", side, span)


def _is_old(side: Side, span: Span) -> bool:
    return _follows("moved_from", side, span)


def _follows(words: str, side: Side, span: Span) -> bool:
    before = side.text[max(0, span.start - _LOOK_BACK) : span.start]
    cues = find(words, before, side.language)
    return bool(cues) and len(before) - max(c.span.end for c in cues) <= _AS_NEAR
