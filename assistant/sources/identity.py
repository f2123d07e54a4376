"""What is known of a source from its key and its names, in a form in which sources can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.sources.given_names import given_name
from assistant.sources.known import bodies
from assistant.sources.phrases import phrase_of
from assistant.sources.words import concepts, grammar, lineage
from assistant.sourcing import Source, SourceKind
from index.names import DOMAIN
from index.spelling import consonants, is_cyrillic, sounds

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_ONLINE = re.compile(r"\s+(?:online|digital|\.de|\.com)\Z", re.IGNORECASE)


_UNTOLD = frozenset({SourceKind.PERSON})
_PRINTS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_LOCAL = frozenset({SourceKind.POLICE, SourceKind.COURT})


@dataclass(frozen=True, slots=True)
class Identity:
    """`place` and `concept` as in a figure's key; `generic`: whether only the kind of body is told."""

    key: str
    kinds: frozenset[SourceKind]
    named: bool
    side: str | None
    place: str | None
    concept: str | None
    names: tuple[str, ...]

    @property
    def person(self) -> bool:
        return self.key.startswith("person:")

    @property
    def lone(self) -> bool:
        """A name that may be a surname or a body's, as nothing tells which: "Paletta says no" in a headline."""
        return self.person and self.kinds <= _UNTOLD and not any(given_name(n) for n in self.names)

    @property
    def bare(self) -> bool:
        """Told of by its kind alone, as "the company": its key holds no name and no place."""
        head, _, rest = self.key.partition(":")
        return not head and not self.place and rest.partition(":")[0] == self.concept

    @property
    def generic(self) -> bool:
        return self.concept is not None and not self.place


def identity_of(source: Source, known: Identity | None = None) -> Identity:
    """The source's identity, with what is known of its key already."""
    names = dict.fromkeys((*(known.names if known else ()), source.name, *source.aliases))
    place, concept = _seat(source)
    return Identity(
        source.key,
        frozenset({source.kind, *(known.kinds if known else ())}),
        source.named,
        source.side or (known.side if known else None),
        place or (known.place if known else None),
        concept or (known.concept if known else None),
        tuple(names),
    )


def _seat(source: Source) -> tuple[str | None, str | None]:
    """Place and kind of body, from the key or the names."""
    place, colon, concept = source.key.partition(":")
    if colon and concept.partition(":")[0] in concepts():
        return place or None, concept.partition(":")[0]
    if source.key in bodies():
        body = bodies()[source.key]
        return body.place, body.concept
    if source.key.startswith(("person:", "unnamed:", "document:")):
        return None, None
    if source.kind in _PRINTS:  # a paper called "Schiene & Stadt" is no town
        return None, None
    for name in (source.name, *source.aliases):
        if found := _concept_in(name):
            local = concepts()[found].kind in _LOCAL
            return place if colon and place not in ("name", "") else _qualifier(name) if local else None, found
    return None, None


@lru_cache(maxsize=4096)
def _concept_in(name: str) -> str | None:
    if given_name(name):
        return None
    for language in ("ru",) if _CYRILLIC.search(name) else ("de", "en"):
        phrase = phrase_of(name, language)
        specific = [k for k in phrase.kinds if not concepts()[k.concept].generic and not k.long]
        if specific:
            return specific[0].concept
    return None


@lru_cache(maxsize=20_000)
def kind_and_rest(name: str) -> tuple[str | None, tuple[str, ...]]:
    """The kind of body that a name says, in whatever language, and the other words of it: "University of Fulda"."""
    for language in ("ru",) if _CYRILLIC.search(name) else ("de", "en"):
        phrase = phrase_of(name, language)
        if len(phrase.kinds) == 1 and not phrase.kinds[0].before:
            said = phrase.kinds[0].word.lower().split()
            return phrase.kinds[0].concept, tuple(w for w in telling_words(name) if w.lower() not in said)
    return None, ()


def _qualifier(name: str) -> str | None:
    """What tells bodies of one kind apart: "Nordhessen" in "Polizeipräsidium Nordhessen"."""
    words = name.split()
    return words[-1].lower() if len(words) > 1 else None


@lru_cache(maxsize=20_000)
def telling_words(name: str) -> tuple[str, ...]:
    """The words of a name; articles, links and "online" left out."""
    name = _ONLINE.sub("", name)
    if DOMAIN.fullmatch(name):
        name = name.rpartition(".")[0]
    words = _WORD.findall(name.replace("’s", "").replace("'s", ""))
    return tuple(w for w in words if w.lower() not in grammar("articles") and w.lower() not in grammar("links_all"))


@lru_cache(maxsize=50_000)
def sound_alike(one: str, other: str) -> bool:
    """Whether two words are one name in two inflections, spellings or scripts."""
    if one.lower() == other.lower() or sounds(one) & sounds(other):
        return True
    return is_cyrillic(one) != is_cyrillic(other) and bool(consonants(one) & consonants(other))


def related(one: str, other: str) -> bool:
    """Whether two kinds of bodies are the same or one a kind of the other."""
    return one in lineage(other) or other in lineage(one)
