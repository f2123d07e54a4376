"""What a claim tells as having been before and no longer, where a statement says that it is: the former head of an
office leads none, who lost a rank holds it no more, and what was allowed until then is not allowed now.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from assistant.judge.attitudes import CHANGES, Conflict, is_said
from assistant.judge.coverage import Coverage, Meeting
from assistant.judge.match import ALIKE, WIDER
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.staged import staged
from assistant.judge.told import Told
from index.documents import Span


def no_longer(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    if not _is_present(asked):
        return
    told = claim.own
    cue = _was_before(asked, told, covered) or _was_lost(asked, told, covered)
    if cue:
        yield Conflict("undone", cue)


@lru_cache(maxsize=4096)
def _is_present(asked: Side) -> bool:
    """Whether a statement says how something is now, and not that it was, will be, ends or is not so."""
    said = predicate(asked)
    other = asked.negations or asked.denies or asked.planned or asked.undone or asked.weighed or _cues(asked, "former")
    done = asked.language != "en" and asked.done
    return not (other or done or _cues(asked, "loses") or said is None or said.kinds & CHANGES)


def _was_before(asked: Side, told: Side, covered: Coverage) -> Span | None:
    """The word that says that something ended, beside one that tells the statement's matter as what was before."""
    before = _cues(told, "former")
    ends = [e for e in _cues(told, "ends_former") if not is_said(e, covered)] if before else []
    if not ends:
        return None
    said = predicate(asked)
    met = next((m for m in covered.meetings if m.unit is said), None)
    of_before = [c for c in told.clauses if any(c.overlaps(b) for b in before)]
    if met and met.by and met.own >= WIDER:
        here = any(met.by.span.overlaps(c) for c in of_before)
        # "Once banned, smoking is allowed": what both clauses say is so now.
        apart = [e for e in ends if not any(e.overlaps(c) for c in of_before)]
        return apart[0] if here and apart else None
    names = [m for m in _met(covered) if m.by and any(m.by.span.overlaps(c) for c in of_before)]
    return ends[0] if len(names) > 1 and _holds(asked) else None


def _was_lost(asked: Side, told: Side, covered: Coverage) -> Span | None:
    """The word that says that whoever a statement says to hold something has lost it, where both tell of the same."""
    if not _holds(asked):
        return None
    met = _met(covered)
    for cue in _cues(told, "loses"):
        clause = next((c for c in told.clauses if c.overlaps(cue)), told.clauses[-1])
        turned = any(d.overlaps(clause) and not d.overlaps(cue) for d in (*told.negations, *told.planned, *told.denies))
        here = [m for m in met if m.by and m.by.span.overlaps(clause)]
        if here and len(met) > 1 and not turned and not is_said(cue, covered):
            return cue
    return None


def _met(covered: Coverage) -> list[Meeting]:
    return [m for m in covered.meetings if m.by and m.own >= ALIKE]


@lru_cache(maxsize=4096)
def _holds(asked: Side) -> bool:
    return bool(_cues(asked, "holds"))


def _cues(side: Side, name: str) -> tuple[Span, ...]:
    return staged(name, side.text, side.language)
