"""What is only possible, likely, hoped, feared or recommended, and what somebody meant to do and gave up.

A claim that says no more of a thing does not tell that it happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.judge.against.attitudes import Conflict, is_said
from assistant.judge.against.staged import is_possible, staged
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import COMPOUND
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import Unit
from index.documents import Span

# Endings of verbs that tell of what is past; a word that no list of helping verbs stands beside.
_PAST = {
    "de": re.compile(r"^[a-zäöüß]{3,}te(?:n)?$"),
    "en": re.compile(r"^[a-z]{2,}ed$"),
    "ru": re.compile(r"^[а-яё]+л[аои]?(?:сь|ся)?$"),
}


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
        lists = ("possible", "may") if _has_happened(asked) else ("possible",)
        said = (c for name in lists for c in staged(name, told.text, told.language))
        cues = tuple(c for c in said if not _is_turned(told, c))
        if cue := next((c for c in told.governing(core.by, cues) if not is_said(c, covered)), None):
            yield Conflict("unasserted", cue)


def _has_happened(asked: Side) -> bool:
    """Whether a statement tells of what is past: that something "will cost jobs" may be told of what "could"."""
    said = predicate(asked)
    return bool(asked.done) or bool(said and not asked.planned and _is_past(asked, said))


def _is_past(asked: Side, said: Unit) -> bool:
    endings = _PAST.get(asked.language)
    return bool(endings and endings.search(said.text.split()[0]))


def _is_turned(told: Side, cue: Span) -> bool:
    """Whether a negation stands right before it: "cannot be used", "is not likely"."""
    return any(n.end <= cue.start and not told.text[n.end : cue.start].strip() for n in told.negations)
