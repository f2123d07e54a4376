"""What cannot be true together: another figure, a denial, the opposite, another thing in its place, a reversed way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.cues import find
from assistant.judge.against.actors import other_roles
from assistant.judge.against.alike import is_alike
from assistant.judge.against.amounts import amounts_of
from assistant.judge.against.attitudes import Conflict, attitudes
from assistant.judge.against.contrasts import contrasted
from assistant.judge.against.former import no_longer
from assistant.judge.against.modal import not_done
from assistant.judge.against.rivals import other_days, other_figures, some_of_all
from assistant.judge.against.stages import other_stages
from assistant.judge.against.times import other_times
from assistant.judge.against.turns import core_of, turned
from assistant.judge.coverage import Coverage
from assistant.judge.match import ALIKE, WIDER, Bag, met
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import PEOPLE, Unit, UnitKind
from index.documents import Span
from index.lexicon.lexicon import concept

# Kinds of things of which one excludes another in the same place of a sentence.
_EXCLUSIVE = frozenset(
    ("animal", "vehicle", "weapon", "illness", "time", "substance", "building", "colour", "role", "unit", "sport")
)


def conflicts(asked: Side, claim: Told, covered: Coverage) -> list[Conflict]:
    found = [
        *other_figures(asked, claim, covered),
        *some_of_all(asked, claim, covered),
        *other_days(asked, claim, covered),
        *other_times(asked, claim, covered),
        *turned(asked, claim, covered),
        *_others_in_place(asked, covered, claim),
        *_reversed_ways(asked, claim.own),
        *_other_votes(asked, claim.own),
        *attitudes(asked, claim, covered, core_of(asked, covered)),
        *_other_actors(asked, claim, covered),
        *other_stages(asked, claim, covered),
        *not_done(asked, claim, covered, core_of(asked, covered)),
        *no_longer(asked, claim, covered),
        *amounts_of(asked, claim, covered),
        *other_roles(asked, claim, covered),
        *contrasted(asked, claim, covered),
    ]
    return [c for c in found if not is_alike(c, asked, claim.own)]


def _others_in_place(asked: Side, covered: Coverage, claim: Told) -> Iterator[Conflict]:
    """Another thing of the same sort where the statement's is not: a dog for a wolf, the morning for the evening.

    The claim must say the same of it. Who is another may be there besides: that holds support back and opposes nothing.
    """
    said = predicate(asked)
    says_it = any(m.unit is said and m.own >= ALIKE for m in covered.meetings)
    for meeting in covered.meetings:
        if meeting.all >= WIDER or not meeting.unit.kinds & _EXCLUSIVE:
            continue
        rival = next((u for u in claim.own.units if u not in covered.met_by and _siblings(meeting.unit, u)), None)
        if rival and rival.kinds & PEOPLE:
            yield Conflict("others", rival.span, (meeting.unit,))
        elif rival and says_it:
            yield Conflict("instead", rival.span, (meeting.unit,))


def _siblings(one: Unit, other: Unit) -> bool:
    mine = {b for c in one.concepts for b in concept(c).broader}
    theirs = {b for c in other.concepts for b in concept(c).broader}
    return bool(mine & theirs) and met(one, other) < WIDER and met(other, one) < WIDER


def _reversed_ways(asked: Side, told: Side) -> Iterator[Conflict]:
    mine = _ways(asked)
    theirs = _ways(told) if mine else {}
    if not theirs:
        return
    for place, way in mine.items():
        by = Bag(theirs).best(place)[1]
        if by is not None and theirs[by] != way:
            yield Conflict("reversed", by.span)
            return


@lru_cache(maxsize=4096)
def _ways(side: Side) -> Mapping[Unit, str]:
    """Words with a capital that stand after a word for "from" or "to", if there are both."""
    found: dict[Unit, str] = {}
    for unit in side.units:
        if unit.number or unit.day or not unit.text[0].isupper():
            continue
        before = side.text[max(0, unit.span.start - 20) : unit.span.start]
        for way in ("from", "to"):
            cues = find(f"way_{way}", before, side.language)
            if cues and len(before[cues[-1].span.end :].split()) <= 1:
                found[unit] = way
    return found if len(set(found.values())) == 2 else {}


def _other_votes(asked: Side, told: Side) -> Iterator[Conflict]:
    """Votes against what the statement says was voted for, or for what was voted against."""
    mine, theirs = _vote(asked), _vote(told)
    if mine and theirs and mine[0] != theirs[0]:
        yield Conflict("state", theirs[1])


def _vote(side: Side) -> tuple[str, Span] | None:
    """Which way a text says that was voted; None where it tells of both, or of no vote."""
    for unit in side.units:
        if "voting" in unit.kinds and not side.negation_of(unit):
            clause = side.clause_of(unit)
            ways = [w for w in ("votes_for", "votes_against") if find(w, clause.of(side.text), side.language)]
            if len(ways) == 1:
                return ways[0], unit.span
    return None


def _other_actors(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """Somebody else of the same sort does the same: a state for a state, a person for a person."""
    actor = next((u for u in asked.units if u.kind is UnitKind.NAME), None)
    first = next((u for u in claim.own.units if u.kind is UnitKind.NAME), None)
    if actor is None or first is None or first in covered.met_by:
        return
    alike = any(k.startswith("p:") for k in actor.keys) == any(k.startswith("p:") for k in first.keys)
    acts = [m for m in covered.meetings if m.unit.is_act]
    if alike and claim.bag.share(actor) < WIDER and any(m.own >= ALIKE for m in acts):
        yield Conflict("actor", first.span, (actor,))
