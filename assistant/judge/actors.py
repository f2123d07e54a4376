"""Whether a claim has somebody else do what a statement says, the two the other way round, or it done to another.

Who insults whom, both may: it is not told, and not untrue. Where one of two must have won, sold or killed, the other
way round is untrue, and so it is where the claim insists who it was.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.judge.attitudes import Conflict
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import ALIKE, NEAR, WIDER, met
from assistant.judge.predicates import predicate
from assistant.judge.roles import Roles, attribute, is_emphatic, roles
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import PEOPLE, Unit, UnitKind

_LIKE = 0.3  # of the rest of a statement, that a claim must say
# Acts that of two only one can have done to the other in the same matter.
_ONE_WAY = frozenset(("winning", "losing", "selling", "buying", "dying", "harming", "saving", "choosing"))
# Acts that the other side of the matter has by another name.
_CONVERSE = frozenset(("winning", "losing", "selling", "buying", "giving", "receiving", "taking"))
_ACTORS = PEOPLE | frozenset(("authority", "organisation", "body", "company", "institution", "animal", "role"))


def other_roles(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """`exchanged`: the other way round, where only one way can be; `swapped`: where both can; `doer` and
    `other_object`: by or to somebody else; `contrast`: by somebody else, on whom the claim insists."""
    said = predicate(asked)
    act = next((m for m in covered.meetings if m.unit is said and m.by and m.own >= ALIKE), None)
    if act is None or act.by is None or asked.negations:
        return
    mine, theirs = roles(asked, act.unit), roles(claim.own, act.by)
    if _are_swapped(mine, theirs):
        one_way = bool(act.unit.kinds & _ONE_WAY) and None not in (*mine, *theirs)
        yield Conflict("exchanged" if one_way else "swapped", act.by.span)
        return
    if mine.agent and theirs.agent and _is_other(mine.agent, theirs.agent, asked, claim, covered):
        emphatic = is_emphatic(claim.own, theirs.agent)
        yield Conflict("contrast" if emphatic else "doer", theirs.agent.span, (mine.agent,))
    elif mine.patient and theirs.patient and _is_other_thing(mine.patient, theirs.patient, act, covered):
        yield Conflict("other_object", theirs.patient.span, (mine.patient,))


def is_converse(asked: Side, told: Side, other: Unit) -> bool:
    """Whether an opposite act is the same seen from the other side: one sells what the other buys."""
    said = predicate(asked)
    if said is None or not (said.kinds & _CONVERSE and other.kinds & _CONVERSE):
        return False
    mine, theirs = roles(asked, said), roles(told, other)
    if mine.agent is None or theirs.agent is None or _meet(mine.agent, theirs.agent):
        return False
    return any(_meet(u, theirs.agent) for u in asked.units if u is not mine.agent and not u.is_act)


def _are_swapped(mine: Roles, theirs: Roles) -> bool:
    """Whether who does it in one is to whom it is done in the other, by what both texts show."""
    agents = mine.agent and theirs.agent and _meet(mine.agent, theirs.agent)
    patients = mine.patient and theirs.patient and _meet(mine.patient, theirs.patient)
    if agents or patients:
        return False
    forth = mine.agent and theirs.patient and _meet(mine.agent, theirs.patient)
    back = mine.patient and theirs.agent and _meet(mine.patient, theirs.agent)
    return bool(back) or bool(forth and theirs.agent is not None)


def _meet(one: Unit, other: Unit) -> bool:
    return met(one, other) >= NEAR or met(other, one) >= NEAR


def _is_other(mine: Unit, theirs: Unit, asked: Side, claim: Told, covered: Coverage) -> bool:
    """Whether the two are surely not the same: both are named, or both are told by what they are."""
    if _meet(mine, theirs):
        of_mine, of_theirs = attribute(asked, mine), attribute(claim.own, theirs)
        return bool(of_mine and of_theirs and _are_apart(of_mine, of_theirs) and not _said(of_mine, covered, theirs))
    if theirs in covered.met_by or claim.bag.share(mine) >= NEAR or claim.is_frame(theirs.span):
        return False
    rest = covered.without([mine])
    return _are_apart(mine, theirs) and rest.own >= _LIKE


def _said(unit: Unit, covered: Coverage, _: Unit) -> bool:
    meeting = next((m for m in covered.meetings if m.unit is unit), None)
    return meeting is not None and meeting.own >= ALIKE and meeting.by is not None and meeting.unit.kinds == set()


def _are_apart(one: Unit, other: Unit) -> bool:
    """Whether both are names, both bodies or places, or both people told by other roles."""
    if _meet(one, other) or met(one, other) or met(other, one):
        return False
    known = [{k[:2] for k in u.keys} & {"b:", "p:"} for u in (one, other)]
    if known[0] and known[1]:
        return True
    if one.kind is UnitKind.NAME and other.kind is UnitKind.NAME:
        return not (known[0] or known[1])
    return bool(one.kinds & _ACTORS and other.kinds & _ACTORS)


def _is_other_thing(mine: Unit, theirs: Unit, act: Meeting, covered: Coverage) -> bool:
    meeting = next((m for m in covered.meetings if m.unit is mine), None)
    if meeting is None or meeting.all >= WIDER or theirs in covered.met_by or theirs is act.by:
        return False
    if mine.kinds & PEOPLE or theirs.kinds & PEOPLE or not (mine.kinds and theirs.kinds):
        return False
    return not (met(mine, theirs) or met(theirs, mine)) and covered.without([mine]).own >= _LIKE
