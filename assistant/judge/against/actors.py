"""Whether a claim has somebody else do what a statement says, the two the other way round, or it done to another.

Who insults whom, both may: it is not told, and not untrue. Where one of two must have won, sold or killed, the other
way round is untrue, and so it is where the claim insists who it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.cues import find
from assistant.judge.against.attitudes import Conflict
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import ALIKE, NEAR, WIDER, met
from assistant.judge.predicates import predicate
from assistant.judge.roles import Roles, attribute, is_emphatic, phrase, roles
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import PEOPLE, Unit
from index.lexicon.lexicon import concept

_MOSTLY = 0.6
_LIKE = 0.3  # of the rest of a statement, that a claim must say
# Acts that of two only one can have done to the other in the same matter.
_ONE_WAY = frozenset(("winning", "losing", "selling", "buying", "dying", "harming", "saving", "choosing"))
# Acts that the other side of the matter has by another name.
_CONVERSE = frozenset(("winning", "losing", "selling", "buying", "giving", "receiving"))
_BEFALLS = frozenset(("dying", "falling", "rising"))
_ANYBODY = frozenset(("human", "person", "group", "adult"))
_ACTORS = PEOPLE | frozenset(("authority", "organisation", "body", "company", "institution", "animal", "role"))


def other_roles(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """`exchanged`: the other way round, where only one way can be; `swapped`: where both can; `doer` and
    `other_object`: by or to somebody else; `insisted`: by somebody else, on whom the claim insists."""
    if other := _contrary_person(asked, claim, covered):
        yield other
        return
    said = predicate(asked)
    act = next((m for m in covered.meetings if m.unit is said and m.by and m.own >= ALIKE), None)
    if act is None or act.by is None or asked.negations or not (act.unit.is_act and act.by.is_act):
        return
    mine, theirs = roles(asked, act.unit), roles(claim.own, act.by)
    if _are_swapped(mine, theirs, asked, claim.own):
        one_way = bool(act.unit.kinds & _ONE_WAY) and None not in (*mine, *theirs)
        yield Conflict("exchanged" if one_way else "swapped", act.by.span)
        return
    befalls = act.unit.kinds & _BEFALLS  # whom it befalls, each text may tell in either role
    if not befalls and mine.agent and theirs.agent and _is_other(mine.agent, theirs.agent, asked, claim, covered):
        emphatic = is_emphatic(claim.own, theirs.agent)
        yield Conflict("insisted" if emphatic else "doer", theirs.agent.span)
    elif mine.patient and theirs.patient and _is_other_thing(mine.patient, theirs.patient, act, covered):
        yield Conflict("other_object", theirs.patient.span)


def _contrary_person(asked: Side, claim: Told, covered: Coverage) -> Conflict | None:
    """The father where the statement has the mother and the article knows of none; of one who alone does it, untrue."""
    for m in covered.meetings:
        if m.all >= WIDER or not m.unit.kinds & PEOPLE or not m.unit.against or m.unit.is_act:
            continue
        other = next((u for u in claim.own.units if u.kinds & PEOPLE and m.unit.against & u.keys), None)
        if other and other not in covered.met_by and covered.without([m.unit]).own >= _MOSTLY:
            alone = find("soles", asked.text, asked.language) and find("soles", claim.own.text, claim.own.language)
            return Conflict("contrast", other.span, (m.unit,)) if alone else Conflict("doer", other.span)
    return None


def is_converse(asked: Side, told: Side, other: Unit) -> bool:
    """Whether an opposite act is the same seen from the other side: one sells what the other buys."""
    said = predicate(asked)
    if said is None or not (said.kinds & _CONVERSE and other.kinds & _CONVERSE):
        return False
    mine, theirs = roles(asked, said), roles(told, other)
    if mine.agent is None or theirs.agent is None or _meet((mine.agent,), (theirs.agent,)):
        return False
    return any(_meet((u,), (theirs.agent,)) for u in asked.units if u is not mine.agent and not u.is_act)


def _are_swapped(mine: Roles, theirs: Roles, asked: Side, told: Side) -> bool:
    """Whether who does it in one is to whom it is done in the other, by what both texts show; a thing does nothing."""
    if mine.agent is None or mine.patient is None or theirs.agent is None or theirs.patient is None:
        return False
    if not all(map(_can_act, (mine.agent, mine.patient, theirs.agent))):
        return False
    agent, patient = phrase(asked, mine.agent), phrase(asked, mine.patient)
    doing, done_to = phrase(told, theirs.agent), phrase(told, theirs.patient)
    if _meet(agent, doing) or _meet(patient, done_to) or not _meet(patient, doing):
        return False
    return _meet(agent, done_to) or _can_act(theirs.patient)


def _meet(some: Sequence[Unit], others: Sequence[Unit]) -> bool:
    return any(met(one, other) >= NEAR or met(other, one) >= NEAR for one in some for other in others)


def _can_act(unit: Unit) -> bool:
    known = any(k[:2] in ("b:", "p:") for k in unit.keys)
    return known or bool(unit.kinds & _ACTORS) or (unit.text[0].isupper() and not unit.kinds)


def _is_other(mine: Unit, theirs: Unit, asked: Side, claim: Told, covered: Coverage) -> bool:
    """Whether the two are surely not the same: both are named, or both are told by what they are."""
    if _meet(phrase(asked, mine), phrase(claim.own, theirs)) and not _are_bodies_apart(mine, theirs):
        of_mine, of_theirs = attribute(asked, mine), attribute(claim.own, theirs)
        return bool(of_mine and of_theirs and _are_apart(of_mine, of_theirs))
    if theirs in covered.met_by or claim.is_frame(theirs.span):
        return False
    rest = covered.without([mine])
    if is_emphatic(claim.own, theirs):
        return _can_act(mine) and _can_act(theirs) and rest.own >= _LIKE and not (_places(mine) & _places(theirs))
    if claim.bag.share(mine) >= NEAR:
        return False
    return _are_apart(mine, theirs) and rest.own >= _LIKE


def _are_apart(one: Unit, other: Unit) -> bool:
    """Whether both are names, both bodies or places, or both people told by other roles."""
    if _are_bodies_apart(one, other):
        return True
    if met(one, other) or met(other, one) or _places(one) & _places(other):
        return False
    known = [{k[:2] for k in u.keys} & {"b:", "p:"} for u in (one, other)]
    if known[0] and known[1]:
        return True
    return bool(one.against & other.keys or other.against & one.keys) or _are_siblings(one, other)


def _are_bodies_apart(one: Unit, other: Unit) -> bool:
    """Whether both are bodies known by name, and not by the same; who governs a place may be called by it."""
    mine, theirs = ({k for k in u.keys if k.startswith("b:")} for u in (one, other))
    shared = mine & theirs or one.parts & other.parts
    return bool(mine and theirs and not shared)


def _places(unit: Unit) -> frozenset[str]:
    """Where it is, or whose: Moscow is near Russia, as is its ministry."""
    return frozenset(k for k in unit.keys | unit.wider | unit.parts | unit.near if k.startswith("p:"))


def _are_siblings(one: Unit, other: Unit) -> bool:
    """Whether both are people or bodies of one sort, which is not just that they are people."""
    if not (one.kinds & _ACTORS and other.kinds & _ACTORS):
        return False
    mine, theirs = ({b for c in u.concepts for b in concept(c).broader} - _ANYBODY for u in (one, other))
    return bool(mine & theirs)


def _is_other_thing(mine: Unit, theirs: Unit, act: Meeting, covered: Coverage) -> bool:
    meeting = next((m for m in covered.meetings if m.unit is mine), None)
    if meeting is None or meeting.all >= WIDER or theirs in covered.met_by or theirs is act.by:
        return False
    if mine.kinds & PEOPLE or theirs.kinds & PEOPLE or not (mine.kinds and theirs.kinds):
        return False
    return not (met(mine, theirs) or met(theirs, mine)) and covered.without([mine]).own >= _LIKE
