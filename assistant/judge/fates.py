"""How each kind of thing that a statement speaks of fares in a claim: weight that is said just so, nearly, or not.

That a claim lacks a name tells more against it than that it lacks an adverb, and less if the article has the name
elsewhere: how much more is learnt (`assistant.judge.weighing`), and a share of the whole cannot say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from assistant.judge.coverage import Meeting
from assistant.judge.match import ALIKE, NARROWER, NEAR, WIDER
from assistant.judge.unit import Unit, UnitKind

_KINDS = ("number", "date", "name", "act", "thing", "manner", "compound", "unknown")
# Kinds of concepts that tell how, when and how much: news leaves them out where it retells the rest.
_MANNERS = frozenset(("time", "degree", "quality", "relation", "number", "measure", "unit", "fact", "field"))
_FATES = ("same", "alike", "near", "wider", "around", "elsewhere", "lost")
NAMES = tuple(f"{kind}_{fate}" for kind, fate in product(_KINDS, _FATES))
SAID = tuple(f"{kind}_{fate}" for kind, fate in product(_KINDS, _FATES[:2]))
LOST = tuple(f"{kind}_{fate}" for kind, fate in product(_KINDS, _FATES[-2:]))
_AROUND, _ELSEWHERE = 0.6, 0.3  # of a unit, that context must say for it to be told there or hinted at


def fates(meetings: Sequence[Meeting]) -> tuple[float, ...]:
    """The sums of the units' weights in the order of NAMES; 0 where there is no such unit."""
    sums = [0.0] * len(NAMES)
    for meeting in meetings:
        sums[_kind(meeting.unit) * len(_FATES) + _fate(meeting)] += meeting.weight
    return tuple(sums)


def _kind(unit: Unit) -> int:
    if unit.kind is not UnitKind.WORD:
        return _KINDS.index(unit.kind.value)
    if unit.is_act:
        return _KINDS.index("act")
    if unit.kinds & _MANNERS:
        return _KINDS.index("manner")
    return _KINDS.index("thing" if unit.concepts else "compound" if unit.parts else "unknown")


def _fate(meeting: Meeting) -> int:
    for fate, (value, least) in enumerate(
        (
            (meeting.own, NARROWER),
            (meeting.own, ALIKE),
            (meeting.own, NEAR),
            (meeting.own, WIDER),
            (meeting.all, _AROUND),
            (meeting.all, _ELSEWHERE),
        )
    ):
        if value >= least:
            return fate
    return len(_FATES) - 1
