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
    """Whether a list of all findings has it: also what several tell independently, but not what one article tells."""
    return is_notable(finding) or finding.standing is Standing.CORROBORATED


def weakest_first(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (_ORDER.index(f.standing), -len(f.flags)))
