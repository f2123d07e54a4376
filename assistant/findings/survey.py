"""Every notable finding of a pile, each of its claims taken as a statement."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.findings.find import Pile, finding
from assistant.findings.narrow import Telling
from assistant.findings.weakness import is_worth_listing, weakest_first
from assistant.sourcing import Claim, Finding, Judge, Statement

_COMPARED = 40  # claims for each statement
_SHARE = 0.2  # of what is telling in a claim, that another article must have for the two to be compared


def notable(pile: Pile, judge: Judge) -> list[Finding]:
    """The weakest sourcing first. A claim that supported an earlier statement is no statement of its own."""
    return weakest_first(f for f in _findings(pile, judge) if f.supporting and is_worth_listing(f))


def _findings(pile: Pile, judge: Judge) -> Iterator[Finding]:
    telling, met = Telling(pile.claims), set[tuple[str, str]]()
    silent = {silence.article.id for reading in pile.readings for silence in reading.silences}
    for claim in pile.claims:
        if claim.headline or (claim.article.id, claim.text) in met:
            continue
        if not _may_be_flagged(claim, silent) and not telling.is_told_elsewhere(claim, _SHARE):
            continue
        statement = Statement(claim.text, claim.article.language, claim)
        found = finding(statement, pile, judge, telling.likest(statement, _COMPARED))
        met |= {(c.article.id, c.text) for c in found.supporting}
        yield found


def _may_be_flagged(claim: Claim, silent: set[str]) -> bool:
    """Whether a claim is notable even where no other article tells of its matter."""
    return claim.hedged or len(claim.chain) > 1 or claim.article.id in silent
