"""Claims and silences as citations, and the citations of a finding with their chains followed to the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.domain import Citation
from assistant.sourcing import Claim, Finding, Link, Silence
from index.documents import Article


def cite(item: Claim | Silence, onward: tuple[Link, ...] = ()) -> Citation:
    """`onward`: how the chain goes on beyond what the claim's own article tells."""
    if isinstance(item, Silence):
        return Citation(item.article, item.span)
    return Citation(item.article, item.span, item.hedged, item, onward)


def cite_all(finding: Finding, claims: Iterable[Claim | Silence]) -> list[Citation]:
    """Citations in this order; where a chain goes on through another article, with the rest of it."""
    whole = {(c.article.id, c.span): c.chain for origin in finding.origins for c in origin.claims}
    return [cite(item, _onward(item, whole.get((item.article.id, item.span), ()))) for item in claims]


def _onward(item: Claim | Silence, chain: Sequence[Link]) -> tuple[Link, ...]:
    return tuple(chain[len(item.chain) :]) if isinstance(item, Claim) else ()


def claims_in(citation: Citation, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that the quoted words make, those first that have most of the words."""
    quoted = citation.span
    shared = [
        (min(c.span.end, quoted.end) - max(c.span.start, quoted.start), c)
        for c in claims
        if c.article.id == citation.article.id
    ]
    made = [(n, c) for n, c in shared if 2 * n > min(len(c.text), len(citation.quote))]
    return [claim for _, claim in sorted(made, key=lambda pair: -pair[0])]


def claiming(citation: Citation, claims: Iterable[Claim]) -> Citation:
    """The citation with what its words claim, so that it shows who says so."""
    return replace(citation, claim=next(iter(claims_in(citation, claims)), None))


def articles_of(findings: Iterable[Finding]) -> tuple[Article, ...]:
    """Every article that a finding quotes or could not judge, each once."""
    return tuple({item.article.id: item.article for f in findings for item in _quoted(f)}.values())


def _quoted(finding: Finding) -> Iterator[Claim | Silence]:
    yield from (*finding.supporting, *finding.opposing, *finding.updates, *finding.nearest)
    yield from (item for reason in finding.reasons.values() for item in reason.evidence)
    yield from (c.claim for c in finding.unjudged)
