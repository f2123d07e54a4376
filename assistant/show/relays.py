"""Who has a statement from whom: a tree for each origin, the origin at its root, whoever has it from there below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.show.blocks import Look, Tree, Words
from assistant.show.plain import plain_line
from assistant.show.say import Say
from assistant.sourcing import Claim, Finding, Source, SourceKind


@dataclass(slots=True)
class _Station:
    """Somebody in a chain; `claims` are what they print themselves."""

    source: Source
    claims: list[Claim] = field(default_factory=list)
    below: dict[str, _Station] = field(default_factory=dict)


def support_trees(finding: Finding, say: Say, depth: int) -> Iterator[Tree]:
    for origin in finding.origins:
        yield _tree(_grown(origin.source, origin.claims), say, depth, party=origin.party, root=True)


def newer_trees(finding: Finding, say: Say, depth: int) -> Iterator[Tree]:
    """Of those who tell what is newer."""
    yield from _facing(finding, finding.updates, say, depth)


def against_trees(finding: Finding, say: Say, depth: int) -> Iterator[Tree]:
    """Of those who speak against it."""
    yield from _facing(finding, finding.opposing, say, depth)


def _facing(finding: Finding, side: Sequence[Claim], say: Say, depth: int) -> Iterator[Tree]:
    articles = {claim.article.id for claim in side}
    for origin in finding.against:
        claims = [claim for claim in origin.claims if claim.article.id in articles]
        if claims:
            yield _tree(_grown(origin.source, claims), say, depth, party=origin.party, root=True)


def _grown(origin: Source, claims: Iterable[Claim]) -> _Station:
    root = _Station(origin)
    for claim in telling(list(claims)):
        here = root
        for source in way(claim):
            if not same(source, here.source):
                here = here.below.setdefault(known_as(source), _Station(source))
        here.claims.append(claim)
    return root


def way(claim: Claim) -> Iterator[Source]:
    """From behind the origin to the publisher: a body at the end is the origin, whatever the article calls it."""
    sources = [link.source for link in claim.chain]
    ends = len(sources) > 1 and sources[-1].kind not in (SourceKind.OUTLET, SourceKind.AGENCY)
    yield from reversed(sources[:-1] if ends else sources)


def telling(claims: Sequence[Claim]) -> list[Claim]:
    """A headline leaves out who says so: where its article names them beneath, the headline tells no way of its own."""
    naming = {claim.article.id for claim in claims if len(claim.chain) > 1}
    return [claim for claim in claims if len(claim.chain) > 1 or claim.article.id not in naming]


def same(one: Source, other: Source) -> bool:
    return known_as(one) == known_as(other) or one.name in other.aliases


def known_as(source: Source) -> str:
    """The "Podil Courier" that others quote prints itself as "The Podil Courier"."""
    return source.name.casefold().removeprefix("the ") if source.kind is SourceKind.OUTLET else source.key


def _tree(station: _Station, say: Say, depth: int = 0, *, party: bool = False, root: bool = False) -> Tree:
    look = Look.STRONG if root else Look.NORMAL
    run = [Words(plain_line(_name(station, say)), look)]
    run += [Words(f" · {detail}", Look.FAINT) for detail in _details(station, say, root=root)]
    warnings = _warnings(station, say, party=party)
    run += [part for warning in warnings for part in (Words(" · "), Words(f"! {warning}", Look.WARNING))]
    return Tree(tuple(run), tuple(_tree(below, say) for below in station.below.values()), depth)


def _name(station: _Station, say: Say) -> str:
    if station.claims:
        return station.claims[0].article.publisher or station.source.name or say("source.unknown_publisher")
    return station.source.name


def _details(station: _Station, say: Say, *, root: bool) -> Iterator[str]:
    """What they are, where they are no outlet; how else they are called; when they printed it."""
    source = station.source
    if source.kind not in (SourceKind.OUTLET, SourceKind.UNNAMED):
        yield say(f"kind.{source.kind}")
    if root and (others := _other_names(source)):
        yield say("chain.also", names=", ".join(map(plain_line, others)))
    yield from dict.fromkeys(say.day(claim.article.published) for claim in station.claims)


def _other_names(source: Source) -> list[str]:
    """Without those that are only a part of a longer one."""
    names = [source.name, *source.aliases]
    return [a for a in source.aliases if not any(a != n and a.casefold() in n.casefold() for n in names)]


def _warnings(station: _Station, say: Say, *, party: bool) -> Sequence[str]:
    hedged = bool(station.claims) and all(claim.hedged for claim in station.claims)
    return [
        *([say("chain.party")] if party else []),
        *([] if station.source.named else [say("chain.unnamed")]),
        *([say("source.hedged")] if hedged else []),
    ]
