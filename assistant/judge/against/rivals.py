"""Another figure or another day of the same thing, or the statement's own as the one that no longer holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.cues import find
from assistant.judge.against.attitudes import Conflict
from assistant.judge.counted import BEFALLS, SAYING, are_dead, befalls
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.days import other_day
from assistant.judge.figure import Figure
from assistant.judge.figures import figures, is_bare, is_replaced, replaced, shares
from assistant.judge.fitting import count_others, counts_alike, counts_people, fits, measure_alike, same_thing
from assistant.judge.match import NEAR, meets
from assistant.judge.periods import is_beyond
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import PEOPLE, Unit, UnitKind
from index.documents import Span

_TELLING, _PRESENT = 0.3, 0.8  # of a name or date that narrows a figure: its weight, and how well a rival has it
_SOMEWHERE = 0.6  # how well the article of a rival must have it
_MATTER = 0.3  # of the rest of a statement, that makes two shares or amounts rivals
_HARDLY, _MOSTLY = 0.1, 0.6  # of the rest: what a claim that says "none" must say of it itself, or with context
_NONE_OF = re.compile(r"kein\w*|no|not|ни|никак\w*|нет", re.IGNORECASE)
_OF_IT = 0.15  # of the rest of a statement, that a claim must say to count just what the statement counts
_LIKE_MATTER = 0.2  # of the rest of a statement, that must be said with context for any figure to be its rival
_SAME_PERSON = 0.5  # of the rest of a statement, that makes another age one of the same person


def other_figures(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Another figure of the same thing, or the statement's own as the one that no longer holds."""
    asked_for, told, old = figures(asked), figures(claim.own), replaced(claim.own)
    whole = {total.unit: part for part, total in shares(claim.own)}
    for figure in asked_for:
        total = next((t for t in told if t.unit in whole and fits(figure, t)), None)
        if total and _is_of_all(asked, covered, total) and figure.unit not in {t.unit for _, t in shares(asked)}:
            yield Conflict("part", whole[total.unit].unit.span, (figure.unit,))
            continue
        fitting = [t for t in told if fits(figure, t)]
        if any(t.unit not in old and (figure.part or not t.part) for t in fitting):
            continue
        if any(t.unit in old for t in fitting):
            new = next(t for t in told if t.unit not in old)
            yield Conflict("changed", new.unit.span, (figure.unit,))
            continue
        rest = covered.without([figure.unit])
        if no := _none_of(figure, asked, claim.own, rest):
            yield Conflict("none", no, (figure.unit,))
            continue
        free = [t for t in told if not any(fits(other, t) for other in asked_for)]  # no other that is told, too
        if rival := next((t for t in free if _is_rival(figure, t, claim, rest)), None):
            yield Conflict("number", rival.unit.span, (figure.unit,))
        elif like := next((t for t in free if t.unit not in old and _is_of_the_like(figure, t, claim, rest)), None):
            yield Conflict("number_far", like.unit.span, (figure.unit,))


def _none_of(figure: Figure, asked: Side, told: Side, rest: Coverage) -> Span | None:
    """Where a claim says that there is none of what the statement has so many of: "no job will go", "ни рубля"."""
    counts = figure.unit.number and figure.unit.number.values[0] and figure.measure != "ordinal"
    if not counts or rest.all < _LIKE_MATTER or (rest.own < _HARDLY and rest.all < _MOSTLY):
        return None
    money = any("money" in u.kinds and figure.measure in u.concepts for u in asked.units)
    for no in told.negations:
        noun = next((u for u in told.units if u.span.end > no.end), None)
        if (
            noun is None
            or not _NONE_OF.fullmatch(no.of(told.text))
            or len(told.text[no.end : noun.span.start].split()) > 1
        ):
            continue
        if meets(figure.counted[:1], (noun,)) or (money and "money" in noun.kinds):
            return no
    return None


def _is_of_all(asked: Side, covered: Coverage, total: Figure) -> bool:
    """Whether a statement says of all of them what the claim says of some: not that there are so many, nor what the
    claim takes for given ("two of the eleven injured")."""
    return bool(find("wholes", asked.text, asked.language)) or any(
        m.unit.is_act and m.own >= NEAR and m.by not in total.counted for m in covered.meetings
    )


def _is_rival(asked: Figure, told: Figure, claim: Told, rest: Coverage) -> bool:
    """Whether a figure stands where the statement's should: it counts the same, or measures the same matter."""
    if not all(m.all >= _PRESENT for m in rest.meetings if _narrows(m)):
        return False
    if asked.measure == "age":
        return rest.own >= _SAME_PERSON and same_thing(asked, told)
    if asked.of_all:  # another two of the injured are rivals, another number of injured is none
        rest = rest.without(asked.counted)
    acts = _befalling(rest)
    if counts_people(asked) and acts:
        if count_others(asked, told):
            return False
        met = [m.by for m in acts if m.by and m.own >= NEAR]
        known = counts_people(told) and not told.part
        return known and any(befalls(act, claim.own, told.unit, told.counted) for act in met)
    least = _MATTER if counts_people(asked) else _OF_IT
    if (rest.own >= least and same_thing(asked, told)) or _counts_as_before(asked, told, claim):
        return True
    return bool(asked.measure) and measure_alike(asked, told) and rest.own >= _MATTER


