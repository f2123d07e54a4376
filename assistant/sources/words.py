"""What the word lists say of the words that name a source: known bodies, kinds of bodies, roles, words for nobody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import product
from types import MappingProxyType
from typing import Any

from assistant.sources import english, german
from assistant.sources.known import bodies
from assistant.sources.lists import entries
from assistant.sourcing import SourceKind
from index.terms import stem
from index.wordlists import word_list

_FOLDER = "assistant.words/sources"
_SHORTEST_BEFORE = 2  # letters of a compound before its head
_SHORTEST_KEY = 3  # letters of a Russian stem: that of "имам" is the pronoun "им"
_CONSONANTS = "бвгджзйклмнпрстфхцчшщ"
_SHORT_NAME = 6  # letters up to which a name of one word counts only as it is written


class Sort(Enum):
    BODY = auto()  # a body by one of its names: "HUR"
    CONCEPT = auto()  # a kind of body: "Militärgeheimdienst"
    ROLE = auto()  # "Sprecherin"
    UNNAMED = auto()  # "Insider"


@dataclass(frozen=True, slots=True)
class Concept:
    """A kind of body. `generic`: the bare word stands for a body named before, of one of the kinds `stands_for`."""

    id: str
    kind: SourceKind
    of: str | None
    seat: bool
    generic: bool
    owned: bool
    part: bool
    stands_for: frozenset[SourceKind]


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a list: `length` of them, from `border` letters into the first on (the head of a compound)."""

    sort: Sort
    value: str
    length: int
    border: int = 0


@lru_cache(maxsize=100_000)
def key(word: str, language: str) -> str:
    """A word as it is looked up: in Cyrillic letters by its stem, else as it is."""
    lowered = word.lower().replace("’", "'").removesuffix("'s").rstrip("'") or word
    if lowered[0] < "а":
        return lowered
    return next((start for start in grammar("apart", "ru") if lowered.startswith(start)), None) or stem(
        lowered, language
    )


@cache
def concepts() -> Mapping[str, Concept]:
    return MappingProxyType({name: _concept(name, entry) for name, entry in entries("sources/concepts").items()})


def concept_name(concept: str, language: str) -> str:
    """The most usual word for a kind of body."""
    forms = entries("sources/concepts")[concept].get(language) or [concept]
    return str(forms[0]).removeprefix("*")


def concept_words(concept: str, language: str) -> list[str]:
    return [str(form).removeprefix("*") for form in entries("sources/concepts")[concept].get(language, ())]


def lineage(concept: str) -> list[str]:
    """A concept, and what it is a kind of, near and far."""
    found = [concept]
    while (of := concepts()[found[-1]].of if found[-1] in concepts() else None) and of not in found:
        found.append(of)
    return found


@cache
def capitals() -> Mapping[str, str]:
    """The state that a capital stands for, by the capital's place id or a stem of its name."""
    lists = word_list(_FOLDER, "capitals")
    known = {city: state for state, city in (entry.split(" ", 1) for entry in lists["capitals"])}
    for state, *names in map(str.split, lists["more"]):
        known |= {key(name, "de"): state for name in names}
    return MappingProxyType(known)


@dataclass(frozen=True, slots=True)
class Book:
    """The lists of one language, by first word; `heads` end compounds."""

    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], Sort, str, str]]]
    heads: Mapping[str, tuple[Sort, str]]
    nouns: bool  # whether nouns have capitals

    def match(self, words: Sequence[str], keys: Sequence[str], at: int) -> Match | None:
        """The longest entry that begins at a word; a body's own name before a kind of body, before a role."""
        best: Match | None = None
        for phrase, sort, value, written in self.phrases.get(keys[at], ()):
            if written and words[at].removesuffix("s") != written and words[at] != written:
                continue
            if self.nouns and len(phrase) == 1 and not words[at][0].isupper():
                continue
            longer = best is None or len(phrase) > best.length
            if longer and tuple(keys[at : at + len(phrase)]) == phrase:
                best = Match(sort, value, len(phrase))
        if best is None and self.heads and words[at][0].isupper():
            return _head(keys[at])
        return best


