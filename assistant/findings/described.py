"""Which of those quoted for one statement are told of without their name, and mean another one who is quoted for it.

An editor takes "the company" of one article for the Orlex AG of the other where both say the same. That holds for one
statement only: elsewhere the company may be another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from assistant.sources.identity import identity_of, related
from assistant.sources.joining import differ, stands_for
from assistant.sources.people import SPEAKING
from assistant.sources.phrase import Phrase
from assistant.sources.phrases import phrase_of
from assistant.sources.places import state_of
from assistant.sources.resolve import Resolver
from assistant.sources.words import grammar
from assistant.sourcing import Claim, Source, SourceKind
from index.documents import Article
from index.lexicon.concepts import Concept
from index.lexicon.lexicon import concept, mentions
from index.places import places
from index.spelling import is_cyrillic

_SOMEBODY = frozenset({"person", "role", "group"})
_ANYBODY = frozenset({"human", "nation_people", "source", "source_informant"})  # says of nobody what they are
_NO_FIELD = frozenset({"number", "object", "place", "quality"})  # kinds of concepts that tell no "circles" apart
_AS_ONE = {"experts": SourceKind.EXPERT, "court": SourceKind.COURT}  # researchers speak as their university
_WHAT = _SOMEBODY | {"building", "place"}  # kinds of concepts that say what somebody is
_BEFORE = re.compile(r"(?:[^\W_][\w'’-]*,? ){1,4}[„“«\"]?\Z")
_AFTER = re.compile(r"[”“»\"]?, (?:[\w'’-]+ ?){1,5}")
_BESIDE = 48  # characters before a name in which it is said what somebody is
_SILENT = frozenset({SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.DOCUMENT})
_OF_STATES = frozenset({SourceKind.GOVERNMENT, SourceKind.MILITARY})
_MANY = frozenset({"witnesses"})  # sorts of roles: each of them has seen it for himself
_HIDING = _MANY | {"officials"}  # and who does not give his name is not the one who does


def described(claims: Sequence[Claim], resolver: Resolver) -> set[tuple[int, int]]:
    """Pairs of claims on one statement, the earlier first, of which one's end is told of without a name and can mean
    only the other's; of people without a name all those who are of one sort."""
    ends = [claim.chain[-1].source for claim in claims]
    articles = list({claim.article.id: claim.article for claim in claims}.values())
    found = set()
    for n, end in enumerate(ends):
        others = [m for m in range(len(ends)) if claims[m].article.id != claims[n].article.id]
        if not end.named:
            found |= {(n, m) for m in others if not ends[m].named and _same_sort(end, ends[m])}
        for may_mean in _WAYS:
            meant = [m for m in others if ends[m].named and may_mean(end, ends[m], articles)]
            if all(resolver.same(ends[m], ends[meant[0]]) for m in meant):
                found |= {(n, m) for m in meant}
    return {(min(pair), max(pair)) for pair in found}


def _same_sort(one: Source, other: Source) -> bool:
    """ "three brokers", "брокеры"; whoever just knows may be any of those who know."""
    if _has_role(one, _MANY):
        return False
    mine, theirs = _sorts(one), _sorts(other)
    if mine and theirs:
        return any(a == b or b in concept(a).near or a in concept(b).near for a in mine for b in theirs)
    return _is_just_near(one) and _is_just_near(other)


def _sorts(source: Source) -> frozenset[str]:
    """What people are; of "circles" and "sources", what they are near to."""
    found = [c for c in _concepts(source.name) if c.id not in _ANYBODY]
    if _is_just_near(source):
        return frozenset(c.id for c in found if c.kind not in _NO_FIELD)
    return frozenset(c.id for c in found if c.kind in _SOMEBODY)


def _is_just_near(source: Source) -> bool:
    """Whether only a word for nobody is told: "sources", "investigation circles"."""
    return any(phrase.unnamed for phrase in _described_as(source.name))


