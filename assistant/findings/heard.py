"""What somebody says in a matter, or that they do not: their claims, and the silences that articles tell of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from assistant.findings.find import Pile
from assistant.findings.narrow import Telling
from assistant.sources.places import state_of
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Silence, Source, Statement
from index.places import places
from index.terms import stem, words
from index.wordlists import LANGUAGES

Item = TypeVar("Item", Claim, Silence)

_TOLD = 3  # sentences of such an answer
_SHARE = 0.1  # of what the likest claim shares with the matter, from which on a claim is about it
_WHERE = re.compile(r"\s(?:in|aus|from|at|в|из)\s")
_SHORTEST = 3  # letters of a word that can name somebody


def heard(names: Sequence[str], asked: Statement, pile: Pile, told: Sequence[Statement] = ()) -> list[Claim | Silence]:
    """One claim of each article, the likest first, of whoever is so called or speaks for that country; silences after.

    The matter is what is `asked`, and the statements that were just `told`. A headline has none: it leaves out who
    says so.
    """
    shares = _likeness((_without(names, asked), *told), pile)
    meant = _Meant(names, pile.resolver)
    spoken = [c for c in pile.claims if not c.headline and any(meant(link.source) for link in c.chain[1:])]
    near = _one_each(sorted((c for c in spoken if shares.get(c, 0.0) > _SHARE), key=lambda c: -shares[c]))
    silent = _one_each(s for r in pile.readings for s in r.silences if s.party and meant(s.party))
    met = {claim.article.id for claim in near}
    heard_from: list[Claim | Silence] = [*near]
    heard_from += [silence for silence in silent if silence.article.id not in met]
    return heard_from[:_TOLD]


def _one_each(items: Iterable[Item]) -> list[Item]:
    first: dict[str, Item] = {}
    for item in items:
        first.setdefault(item.article.id, item)
    return list(first.values())


def _likeness(matter: Sequence[Statement], pile: Pile) -> Mapping[Claim, float]:
    """Of each claim, what it shares with the statement that it is most like; 1 is another article's likest claim's."""
    telling, likeness = Telling(pile.claims), dict[Claim, float]()
    for statement in matter:
        shares = telling.shares(statement)
        own = statement.claim.article.id if statement.claim else None
        most = max((share for claim, share in shares.items() if claim.article.id != own), default=1.0)
        for claim, share in shares.items():
            likeness[claim] = max(likeness.get(claim, 0.0), share / most)
    return likeness


def _without(names: Sequence[str], asked: Statement) -> Statement:
    """Whoever says it is not what it is about."""
    text = asked.text
    for name in names:
        text = text.replace(name, "")
    return replace(asked, text=text)


class _Meant:
    """Whether a source is one of those names, or speaks for the country, city or body that one of them names."""

    def __init__(self, names: Sequence[str], resolver: Resolver) -> None:
        found = {place.id for name in names for place in places(name)}
        self._places = found | set(filter(None, map(state_of, found)))
        self._stems = _stems(name for name in names if not places(name))
        self._resolver = resolver

    def __call__(self, source: Source) -> bool:
        """A diplomat in Vientiane does not speak for it."""
        merged = self._resolver.merged(source)
        names = [_WHERE.split(name)[0] for name in (merged.name, *merged.aliases)]
        if self._places & {merged.side, *(place.id for name in names for place in places(name))}:
            return True
        return bool(self._stems & _stems(names))


def _stems(texts: Iterable[str]) -> set[str]:
    return {stem(w, code) for text in texts for w in words(text) if len(w) >= _SHORTEST for code in LANGUAGES}
