"""What the word lists say of the words that name a source: known bodies, kinds of bodies, roles, words for nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml

from assistant.sources import english, german
from assistant.sourcing import SourceKind
from index.folders import config_folder
from index.terms import stem
from index.wordlists import word_list

_FOLDER = "assistant.words/sources"
_SHORTEST_BEFORE = 2  # letters of a compound before its head
_SHORT_NAME = 6  # letters up to which a name of one word counts only as it is written


class Sort(Enum):
    BODY = auto()  # a body by one of its names: "HUR"
    CONCEPT = auto()  # a kind of body: "Militärgeheimdienst"
    ROLE = auto()  # "Sprecherin"
    UNNAMED = auto()  # "Insider"


@dataclass(frozen=True, slots=True)
class Body:
    """A body with many names. `place` and `concept`: it is this state's one body of the kind."""

    id: str
    kind: SourceKind
    side: str | None
    place: str | None
    concept: str | None
    names: tuple[str, ...]


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
    return stem(lowered, language) if lowered[0] >= "а" else lowered


@cache
def bodies() -> Mapping[str, Body]:
    """Every known body by its id: ours, then those that the user has added."""
    shipped = (resources.files("assistant") / "words" / "bodies.yaml").read_text(encoding="utf-8")
    found = {name: _body(name, entry) for name, entry in _yaml(shipped).items()}
    with suppress(FileNotFoundError):
        own = (config_folder() / "bodies.yaml").read_text(encoding="utf-8")
        found |= {name: _body(name, entry) for name, entry in _yaml(own).items()}
    return MappingProxyType(found)


@cache
def concepts() -> Mapping[str, Concept]:
    return MappingProxyType({name: _concept(name, entry) for name, entry in _concept_lists().items()})


def concept_name(concept: str, language: str) -> str:
    """The most usual word for a kind of body."""
    forms = _concept_lists()[concept].get(language) or [concept]
    return str(forms[0]).removeprefix("*")


def concept_words(concept: str, language: str) -> list[str]:
    return [str(form).removeprefix("*") for form in _concept_lists()[concept].get(language, ())]


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
        return best or self._head(words[at], keys[at])

    def _head(self, word: str, stemmed: str) -> Match | None:
        """The known head that ends a German noun, the longest first."""
        if not self.heads or not word[0].isupper() or word.lower() in grammar("small", "de"):
            return None
        for border in range(_SHORTEST_BEFORE, len(stemmed) - 2):
            if found := self.heads.get(stemmed[border:]):
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
    return [tuple(key(word, language) for word in form.split())]


def _forms(language: str) -> Iterable[tuple[Sort, str, str]]:
    for body in bodies().values():
        yield from ((Sort.BODY, body.id, name) for name in body.names)
    for name, entry in _concept_lists().items():
        yield from ((Sort.CONCEPT, name, form) for form in entry.get(language, ()))
    for role, forms in _roles().items():
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


def hidden(language: str) -> tuple[str, ...]:
    """Phrases that say of somebody that the name is not to be known."""
    return word_list(_FOLDER, "unnamed").get(f"hidden_{language}", ())


@cache
def _concept_lists() -> dict[str, Any]:
    return _yaml(_source_file("concepts"))


@cache
def _roles() -> dict[str, Any]:
    return _yaml(_source_file("roles"))


def _source_file(name: str) -> str:
    file = resources.files("assistant") / "words" / "sources" / f"{name}.yaml"
    return file.read_text(encoding="utf-8")


def _yaml(text: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader) or {}
    return content


def _body(name: str, entry: Mapping[str, Any]) -> Body:
    place, _, concept = entry.get("is", "").partition(" ")
    side = entry.get("side") or place or None
    return Body(name, SourceKind(entry["kind"]), side, place or None, concept or None, tuple(entry["names"]))


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
