"""Which findings an editor must be told of unasked, and which first."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.sourcing import Finding, Standing
from assistant.write.reference import refers_back

# The weakest first. An article that stands alone is no news in itself: it becomes notable by its flags.
_ORDER = (
    Standing.CONTRADICTED,
    Standing.DISPUTED,
    Standing.SUPERSEDED,
    Standing.NOT_FOUND,
    Standing.SINGLE_SOURCE,
    Standing.SINGLE_ORIGIN,
    Standing.CORROBORATED,
)
_UNREMARKABLE = (Standing.SINGLE_SOURCE, Standing.CORROBORATED)
_CONTESTED = (Standing.DISPUTED, Standing.SUPERSEDED)


def is_notable(finding: Finding) -> bool:
    return bool(finding.flags) or finding.standing not in _UNREMARKABLE


def is_contested(finding: Finding) -> bool:
    return finding.standing in _CONTESTED


def is_worth_listing(finding: Finding) -> bool:
    """Whether a list of findings has it by itself: also what several tell independently. No sentence that takes up the
    one before it, unless it is contested; no headline that one article has alone: it is most often only worded freely.
    """
    if not is_contested(finding) and refers_back(finding.statement.text, finding.statement.language):
        return False
    alone = finding.standing is Standing.SINGLE_SOURCE and finding.supporting == (finding.statement.claim,)
    if alone and finding.supporting[0].headline:
        return False
    return is_notable(finding) or finding.standing is Standing.CORROBORATED


def weakest_first(findings: Iterable[Finding]) -> list[Finding]:
    """By standing, then by how many flags hold, then what most articles speak of."""
    return sorted(findings, key=lambda f: (_ORDER.index(f.standing), -len(f.flags), -_articles(f)))


def _articles(finding: Finding) -> int:
    return len({c.article.id for c in (*finding.supporting, *finding.opposing, *finding.updates)})
