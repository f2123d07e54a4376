"""How many sources a statement really has: chains followed to their ends, names resolved, copies folded.

Two claims are independent if their origins differ after names are resolved, neither article has it from the other's
publisher, and neither text is a copy of the other. What is counted is connected components, not articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.findings.described import described
from assistant.sources.identity import identity_of
from assistant.sources.joining import ministry_of
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.copies import containment, shingles

_COPY = 0.5  # share of the shorter text's shingles from which two articles carry one text
_TOLD_ON = (SourceKind.OUTLET, SourceKind.DOCUMENT, SourceKind.AGENCY)
_MOST_STATIONS = 6  # of a chain that goes on through other articles


@dataclass(frozen=True, slots=True)
class Component:
    """Claims that all go back to one origin; `source` is it."""

    end: Link
    claims: tuple[Claim, ...]


def components(supporting: Sequence[Claim], related: Sequence[Claim], resolver: Resolver) -> list[Component]:
    """The claims by origin. `related`: claims of the other articles on the same statement, best first, through which
    a chain goes on where its last station is their publisher."""
    whole = [followed(claim, supporting, related, resolver) for claim in _speaking(supporting, resolver)]
    groups: list[int] = list(range(len(whole)))
    alike = _copies(whole) | described(whole, resolver)
    among = Resolver(claim.chain[-1].source for claim in whole)  # of few, more are the only one that can be meant
    for n, one in enumerate(whole):
        for m in range(n):
            if groups[m] != groups[n] and (
                _one_origin(one, whole[m], resolver) or _ends_alike(one, whole[m], among) or (m, n) in alike
            ):
                old, new = max(groups[n], groups[m]), min(groups[n], groups[m])
                groups = [new if g == old else g for g in groups]
    found = []
    for group in dict.fromkeys(groups):
        members = [c for c, g in zip(whole, groups, strict=True) if g == group]
        found.append(Component(_furthest(members), tuple(members)))
    return found


def _speaking(supporting: Sequence[Claim], resolver: Resolver) -> list[Claim]:
    """Of each article the claim that says it best, and those that others are quoted for as well.

    A headline, or a sentence in the article's own voice beside a sourced one that says it better, is no source more;
    nor is a headline that says it better than the sourced sentence on which it hangs.
    """
    kept: list[Claim] = []
    for claim in supporting:
        mine = [k for k in kept if k.article.id == claim.article.id]
        own_voice = len(claim.chain) == 1 or claim.chain[-1].source.kind is SourceKind.AGENCY
        if not mine or not (claim.headline or own_voice or any(_ends_alike(claim, k, resolver) for k in mine)):
            kept.append(claim)
    sourced = {claim.article.id for claim in kept if len(claim.chain) > 1}
    return [c for c in kept if not (c.headline and len(c.chain) == 1 and c.article.id in sourced)]


def _ends_alike(one: Claim, other: Claim, resolver: Resolver) -> bool:
    return resolver.same(one.chain[-1].source, other.chain[-1].source)


def followed(claim: Claim, supporting: Sequence[Claim], related: Sequence[Claim], resolver: Resolver) -> Claim:
    """The claim with its chain going on through another article where it ends with that article's publisher."""
    if len(claim.chain) == 1:  # its own voice: no other article of its publisher knows where it has it from
        return claim
    chain, met = _better_known(claim, supporting, resolver), {claim.article.id}
    while len(chain) < _MOST_STATIONS:
        onward = _through(chain[-1], (*supporting, *related), met, resolver)
        onward = onward or _copied(chain[-1], supporting, met, resolver)
        if onward is None:
            break
        met.add(onward.article.id)
        beyond = _beyond(chain[-1], onward, resolver)
        chain = (*chain, *beyond)
        if not beyond:
            break
    return replace(claim, chain=chain)


