"""What rules say of a claim beside a statement, whatever was learnt: which stance it cannot have, and which it has."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.judge.coverage import Coverage
from assistant.judge.features import Compared
from assistant.judge.figures import figures, follows_all, refers
from assistant.judge.particulars import unsaid
from assistant.judge.unit import UnitKind

# Conflicts with which a claim never supports, and such as hold support back but do not oppose.
_VETOES = frozenset(
    (
        *("number", "changed", "state", "reversed", "planned", "unasserted", "lacking", "thwarted", "pending"),
        *("weighed", "denied", "negated", "undone", "date"),
        *("early", "amount", "amount_open", "contrast", "moved", "cause", "elsewhere", "other_filler"),
        *("exchanged", "insisted", "swapped", "doer", "other_object"),
    )
)
NO_OPPOSITION = frozenset(
    (
        *("planned", "unasserted", "lacking", "negated_far", "sought", "actor", "others", "early"),
        *("amount_open", "other_filler", "swapped", "doer", "other_object"),
    )
)
# Of a statement, what a claim must say for what it says besides to count against it.
_LEAST_OWN, _LEAST_ALL = 0.15, 0.35
_MATTER = 0.5  # what it must say with what stands around it, to be sure that it tells of the same
# Conflicts that leave little doubt where a claim says so much of the rest itself, and with context.
_SURE = frozenset(("amount", "contrast", "moved", "cause", "elsewhere", "exchanged", "insisted"))
_TOLD_OWN, _TOLD_ALL = 0.3, 0.4
_TURNING = frozenset(("number", "changed", "date", "state", "reversed", "negated", "part"))
_NEARLY_OWN, _NEARLY_ALL = 0.6, 0.75
_WHOLE = 0.85  # what it must say itself to support, where nothing speaks against it
_DENIED = 0.6  # how sure a denial by whom the statement is about is at least
_CLEAR = 0.75  # how sure a claim is at least that leaves no doubt: one that says it all, or turns nearly all of it


@dataclass(frozen=True, slots=True)
class Ruling:
    """Whether a claim may support, whether it may oppose, and how sure it does either at least (0 to 1)."""

    supports: bool
    opposes: bool
    support: float = 0.0
    opposition: float = 0.0


def ruling(row: Compared) -> Ruling:
    reasons = {c.reason for c in row.against}
    rest = row.covered.without([u for c in row.against for u in c.missing])
    clear = _is_clear(reasons, rest)
    may_support = reasons.isdisjoint(_VETOES) and _has_figures(row) and not _tells_no_denial(row) and not clear
    may_oppose = not reasons <= NO_OPPOSITION and rest.own >= _LEAST_OWN and rest.all >= _LEAST_ALL
    denied = {"denied", "denied_by_actor"} <= reasons and rest.all >= _MATTER
    surely = not reasons.isdisjoint(_SURE) and rest.own >= _TOLD_OWN and rest.all >= _TOLD_ALL
    says_all = may_support and not reasons and row.covered.own >= _WHOLE
    return Ruling(may_support, may_oppose, _CLEAR * says_all, max(_CLEAR * clear, _DENIED * (denied or surely)))


def _is_clear(reasons: set[str], rest: Coverage) -> bool:
    """Whether a claim says nearly all of the statement itself, and turns it."""
    return not reasons.isdisjoint(_TURNING) and rest.own >= _NEARLY_OWN and rest.all >= _NEARLY_ALL


def _tells_no_denial(row: Compared) -> bool:
    """Whether the statement tells of a denial and the claim of none: what was denied is no word of the denial."""
    own = row.claim.own
    return bool(row.asked.denies) and not (own.denies or own.negations)


def _has_figures(row: Compared) -> bool:
    """Whether the claim, or what stands right around it, has every number of the statement; by somebody's age, or by
    "the two", a statement only says whom it means."""
    # "All five" is a number where a claim does not say that it was all.
    less = bool(unsaid(row.asked, row.claim.own)[0])
    known = [f for f in figures(row.asked) if f.measure == "age" or refers(f, row.asked)]
    meant = {f.unit for f in known if not (less and follows_all(f, row.asked))}
    counts = (m for m in row.covered.meetings if m.unit.kind is UnitKind.NUMBER and m.unit not in meant)
    return all(m.all >= 0.6 for m in counts) and not _lacks_day(row)


def _lacks_day(row: Compared) -> bool:
    """Whether the article has the statement's date nowhere."""
    return any(m.all == 0 for m in row.covered.meetings if m.unit.day and m.unit.day.month)
