"""What is only possible, likely, hoped, feared or recommended, and what somebody meant to do and gave up.

A claim that says no more of a thing does not tell that it happens.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.judge.attitudes import Conflict, is_said
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import COMPOUND
from assistant.judge.sides import Side
from assistant.judge.staged import is_possible, staged
from assistant.judge.told import Told
from index.documents import Span


def not_done(asked: Side, claim: Told, covered: Coverage, core: Meeting | None) -> Iterator[Conflict]:
    """`core`: the unit on which a negation would turn the statement."""
    if core is None or core.by is None or asked.negations or asked.denies or asked.opens_any:
        return
    told = claim.own
    given_up = told.governing(core.by, staged("gives_up", told.text, told.language))
    given_up = [c for c in given_up if not is_said(c, covered)]
    if given_up and not (asked.thwarted or staged("gives_up", asked.text, asked.language)):
        yield Conflict("thwarted", given_up[0])
    elif core.own >= COMPOUND and core.unit.is_act and not (asked.weighed or is_possible(asked.text, asked.language)):
        cues = tuple(c for c in staged("possible", told.text, told.language) if not _is_turned(told, c))
        if cue := next((c for c in told.governing(core.by, cues) if not is_said(c, covered)), None):
            yield Conflict("unasserted", cue)


def _is_turned(told: Side, cue: Span) -> bool:
    """Whether a negation stands right before it: "cannot be used", "is not likely"."""
    return any(n.end <= cue.start and not told.text[n.end : cue.start].strip() for n in told.negations)
