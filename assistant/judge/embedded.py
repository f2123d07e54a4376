"""The embedded judge: units, figures, negations and opposites of two texts, compared by rules and weighed.

It sees what its lexicon knows. Paraphrase beyond that, and what follows only by reasoning, it calls unrelated.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.judge.coverage import Coverage
from assistant.judge.features import Compared, compared
from assistant.judge.figures import figures, refers
from assistant.judge.sides import side
from assistant.judge.unit import UnitKind
from assistant.judge.weighing import Weighings, learnt
from assistant.sourcing import Claim, Comparison, Stance, Statement
from index.documents import Span

# Conflicts with which a claim never supports, and such as hold support back but do not oppose.
_VETOES = frozenset(
    (
        *("number", "changed", "state", "reversed", "planned", "unasserted", "lacking", "thwarted", "pending"),
        *("weighed", "denied", "negated", "undone"),
    )
)
NO_OPPOSITION = frozenset(("planned", "unasserted", "lacking", "negated_far", "sought", "actor"))
# Conflicts that say little beside others.
_BESIDES = frozenset((*NO_OPPOSITION, "date", "instead", "undone"))
# Of a statement, what a claim must say for what it says besides to count against it.
_LEAST_OWN, _LEAST_ALL = 0.15, 0.35
_MATTER = 0.5  # what it must say with what stands around it, to be sure that it tells of the same
_TURNING = frozenset(("number", "changed", "state", "reversed", "negated", "part"))
_NEARLY_OWN, _NEARLY_ALL = 0.6, 0.75
_DENIED = 0.6  # the least strength of a denial by whom the statement is about
_CLEAR = 0.75  # the strength of a conflict that leaves no doubt
LOOKED_AT = 40  # claims that a statement is looked at beside: those that say most of it


class EmbeddedJudge:
    """Rules over the trilingual lexicon; needs no model. `weighings`: other than those that were learnt for it."""

    name = "embedded"

    def __init__(self, weighings: Weighings | None = None) -> None:
        self._weighings = weighings or learnt()

    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]:
        asked = side(statement.text, statement.language)
        rows = compared(asked, claims, LOOKED_AT)
        weighed = self._weighings
        supports = weighed.supports.of([r.values for r in rows])
        opposes = weighed.opposes.of([r.values for r in rows])
        pairs = zip(rows, supports, opposes, strict=True)
        found = {r.number: _compared(r, float(s), float(o), weighed) for r, s, o in pairs}
        return [
            _itself(claim) if claim is statement.claim else found.get(n) or _far(claim)
            for n, claim in enumerate(claims)
        ]


def _far(claim: Claim) -> Comparison:
    """Of a claim that shares so little with the statement that only others were looked at."""
    return Comparison(claim, Stance.UNRELATED, "other")


def _itself(claim: Claim) -> Comparison:
    return Comparison(claim, Stance.SUPPORTS, "says", (claim.span,), strength=1.0)


def _compared(row: Compared, supports: float, opposes: float, weighed: Weighings) -> Comparison:
    claim = row.claim.claim
    rest = row.covered.without([u for c in row.against for u in c.missing])
    if not any(c.reason not in NO_OPPOSITION for c in row.against) or rest.own < _LEAST_OWN or rest.all < _LEAST_ALL:
        opposes = 0.0
    if _is_denied_by_whom_it_is_about(row, rest):
        opposes = max(opposes, _DENIED)
    if _is_clear(row, rest):
        supports, opposes = 0.0, max(opposes, _CLEAR)
    if any(c.reason in _VETOES for c in row.against) or not _has_figures(row) or _tells_no_denial(row):
        supports = 0.0
    against = opposes - weighed.opposes.threshold
    for_it = supports - weighed.supports.threshold
    if against >= 0 and against >= for_it:
        spans = tuple(_placed(claim, c.span) for c in row.against)
        return Comparison(claim, Stance.OPPOSES, _reason(row), spans, strength=opposes)
    if for_it >= 0:
        spans = tuple(_placed(claim, u.span) for u in sorted(row.covered.met_by, key=lambda u: u.span))
        reason = "done" if _has_come(row) else "says"
        return Comparison(claim, Stance.SUPPORTS, reason, spans, strength=supports)
    return Comparison(claim, Stance.UNRELATED, "other", strength=max(supports, 0.5 * row.covered.all))


def _reason(row: Compared) -> str:
    """The first conflict that speaks against a statement by itself: a denial decides, and not that it came on another
    day. What "nobody has" done may have happened since; that somebody "has" is hardly undone, but denied."""
    reason = min(row.against, key=lambda c: c.reason in _BESIDES).reason
    waits = row.asked.pending or (row.asked.negations and not row.claim.own.negations)
    return "happened" if reason == "negated" and waits else reason


def _is_denied_by_whom_it_is_about(row: Compared, rest: Coverage) -> bool:
    reasons = {c.reason for c in row.against}
    return {"denied", "denied_by_actor"} <= reasons and rest.all >= _MATTER


def _is_clear(row: Compared, rest: Coverage) -> bool:
    """Whether a claim says nearly all of the statement itself, and turns it."""
    turned = any(c.reason in _TURNING for c in row.against)
    return turned and rest.own >= _NEARLY_OWN and rest.all >= _NEARLY_ALL


def _has_come(row: Compared) -> bool:
    """Whether what the statement says is to come is told as having happened."""
    own = row.claim.own
    return bool(row.asked.planned) and not own.planned and bool(own.done)


def _tells_no_denial(row: Compared) -> bool:
    """Whether the statement tells of a denial and the claim of none: what was denied is no word of the denial."""
    own = row.claim.own
    return bool(row.asked.denies) and not (own.denies or own.negations)


def _has_figures(row: Compared) -> bool:
    """Whether the claim, or what stands right around it, has every number of the statement; by somebody's age, or by
    "the two", a statement only says whom it means."""
    meant = {f.unit for f in figures(row.asked) if f.measure == "age" or refers(f, row.asked)}
    counts = (m for m in row.covered.meetings if m.unit.kind is UnitKind.NUMBER and m.unit not in meant)
    return all(m.all >= 0.6 for m in counts)


def _placed(claim: Claim, span: Span) -> Span:
    """A span of the claim's text as one of its article's."""
    return Span(claim.span.start + span.start, claim.span.start + span.end)
