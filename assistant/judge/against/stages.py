"""On which step of a matter a statement and a claim are: examined, charged, convicted; offered, agreed, signed.

Which steps there are is data (assistant/words/stages). That something got to an earlier step is no word of a later one,
and where the claim says that it has got only so far, it speaks against it. A state that lasts until the next step ("is
being looked for") is no more where a claim tells of a later one; an end without success excludes what should have come.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.cues import find
from assistant.judge.against.attitudes import Conflict
from assistant.judge.against.staged import FOLDER, staged
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import ALIKE, NEAR
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import Unit
from index.documents import Span
from index.wordlists import word_list

_LASTS, _OVER = "lasts", "over"


class Step(NamedTuple):
    """`number`: how far it is; `over`: an end without that step; `lasts`: a state that ends with the next one."""

    number: int
    over: bool
    lasts: bool
    span: Span
    pieces: tuple[Span, ...]


def other_stages(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """The first matter in which the two are on steps that do not go together."""
    for matter, mine in stage_of(asked).items():
        theirs = steps(claim.own, matter)
        if theirs and (found := _beside(asked, claim.own, covered, mine, theirs)):
            yield found
            return


def _beside(asked: Side, told: Side, covered: Coverage, mine: Step, theirs: tuple[Step, ...]) -> Conflict | None:
    units = tuple(u for u in asked.units if any(u.span.overlaps(p) for p in mine.pieces))
    attained = [s for s in theirs if _is_attained(s, told)]
    ended = next((s for s in attained if s.over and s.number <= mine.number), None)
    reached = next((s for s in attained if not s.over and s.number >= mine.number), None)
    if mine.over:
        return Conflict("state", reached.span, units) if reached and not any(s.over for s in theirs) else None
    if ended and not any(not s.over and s.number >= mine.number for s in theirs):
        return Conflict("state", ended.span, units)
    if mine.lasts and not asked.done:
        return _no_more(told, covered, attained, mine, units)
    if any(s.over or s.number >= mine.number for s in theirs) or _is_told(covered, units, theirs):
        return None
    last = max(theirs, key=lambda s: s.number)
    only = next(iter(staged("so_far", told.text, told.language)), None)
    return Conflict("pending" if only and last.lasts else "early", only or last.span, units)


def _no_more(
    told: Side, covered: Coverage, attained: list[Step], mine: Step, units: tuple[Unit, ...]
) -> Conflict | None:
    """What is told to last, where the matter has gone on; a claim may name what went before."""
    later = next((s for s in attained if s.over or s.number > mine.number), None)
    named = any(m.unit in units and m.own >= ALIKE and m.by and told.plans(m.by) for m in covered.meetings)
    return Conflict("undone", later.span, units) if later and not named else None


def _is_told(covered: Coverage, units: tuple[Unit, ...], theirs: tuple[Step, ...]) -> bool:
    """Whether a claim has the step in words that no list has."""
    earlier = [p for s in theirs for p in s.pieces]
    met = [m.own >= NEAR and not (m.by and any(p.overlaps(m.by.span) for p in earlier)) for m in _of(covered, units)]
    return bool(met) and all(met)


def _of(covered: Coverage, units: tuple[Unit, ...]) -> list[Meeting]:
    return [m for m in covered.meetings if m.unit in units]


def _is_attained(step: Step, told: Side) -> bool:
    """Whether it is told as what has come: not denied, planned, asked for, or asked."""
    clause = told.clause_at(step.span)
    doubts = (*told.negations, *told.denies, *told.planned, *told.weighed, *told.sought, *told.pending)
    here = (d for d in doubts if d.overlaps(clause) and not d.overlaps(step.span))
    return not any(here) and not any(told.opens(u) for u in told.units if u.span.overlaps(step.span))


@lru_cache(maxsize=4096)
def stage_of(asked: Side) -> Mapping[str, Step]:
    """The furthest step that a statement tells of in each matter; none where it doubts or denies it."""
    found = {matter: max(each) for matter in _matters(asked.language) if (each := steps(asked, matter))}
    doubts = (*asked.negations, *asked.denies, *asked.planned, *asked.weighed, *asked.sought, *asked.pending)
    return {m: s for m, s in found.items() if all(d.overlaps(s.span) for d in doubts)} if not asked.opens_any else {}


@lru_cache(maxsize=20_000)
def steps(text: Side, matter: str) -> tuple[Step, ...]:
    """The steps of a matter that a text names, without those that are part of another's words ("not approved")."""
    found = [
        Step(number, over, lasts, cue.span, cue.pieces)
        for name, number, over, lasts in _matters(text.language).get(matter, ())
        for cue in find(name, text.text, text.language, FOLDER)
    ]
    return tuple(s for s in found if not any(_is_within(s.pieces, o.pieces) for o in found))


def _is_within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    def size(spans: tuple[Span, ...]) -> int:
        return sum(s.end - s.start for s in spans)

    return size(inner) < size(outer) and all(any(o.start <= i.start and i.end <= o.end for o in outer) for i in inner)


@cache
def _matters(language: str) -> Mapping[str, tuple[tuple[str, int, bool, bool], ...]]:
    """The lists of each matter, with what their names say: number, over, lasts."""
    found: dict[str, list[tuple[str, int, bool, bool]]] = {}
    for name in word_list(FOLDER, language):
        matter, *rest = name.split("_")
        if rest and (number := rest[0].removeprefix(_OVER)).isdecimal():
            found.setdefault(matter, []).append((name, int(number), rest[0].startswith(_OVER), rest[-1] == _LASTS))
    return {matter: tuple(lists) for matter, lists in found.items()}
