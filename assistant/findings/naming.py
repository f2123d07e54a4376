"""By which name an origin is told: one by which its own claims know it, the most usual of them over all articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from assistant.findings.independence import Component
from assistant.sources.given_names import given_name
from assistant.sources.identity import identity_of
from assistant.sources.resolve import Resolver
from assistant.sources.words import grammar
from assistant.sourcing import Source

_LONGEST = 6  # words that an editor reads as a name
_SHORTEST = 2
# Words behind which a name tells more than the name, beside prepositions.
_BREAKS = frozenset(("who", "that", "briefed", "familiar", "mit", "zur", "для", "об"))


def named(part: Component, resolver: Resolver) -> Source:
    """The origin, all its names joined, by one that is no sentence."""
    found = _known(part, resolver)
    name = short(found.name)
    return found if name == found.name else replace(found, name=name, aliases=(found.name, *found.aliases))


def short(name: str) -> str:
    """A long name up to where what it is for, or what is known of somebody, begins: "Coordination Headquarters"."""
    words = name.split()
    if len(words) <= _LONGEST:
        return name
    links = grammar("links_all") | _BREAKS
    breaks = (n for n in range(_LONGEST, _SHORTEST - 1, -1) if words[n].lower() in links)
    return " ".join(words[: next((n for n in breaks if words[n - 1].lower() not in links), len(words))])


def _known(part: Component, resolver: Resolver) -> Source:
    """Whoever speaks for a body elsewhere is not who is told of here."""
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
