"""What seems to turn a statement and says the same: who is against a thing rejects it, and all but one are only one."""

from __future__ import annotations

from assistant.cues import find
from assistant.judge.against.actors import is_converse
from assistant.judge.against.attitudes import Conflict
from assistant.judge.sides import Side

_REFUSALS = frozenset(("denied", "thwarted", "sought"))
_TURNS = frozenset(("state", "negated", "denied"))


def is_alike(conflict: Conflict, asked: Side, told: Side) -> bool:
    return (
        _refuses_too(conflict, asked, told)
        or _leaves_out_too(conflict, asked, told)
        or _is_other_side(conflict, asked, told)
    )


def _refuses_too(conflict: Conflict, asked: Side, told: Side) -> bool:
    """Whether somebody will not have what the statement says they are against."""
    if conflict.reason not in _REFUSALS or not find("stands_against", asked.text, asked.language):
        return False
    here = (conflict.span, *(s for s in (*told.denies, *told.thwarted, *told.sought) if s.overlaps(conflict.span)))
    cues = find("will_not_have", told.text, told.language)
    clause = told.clause_at(conflict.span)
    return any(cue.span.overlaps(s) or cue.span.overlaps(clause) for cue in cues for s in here)


def _leaves_out_too(conflict: Conflict, asked: Side, told: Side) -> bool:
    """Whether a claim tells the opposite of all but those of whom alone the statement tells it."""
    if conflict.reason not in _TURNS:
        return False
    sole = bool(find("soles", asked.text, asked.language))
    return (
        sole and bool(find("exceptions", told.text, told.language)) and bool(find("wholes", told.text, told.language))
    )


def _is_other_side(conflict: Conflict, asked: Side, told: Side) -> bool:
    """Whether an opposite is what the other party does: one sells, the other buys."""
    other = next((u for u in told.units if u.span == conflict.span), None)
    return conflict.reason == "state" and other is not None and is_converse(asked, told, other)
