"""Every notable finding of a pile, each of its claims taken as a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.findings.core import core, stands_alone, tells
from assistant.findings.find import Pile, findings
from assistant.findings.narrow import Telling
from assistant.findings.weakness import is_worth_listing, weakest_first
from assistant.sourcing import Claim, Finding, Judge, PreparingJudge, Statement

_COMPARED = 40  # claims for each statement
_COMPARED_AT_ONCE = 120  # likewise, where all statements are compared in one go
_SHARE = 0.2  # of what is telling in a claim, that another article must have for the two to be compared


def notable(pile: Pile, judge: Judge) -> list[Finding]:
    """The weakest sourcing first. Of statements that support each other, the one that most claims support is told."""
    return weakest_first(f for f in _apart(_findings(pile, judge)) if is_worth_listing(f))


def _findings(pile: Pile, judge: Judge) -> list[Finding]:
    """Those on claims that stand alone, and on such others as support none of them."""
    telling = Telling(pile.claims)
    alone, others = _statements(pile, telling)
    found = _weighed(alone, pile, judge, telling)
    met = {claim for f in found for claim in f.supporting}
    return found + _weighed([s for s in others if s.claim not in met], pile, judge, telling)


def _statements(pile: Pile, telling: Telling) -> tuple[list[Statement], list[Statement]]:
    """What the claims state, each once: where they stand alone, and the others."""
    silent = {silence.article.id for reading in pile.readings for silence in reading.silences}
    found: dict[str, Statement] = {}
    for claim in sorted((c for c in pile.claims if not c.headline and tells(c)), key=lambda c: not stands_alone(c)):
        if _may_be_flagged(claim, silent) or telling.is_told_elsewhere(claim, _SHARE):
            found.setdefault(core(claim), Statement(core(claim), claim.article.language, claim))
    alone = [s for s in found.values() if s.claim and stands_alone(s.claim)]
    return alone, [s for s in found.values() if s not in alone]


def _weighed(statements: Sequence[Statement], pile: Pile, judge: Judge, telling: Telling) -> list[Finding]:
    most = _COMPARED_AT_ONCE if isinstance(judge, PreparingJudge) else _COMPARED
    cases = [(statement, pile, telling.likest(statement, most)) for statement in statements]
    return [f for f in findings(cases, judge) if f.supporting]


def _may_be_flagged(claim: Claim, silent: set[str]) -> bool:
    """Whether a claim is notable even where no other article tells of its matter."""
    return claim.hedged or len(claim.chain) > 1 or claim.article.id in silent


def _apart(found: Iterable[Finding]) -> list[Finding]:
    """Those that say different things, in their order."""
    kept: list[Finding] = []
    ranked = sorted(found, key=lambda f: -len({c.article.id for c in f.supporting}))
    for one in ranked:
        if not any(_are_one(one, other) for other in kept):
            kept.append(one)
    return kept


def _are_one(one: Finding, other: Finding) -> bool:
    return one.statement.claim in other.supporting and other.statement.claim in one.supporting