def _better_known(claim: Claim, supporting: Sequence[Claim], resolver: Resolver) -> tuple[Link, ...]:
    """The chain as far as an outlet whose own article is there and tells whom it has it from: that one knows best."""
    for n, link in enumerate(claim.chain[1:-1], start=1):
        own = _through(link, supporting, {claim.article.id}, resolver)
        if own is not None and _beyond(link, own, resolver):
            return claim.chain[: n + 1]
    return claim.chain


def _through(end: Link, related: Sequence[Claim], met: set[str], resolver: Resolver) -> Claim | None:
    """The claim of an outlet's own article."""
    if resolver.merged(end.source).kind not in _TOLD_ON:
        return None
    return next((c for c in related if c.article.id not in met and resolver.same(end.source, c.chain[0].source)), None)


def _copied(end: Link, supporting: Sequence[Claim], met: set[str], resolver: Resolver) -> Claim | None:
    """Of an agency that is quoted: the claim of a copy that tells who says so."""
    if end.source.kind is not SourceKind.AGENCY or not end.spans:
        return None
    return next((c for c in supporting if c.article.id not in met and _beyond(end, c, resolver)), None)


def _beyond(end: Link, onward: Claim, resolver: Resolver) -> tuple[Link, ...]:
    """The stations behind an outlet in another article's chain: its own, or a copy of the agency's."""
    first = 1 if resolver.same(end.source, onward.chain[0].source) else 2
    copied = first == 2 and len(onward.chain) > 1 and resolver.same(end.source, onward.chain[1].source)
    return onward.chain[first:] if first == 1 or copied else ()


def _one_origin(one: Claim, other: Claim, resolver: Resolver) -> bool:
    if resolver.same(one.chain[-1].source, other.chain[-1].source):
        return True
    if one.article.id == other.article.id and _is_its_ministry(one.chain[-1].source, other.chain[-1].source):
        return True
    if not (one.chain[-1].source.named or other.chain[-1].source.named) and _shares_station(one, other, resolver):
        return True
    return any(_has_it_from(a, b, resolver) for a, b in ((one, other), (other, one)))


def _is_its_ministry(one: Source, other: Source) -> bool:
    first, second = identity_of(one), identity_of(other)
    return ministry_of(first, second) or ministry_of(second, first)


def _has_it_from(one: Claim, other: Claim, resolver: Resolver) -> bool:
    """Whether one article names the other's publisher among those from whom it has it."""
    publisher = other.chain[0].source
    return one.article.id != other.article.id and any(resolver.same(s.source, publisher) for s in one.chain[1:])


def _shares_station(one: Claim, other: Claim, resolver: Resolver) -> bool:
    """Whether both chains run through one outlet: then their unnamed ends are the same people."""
    mine = [link.source for link in one.chain[:-1]]
    theirs = [link.source for link in other.chain[:-1]]
    return any(resolver.same(a, b) for a in mine for b in theirs)


def _copies(claims: Sequence[Claim]) -> set[tuple[int, int]]:
    """Pairs of claims whose articles carry one text and which end alike: with a publisher, or with the agency."""
    sets: Mapping[str, frozenset[int]] = {c.article.id: shingles(c.article.text) for c in claims}
    return {
        (m, n)
        for n, one in enumerate(claims)
        for m, other in enumerate(claims[:n])
        if one.article.id != other.article.id
        and containment(sets[one.article.id], sets[other.article.id]) >= _COPY
        and containment(shingles(one.text), shingles(other.text)) >= _COPY
    }


def _furthest(claims: Sequence[Claim]) -> Link:
    """The end that stands for all: a body before an outlet, named before told of by its kind, of the claim that says
    the statement best."""
    ends = sorted(
        claims,
        key=lambda c: (
            c.chain[-1].source.kind in (SourceKind.OUTLET, SourceKind.AGENCY),
            not c.chain[-1].source.named,
            identity_of(c.chain[-1].source).bare,
            c.headline,
        ),
    )
    return ends[0].chain[-1]
