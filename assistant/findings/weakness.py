"""Which findings an editor must be told of unasked, and which first."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.sourcing import Finding, Standing

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


def is_notable(finding: Finding) -> bool:
    return bool(finding.flags) or finding.standing not in _UNREMARKABLE


def is_worth_listing(finding: Finding) -> bool:
    """Whether a list of findings has it by itself: also what several tell independently, but not what one article
    tells; nor a headline that nothing else was found to say, which is most often only worded freely."""
    if _is_bare_headline(finding):
        return False
    return is_notable(finding) or finding.standing is Standing.CORROBORATED


def _is_bare_headline(finding: Finding) -> bool:
    claim = finding.statement.claim
    if claim is None or not claim.headline or finding.standing is not Standing.SINGLE_SOURCE:
        return False
    return finding.supporting == (claim,)


def weakest_first(findings: Iterable[Finding]) -> list[Finding]:
    """By standing, then by how many flags hold, then what most articles speak of."""
    return sorted(findings, key=lambda f: (_ORDER.index(f.standing), -len(f.flags), -_articles(f)))


def _articles(finding: Finding) -> int:
    return len({c.article.id for c in (*finding.supporting, *finding.opposing, *finding.updates)})
