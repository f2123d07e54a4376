"""Where code overrules whoever says that a claim supports a statement: it has another figure, or turns it around."""

from __future__ import annotations

from assistant.judge.against.conflicts import conflicts
from assistant.judge.coverage import coverage
from assistant.judge.sides import side
from assistant.judge.told import told
from assistant.sourcing import Comparison, Stance, Statement

# Rare where a claim supports, and then nearly always right.
_FIGURES = frozenset(("number", "changed", "reversed"))
_TURNED = frozenset(("negated", "denied", "state"))
_CLEAR = 0.85  # the strength of an embedded verdict that leaves no doubt


def vetoed(statement: Statement, embedded: Comparison) -> bool:
    """Whether the claim gives another figure for the same thing, or the embedded judge clearly sees it turned.

    A figure that is only missing is no veto: "48 hours" may be told as "two days".
    """
    if embedded.stance is Stance.OPPOSES and embedded.strength >= _CLEAR and embedded.reason in _TURNED:
        return True
    asked, claim = side(statement.text, statement.language), told(embedded.claim)
    covered = coverage(asked, [u.weight for u in asked.units], claim)
    return any(conflict.reason in _FIGURES for conflict in conflicts(asked, claim, covered))