def _is_of_the_like(asked: Figure, told: Figure, claim: Told, rest: Coverage) -> bool:
    """Whether a figure counts or measures what news may call the same, of the same place and time."""
    if told.part or asked.of_all or asked.measure != told.measure or count_others(asked, told):
        return False
    if rest.all < _LIKE_MATTER or any(m.all < _SOMEWHERE for m in rest.meetings if _narrows(m)):
        return False
    if any(_is_done_to(m, asked, told, claim) for m in rest.meetings):
        return True
    kinds = frozenset(k for m in _befalling(rest) for k in m.unit.kinds) & BEFALLS if counts_people(asked) else None
    if kinds:
        clause = claim.own.clause_of(told.unit)
        acts = [u for u in claim.own.units if u.span.overlaps(clause)]
        return counts_people(told) and (("dying" in kinds and are_dead(acts)) or any(u.kinds & kinds for u in acts))
    return counts_alike(asked, told)


def _is_done_to(act: Meeting, asked: Figure, told: Figure, claim: Told) -> bool:
    """Whether the statement counts by what is done, in one phrase with it ("cuts 2,000 jobs"), and the claim does so to
    the other number."""
    counts = act.unit in asked.counted and act.unit.span.overlaps(asked.unit.span)
    return (
        counts
        and act.by is not None
        and act.own >= NEAR
        and claim.own.clause_of(act.by) == claim.own.clause_of(told.unit)
    )


def _befalling(rest: Coverage) -> list[Meeting]:
    """What a statement tells of whom it counts: that they die or fall ill, if it does, else what else happens."""
    acts = [m for m in rest.meetings if m.unit.is_act and not m.unit.kinds <= {"saying"}]
    harms = [m for m in acts if m.unit.kinds & BEFALLS]
    return harms or [m for m in acts if "event" not in m.unit.kinds] or acts


def _narrows(meeting: Meeting) -> bool:
    """Whether a unit says of which place, time or body a figure holds; what the whole matter is about does not."""
    return meeting.unit.kind in (UnitKind.NAME, UnitKind.DATE) and meeting.weight >= _TELLING


def _counts_as_before(asked: Figure, told: Figure, claim: Told) -> bool:
    """Whether a bare figure follows one of the same thing in the sentence before."""
    return is_bare(told, claim.own) and any(same_thing(asked, t) for side in claim.beside for t in figures(side))


def some_of_all(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """So many of what the statement says of all: twelve countries where it is every country."""
    acts = [m.by for m in covered.meetings if m.by and m.own >= NEAR and m.unit.is_act and not m.unit.kinds <= SAYING]
    told = [claim.own.clause_of(act) for act in acts]
    for cue in find("wholes", asked.text, asked.language):
        after = [u for u in asked.units if u.span.start >= cue.span.end][:2]
        if any(u.number for u in after):
            continue
        nouns = [u for u in after if u.kind is UnitKind.WORD and not u.is_act]
        for figure in (f for f in figures(claim.own) if claim.own.clause_of(f.unit) in told):
            before = claim.own.text[: figure.unit.span.start].split()[-1:]
            if (
                not figure.measure
                and meets(nouns, figure.counted)
                and not find("wholes", " ".join(before), claim.own.language)
            ):
                yield Conflict("part", figure.unit.span)
                return


def other_days(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Another weekday, month or year, where the statement's own is nowhere near or holds no longer."""
    days = [u for u in claim.own.units if u.day]
    for meeting in covered.meetings:
        if not meeting.unit.day:
            continue
        if meeting.by and (new := _moved_to(meeting.by, days, claim.own)):
            yield Conflict("changed", new.span, (meeting.unit,))
            continue
        rival = next((u for u in days if other_day(meeting.unit, u)), None) if meeting.all == 0 else None
        if rival and not is_beyond(asked, meeting.unit, claim.own, rival):
            yield Conflict("date", rival.span, (meeting.unit,))


def tells_of_it(rest: Coverage) -> bool:
    """Whether a claim speaks of the same thing or act, not only of the same people and places."""
    return any(
        m.own >= NEAR and m.unit.kind is UnitKind.WORD and not m.unit.kinds & PEOPLE and not m.unit.kinds <= {"time"}
        for m in rest.meetings
    )


def _moved_to(old: Unit, days: Sequence[Unit], told: Side) -> Unit | None:
    """The day that holds now, where a claim gives the statement's as the one that holds no longer."""
    return next((u for u in days if other_day(old, u)), None) if is_replaced(told, old) else None