def _is_body(end: Source, special: Source, articles: Iterable[Article]) -> bool:
    """ "the hospital" beside "Klinikum Kelm", "the ministry" beside "Innenministerium"."""
    mine, theirs = identity_of(end), identity_of(special)
    if mine.concept is None or not mine.bare or theirs.person or differ(mine, theirs):
        return False
    where, there = _places(end), _places(special)
    if where and where.isdisjoint(there) and (there or _is_said_in((special.name, *special.aliases), end)):
        return False  # "Kenya's chess federation", "International Chess Federation"
    kindred = related(mine.concept, theirs.concept) if theirs.concept else stands_for(mine, theirs)
    return kindred and (_is_wide(end) or _is_said_of(end, special, articles))


def _places(source: Source) -> frozenset[str]:
    told = {place.id for name in (source.name, *source.aliases) for place in places(name)}
    return frozenset(told | ({source.side} if source.side else set()))


def _is_wide(end: Source) -> bool:
    """Whether its name is a word for any body of such a kind: "the company", and not "the airport"."""
    return end.name.lower() in grammar("any_body")


def _is_said_of(end: Source, special: Source, articles: Iterable[Article]) -> bool:
    """Whether the other's name, or what it is introduced by, says what the end is called."""
    names = (special.name, *special.aliases)
    return _is_said_in((*names, *_introductions(names, articles)), end)


def _is_said_in(texts: Iterable[str], end: Source) -> bool:
    own = {c.id for c in _concepts(end.name) if c.kind in _WHAT}
    return any(c.id in own for text in texts for c in _concepts(text))


def _introductions(names: Iterable[str], articles: Iterable[Article]) -> Iterator[str]:
    """The words right before a name, and an apposition after it."""
    for article in articles:
        for name in names:
            for found in re.finditer(re.escape(name), article.text):
                before = _BEFORE.search(article.text, max(0, found.start() - _BESIDE), found.start())
                after = _AFTER.match(article.text, found.end())
                yield from (near.group() for near in (before, after) if near)


def _is_called_so(end: Source, special: Source, articles: Iterable[Article]) -> bool:
    """ "the mayor" beside somebody whom an article introduces as "the mayor, Peter Holm"."""
    if not special.key.startswith("person:") or not (end.key.startswith("role:") or not end.named):
        return False
    if _is_just_near(end) or _has_role(end, _HIDING):
        return False
    return any(c.kind in _SOMEBODY for c in _concepts(end.name)) and _is_said_of(end, special, articles)


def _has_role(source: Source, sorts: Iterable[str]) -> bool:
    return any(role.sort in sorts for phrase in _described_as(source.name) for role in phrase.roles[:1])


def _speaks_for(end: Source, special: Source, articles: Iterable[Article]) -> bool:
    """ "a spokeswoman", "the owners", "the team" beside a body; "researchers" beside a university."""
    if end.named or special.kind in _SILENT or special.key.startswith(("person:", "role:")):
        return False
    if _is_wide(end):
        return True
    return not _is_just_near(end) and _has_role(
        end, {*SPEAKING, *(s for s, kind in _AS_ONE.items() if kind is special.kind)}
    )


def _is_capital(end: Source, special: Source, articles: Iterable[Article]) -> bool:
    """ "Nairobi" beside a ministry of Kenya."""
    if not end.side or special.side != end.side or special.kind not in _OF_STATES:
        return False
    return any(place.words == end.name and state_of(place.id) == end.side for place in places(end.name))


_WAYS: tuple[Callable[[Source, Source, Iterable[Article]], bool], ...] = (
    _is_body,
    _is_called_so,
    _speaks_for,
    _is_capital,
)


@lru_cache(maxsize=4096)
def _concepts(words: str) -> tuple[Concept, ...]:
    return tuple(m.concept for language in _languages(words) for m in mentions(words, language))


@lru_cache(maxsize=4096)
def _described_as(words: str) -> tuple[Phrase, ...]:
    return tuple(phrase_of(words, language) for language in _languages(words))


def _languages(words: str) -> tuple[str, ...]:
    return ("ru",) if is_cyrillic(words) else ("de", "en")
