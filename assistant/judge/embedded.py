"""The embedded judge: units, figures, negations and opposites of two texts, compared by rules and weighed.

It sees what its lexicon knows. Paraphrase beyond that, and what follows only by reasoning, it calls unrelated.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.judge.enough import telling_of_it
from assistant.judge.features import Compared, compared
from assistant.judge.pooling import opposition, support, weighed
from assistant.judge.rulings import NO_OPPOSITION, ruling
from assistant.judge.sides import side
from assistant.judge.weighing import Weighings, learnt
from assistant.sourcing import Claim, Comparison, Stance, Statement
from index.documents import Span

# Conflicts that say little beside others.
_BESIDES = frozenset((*NO_OPPOSITION, "number_far", "date", "instead", "undone"))
_LEAST = 0.25  # how sure a claim must at least be, to support beside surer ones
_REMEMBERED = 128  # statements, each with its claims: a question is asked again, what an answer tells is checked
LOOKED_AT = 70  # claims that a statement is looked at beside: those that say most of it


class EmbeddedJudge:
    """Rules over the trilingual lexicon; needs no model. `weighings`: other than those that were learnt for it."""

    name = "embedded"

    def __init__(self, weighings: Weighings | None = None) -> None:
        self._weighings = weighings or learnt()
        self._known = lru_cache(_REMEMBERED)(self._compare)

    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]:
        return list(self._known(statement, tuple(claims)))

    def _compare(self, statement: Statement, claims: tuple[Claim, ...]) -> list[Comparison]:
        asked = side(statement.text, statement.language)
        rows = compared(asked, claims, LOOKED_AT, statement.claim)
        found = dict(zip((r.number for r in rows), self._judged(rows, own=statement.claim is not None), strict=True))
        each = [
            _itself(claim) if claim is statement.claim else found.get(n) or _far(claim)
            for n, claim in enumerate(claims)
        ]
        return each if statement.claim is None else telling_of_it(statement, each)

    def _judged(self, rows: Sequence[Compared], *, own: bool) -> list[Comparison]:
        """`own`: the statement is an article's own. How likely anything opposes it was learnt of what people ask about,
        which is contested far more often."""
        learnt, values = self._weighings, [r.values for r in rows]
        says, contradicts = learnt.supports.of(values), learnt.opposes.of(values)
        each = weighed([r.claim.claim.article.id for r in rows], says, contradicts, list(map(ruling, rows)))
        supports, opposes = support(each, learnt.supported), each.opposes if own else opposition(each, learnt.opposed)
        return [_compared(r, float(s), float(o)) for r, s, o in zip(rows, supports, opposes, strict=True)]


def _far(claim: Claim) -> Comparison:
    """Of a claim that shares so little with the statement that only others were looked at."""
    return Comparison(claim, Stance.UNRELATED, "other")


def _itself(claim: Claim) -> Comparison:
    return Comparison(claim, Stance.SUPPORTS, "says", (claim.span,), strength=1.0)


def _compared(row: Compared, supports: float, opposes: float) -> Comparison:
    claim = row.claim.claim
    if opposes:
        spans = tuple(_placed(claim, c.span) for c in row.against)
        return Comparison(claim, Stance.OPPOSES, _reason(row), spans, strength=opposes)
    if supports >= _LEAST:
        spans = tuple(_placed(claim, u.span) for u in sorted(row.covered.met_by, key=lambda u: u.span))
        return Comparison(claim, Stance.SUPPORTS, "done" if _has_come(row) else "says", spans, strength=supports)
    return Comparison(claim, Stance.UNRELATED, "other", strength=max(supports, 0.5 * row.covered.all))


def _reason(row: Compared) -> str:
    """The first conflict that speaks against a statement by itself: a denial decides, and not that it came on another
    day. What "nobody has" done may have happened since; that somebody "has" is hardly undone, but denied."""
    reason = min(row.against, key=lambda c: c.reason in _BESIDES).reason
    waits = row.asked.pending or (row.asked.negations and not row.claim.own.negations)
    return "happened" if reason == "negated" and waits else reason


def _has_come(row: Compared) -> bool:
    """Whether what the statement says is to come is told as having happened."""
    own = row.claim.own
    return bool(row.asked.planned) and not own.planned and bool(own.done)


def _placed(claim: Claim, span: Span) -> Span:
    """A span of the claim's text as one of its article's."""
    return Span(claim.span.start + span.start, claim.span.start + span.end)
