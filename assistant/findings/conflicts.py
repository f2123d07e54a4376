"""What articles tell against each other: each conflict once, the newest first."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.findings.find import Pile
from assistant.findings.survey import notable
from assistant.findings.weakness import is_contested
from assistant.sourcing import Claim, Finding, Judge


def conflicts(pile: Pile, judge: Judge) -> list[Finding]:
    """Disputed and superseded statements. Of one against another, seen from both sides, the newer side is told."""
    found = sorted(filter(is_contested, notable(pile, judge)), key=newest, reverse=True)
    kept: list[Finding] = []
    for finding in found:
        if not any(_is_other_side(finding, other) for other in kept):
            kept.append(finding)
    return kept


def newest(finding: Finding) -> str:
    """The latest date of what is told for, against and beyond it."""
    claims = (*finding.supporting, *finding.opposing, *finding.updates)
    return max((c.article.published or "" for c in claims), default="")


def _is_other_side(finding: Finding, other: Finding) -> bool:
    return _among(finding.supporting, (*other.opposing, *other.updates)) and _among(
        other.supporting, (*finding.opposing, *finding.updates)
    )


def _among(claims: Sequence[Claim], others: Sequence[Claim]) -> bool:
    return any(claim in others for claim in claims)
