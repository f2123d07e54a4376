"""What a system says of one statement, as far as it is measured: made from a finding, or by a baseline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.sourcing import Claim, Finding, Standing
from evals.formats.stories import number

Place = tuple[str, int, int]  # an article's number, and the characters of a claim in it


@dataclass(frozen=True, slots=True)
class Told:
    """`opposing` are the articles with updates, too; `names` are those of the origins.

    `words`: the statement and the claims that support it. `places`: where those claims stand.
    """

    standing: Standing
    flags: frozenset[str] = frozenset()
    independent_origins: int = 0
    names: tuple[str, ...] = ()
    supporting: frozenset[str] = frozenset()
    opposing: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    places: frozenset[Place] = frozenset()


def told(finding: Finding) -> Told:
    return Told(
        finding.standing,
        frozenset(flag.value for flag in finding.flags),
        finding.independent_origins,
        tuple(origin.source.name for origin in finding.origins),
        _articles(finding.supporting),
        _articles((*finding.opposing, *finding.updates)),
        (finding.statement.text, *(claim.text for claim in finding.supporting)),
        frozenset((_number(c), c.span.start, c.span.end) for c in finding.supporting),
    )


def _articles(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(map(_number, claims))


def _number(claim: Claim) -> str:
    return number(Path(claim.article.path))
