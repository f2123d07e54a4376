"""Where code overrules whoever says that a claim supports a statement: its figures, or its negation, are others."""

from __future__ import annotations

from assistant.judge.coverage import coverage
from assistant.judge.sides import side
from assistant.judge.told import told
from assistant.judge.units import UnitKind
from assistant.sourcing import Comparison, Stance, Statement

_CLEAR = 0.75  # the strength of an embedded verdict that leaves no doubt
_TURNED = frozenset(("negated", "denied", "number", "changed"))


def vetoed(statement: Statement, embedded: Comparison) -> bool:
    """Whether the claim lacks a figure of the statement, or the embedded judge clearly sees it turned."""
    if embedded.stance is Stance.OPPOSES and embedded.strength >= _CLEAR and embedded.reason in _TURNED:
        return True
    asked = side(statement.text, statement.language)
    if not any(u.kind is UnitKind.NUMBER for u in asked.units):
        return False
    covered = coverage(asked, [u.weight for u in asked.units], told(embedded.claim))
    return any(m.all == 0 for m in covered.meetings if m.unit.kind is UnitKind.NUMBER)
