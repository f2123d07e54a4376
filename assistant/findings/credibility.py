"""How credible a statement is on the Admiralty scale, as MISP writes it: from corroboration and contradiction alone.

https://github.com/MISP/misp-taxonomies, admiralty-scale, predicate information-credibility. docs/exports.md says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from types import MappingProxyType

from assistant.sourcing import Finding, Standing


class Credibility(IntEnum):
    """The scale. Its 2 and 3 weigh how likely something is in itself, which nothing here does: they are never given."""

    CONFIRMED = 1  # by other sources
    PROBABLE = 2
    POSSIBLE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


_OF: Mapping[Standing, Credibility] = MappingProxyType(
    {
        Standing.CORROBORATED: Credibility.CONFIRMED,
        Standing.DISPUTED: Credibility.DOUBTFUL,
        Standing.CONTRADICTED: Credibility.IMPROBABLE,
        Standing.SINGLE_ORIGIN: Credibility.CANNOT_BE_JUDGED,
        Standing.SINGLE_SOURCE: Credibility.CANNOT_BE_JUDGED,
        Standing.SUPERSEDED: Credibility.CANNOT_BE_JUDGED,
        Standing.NOT_FOUND: Credibility.CANNOT_BE_JUDGED,
    }
)


def credibility(finding: Finding) -> Credibility:
    return _OF[finding.standing]


def misp_tag(finding: Finding) -> str:
    """A machine tag: `admiralty-scale:information-credibility="4"`."""
    return f'admiralty-scale:information-credibility="{credibility(finding).value}"'