def named_bodies(words: Sequence[str], language: str) -> Iterator[tuple[int, Match]]:
    """Where known bodies are named among the words of a text, by any of their names: the first word's place."""
    keys = [key(word, language) for word in words]
    known, at = book(language), 0
    while at < len(words):
        match = known.match(words, keys, at) if keys[at] in known.phrases else None
        if match and match.sort is Sort.BODY:
            yield at, match
        at += match.length if match else 1


@lru_cache(maxsize=50_000)
def _head(noun: str) -> Match | None:
    """The known head that ends a German noun, the longest first."""
    if noun in grammar("small", "de"):
        return None
    heads = book("de").heads
    for border in range(_SHORTEST_BEFORE, len(noun) - 2):
        if found := heads.get(noun[border:]):
            return Match(*found, 1, border)
    return None


@cache
def book(language: str) -> Book:
    phrases: defaultdict[str, list[tuple[tuple[str, ...], Sort, str, str]]] = defaultdict(list)
    heads: dict[str, tuple[Sort, str]] = {}
    for sort, value, form in _forms(language):
        bare = form.removeprefix("*")
        # "AP" and "SID" are names only in capitals.
        written = bare if sort is Sort.BODY and " " not in bare and len(bare) <= _SHORT_NAME else ""
        for keys in _variants(bare, language):
            phrases[keys[0]].append((keys, sort, value, written))
            if form.startswith("*") and len(keys) == 1:
                heads.setdefault(keys[0], (sort, value))
    return Book(phrases, heads, language == "de")


def _variants(form: str, language: str) -> Iterable[tuple[str, ...]]:
    if form[0] < "а":
        forms = german.forms_of(form) if language == "de" else english.forms_of(form)
        return [tuple(key(word, language) for word in words) for words in forms]
    return list(product(*(sorted(russian_keys(word)) for word in form.split())))


@lru_cache(maxsize=10_000)
def russian_keys(word: str) -> frozenset[str]:
    """The stems of a word in its cases: the stemmer takes the end of "журнал" for that of a verb."""
    oblique = f"{word}у" if word[-1] in _CONSONANTS else f"{word[:-1]}у" if word.endswith("а") else word
    keys = {key(form, "ru") for form in (word, oblique, *_fleeting(word))}
    return frozenset({k for k in keys if len(k) >= _SHORTEST_KEY} or keys)


def _fleeting(word: str) -> Iterable[str]:
    """ "очевидец" in its other cases: "очевидца", "бойца", "владельца"."""
    if not word.endswith("ец") or len(word) <= _SHORTEST_KEY:
        return
    base = word[:-2]
    yield base + ("й" if base[-1] in "аеиоуя" else "ь" if base[-1] == "л" else "") + "ца"


def _forms(language: str) -> Iterable[tuple[Sort, str, str]]:
    for body in bodies().values():
        yield from ((Sort.BODY, body.id, name) for name in body.names)
    for name, entry in entries("sources/concepts").items():
        yield from ((Sort.CONCEPT, name, form) for form in entry.get(language, ()))
    for role, forms in entries("sources/roles").items():
        yield from ((Sort.ROLE, role, form) for form in forms.get(language, ()))
    yield from ((Sort.UNNAMED, form, form) for form in word_list(_FOLDER, "unnamed").get(language, ()))


@cache
def grammar(name: str, language: str | None = None) -> frozenset[str]:
    """A list of small words, of one language or of all."""
    lists = word_list(_FOLDER, "grammar")
    return frozenset(lists.get(f"{name}_{language}" if language else name, ()))


@cache
def own_phrases(language: str) -> tuple[str, ...]:
    """How an article speaks of its own house: "unserer Zeitung"."""
    return tuple(form.lower() for form in word_list(_FOLDER, "grammar").get(f"own_{language}", ()))


@cache
def hidden(language: str) -> re.Pattern[str]:
    """Finds what says of somebody that the name is not to be known."""
    phrases = word_list(_FOLDER, "unnamed").get(f"hidden_{language}", ("(?!)",))
    return re.compile("|".join(phrases), re.IGNORECASE)


def _concept(name: str, entry: Mapping[str, Any]) -> Concept:
    kind = SourceKind(entry["kind"])
    return Concept(
        name,
        kind,
        entry.get("of"),
        "seat" in entry,
        "generic" in entry,
        "owned" in entry,
        "part" in entry,
        frozenset(map(SourceKind, entry.get("stands_for", ()))),
    )
