"""Every notable finding of a pile, each of its claims taken as a statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.findings.core import core, stands_alone, tells
from assistant.findings.find import Pile, finding
from assistant.findings.narrow import Telling
from assistant.findings.weakness import is_worth_listing, weakest_first
from assistant.sourcing import Claim, Finding, Judge, Statement

_COMPARED = 40  # claims for each statement
_SHARE = 0.2  # of what is telling in a claim, that another article must have for the two to be compared


def notable(pile: Pile, judge: Judge) -> list[Finding]:
    """The weakest sourcing first. Of statements that support each other, the one that most claims support is told."""
    return weakest_first(f for f in _apart(_findings(pile, judge)) if is_worth_listing(f))


def _findings(pile: Pile, judge: Judge) -> Iterator[Finding]:
    telling = Telling(pile.claims)
    silent = {silence.article.id for reading in pile.readings for silence in reading.silences}
    met, said = set[Claim](), set[str]()
    for claim in sorted((c for c in pile.claims if not c.headline and tells(c)), key=lambda c: not stands_alone(c)):
        if claim in met and not stands_alone(claim):
            continue
        if not _may_be_flagged(claim, silent) and not telling.is_told_elsewhere(claim, _SHARE):
            continue
        statement = Statement(core(claim), claim.article.language, claim)
        if statement.text in said:  # a copy
            continue
        said.add(statement.text)
        found = finding(statement, pile, judge, telling.likest(statement, _COMPARED))
        if found.supporting:
            met |= set(found.supporting)
            yield found


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
