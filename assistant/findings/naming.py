"""By which name an origin is told: one by which its own claims know it, the most usual of them over all articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from assistant.findings.independence import Component
from assistant.sources.given_names import given_name
from assistant.sources.identity import identity_of
from assistant.sources.resolve import Resolver
from assistant.sourcing import Source


def named(part: Component, resolver: Resolver) -> Source:
    """The origin, all its names joined. Whoever speaks for a body elsewhere is not who is told of here."""
    merged = resolver.merged(part.end.source)
    links = [link.source for claim in part.claims for link in claim.chain]
    told = [source for source in links if resolver.same(source, part.end.source)]
    full = [source for source in told if source.named and not identity_of(source).bare]
    if not full and given_name(merged.name):  # told of by its kind alone here, by its spokesman's name elsewhere
        full = [source for source in told if source.named and not identity_of(source).person]
    if not full or any(source.name == merged.name for source in told):
        return merged
    bodies = [source for source in full if not identity_of(source).person] or full
    names = Counter(source.name for source in bodies)
    best = max(names, key=lambda name: (names[name], len(name)))
    return replace(merged, name=best, aliases=(merged.name, *(a for a in merged.aliases if a != best)))
