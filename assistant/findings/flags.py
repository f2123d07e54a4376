"""The flags of a supported statement: booleans, each with its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.findings.independence import Component
from assistant.findings.party import Parties
from assistant.findings.stances import Stances
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Flag, Silence, Source, SourceKind

Evidence = tuple[Claim | Silence, ...]


def flags(
    stances: Stances,
    parts: Sequence[Component],
    silences: Sequence[Silence],
    parties: Parties,
    resolver: Resolver,
) -> Mapping[Flag, Evidence]:
    """Which flags hold, in the order of `Flag`, with what shows it. `silences`: those on this very matter."""
    claims = [c for part in parts for c in part.claims]
    found: dict[Flag, Evidence] = {}
    if all(_is_second_hand(claims_of, resolver) for claims_of in _by_article(claims)):
        found[Flag.SECOND_HAND] = tuple(claims)
    if all(parties.is_party(part.end.source) for part in parts):
        found[Flag.INTERESTED_PARTY] = tuple(claims)
    if not any(part.end.source.named for part in parts):
        found[Flag.UNNAMED_SOURCE] = tuple(claims)
    if all(_is_hedged(claims_of) for claims_of in _by_article(claims)):
        found[Flag.HEDGED] = tuple(c for c in claims if c.hedged)
    if silences:
        found[Flag.UNANSWERED] = tuple(silences)
    further = tuple(c.claim for c in stances.supporting if c.further)
    if further:
        found[Flag.OVERSTATED] = further
    return found


def _by_article(claims: Sequence[Claim]) -> list[list[Claim]]:
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.article.id, []).append(claim)
    return list(grouped.values())


def _is_second_hand(claims: Sequence[Claim], resolver: Resolver) -> bool:
    """Whether an article has all that it says of the statement from another news outlet."""
    return all(any(_is_other_outlet(link.source, claim, resolver) for link in claim.chain[1:]) for claim in claims)


def _is_other_outlet(source: Source, claim: Claim, resolver: Resolver) -> bool:
    """Over all articles: one may leave open what it is that another names as a broadcaster."""
    return resolver.merged(source).kind is SourceKind.OUTLET and not resolver.same(source, claim.chain[0].source)


def _is_hedged(claims: Sequence[Claim]) -> bool:
    """A headline is short: where the text beneath says it too, the text's reservation counts."""
    body = [c for c in claims if not c.headline] or claims
    return all(c.hedged for c in body)
