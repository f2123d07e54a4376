"""What the lexicon is made of, and how its files are read into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, product

from index.documents import Span
from index.lexicon.tables import files_in, parsed
from index.wordlists import LANGUAGES

_TOLD_APART = frozenset(("animal", "plant", "illness", "food", "money", "substance", "unit"))  # kinds


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning. `kind` is a plain word such as "denying" or "vehicle".

    `opposites` cannot hold of the same thing at the same time; `broader` are the concepts that this is a kind of;
    `near` are those by which news retells this one. All hold ids, `opposites` on either side, `broader` without cycles.
    """

    id: str
    kind: str
    opposites: frozenset[str]
    broader: frozenset[str]
    near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept that a text names by the characters of `spans`: several where the words between belong to others.

    `part`: only a part of a compound names it: its head ("Datenschutzbehörde" is an authority; `spans` is the whole
    word) or what stands before the head (`spans` ends before it).
    """

    concept: Concept
    spans: tuple[Span, ...]
    part: bool

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(slots=True)
class Entry:
    """A concept as the files write it, with its words by language."""

    id: str
    kind: str
    words: dict[str, list[str]]
    opposites: set[str] = field(default_factory=set)
    broader: set[str] = field(default_factory=set)
    near: set[str] = field(default_factory=set)

    def concept(self) -> Concept:
        return Concept(self.id, self.kind, *map(frozenset, (self.opposites, self.broader, self.near)))

    def is_one_with(self, other: Entry) -> bool:
        """Whether two entries of one id in two files mean the same: they share a kind or a word."""
        shared = any(set(self.words[code]) & set(other.words[code]) for code in LANGUAGES)
        return self.kind == other.kind or shared

    def take(self, other: Entry) -> None:
        for code in LANGUAGES:
            self.words[code] += [w for w in other.words[code] if w not in self.words[code]]
        self.opposites |= other.opposites
        self.broader |= other.broader


def entries() -> dict[str, Entry]:
    """All files' concepts by id. Of one id in two files with one meaning they make one, else the later is renamed."""
    merged: dict[str, Entry] = {}
    for file in files_in("data"):
        for entry in _of_file(file.name.removesuffix(".yaml"), parsed(file), merged):
            if entry.id in merged:
                merged[entry.id].take(entry)
            else:
                merged[entry.id] = entry
    _take_poles(merged)
    _make_symmetric(merged)
    _take_near(merged)
    _take_families(merged)
    _take_translations(merged)
    _cut_cycles(merged)
    return merged


def _of_file(
    name: str, content: Mapping[str, Mapping[str, list[str] | str]], before: Mapping[str, Entry]
) -> list[Entry]:
    made = [_entry(key, fields) for key, fields in (content or {}).items()]
    renamed = {e.id: f"{e.id}_{name}" for e in made if e.id in before and not before[e.id].is_one_with(e)}
    for entry in made:
        entry.id = renamed.get(entry.id, entry.id)
        entry.opposites = {renamed.get(i, i) for i in entry.opposites}
        entry.broader = {renamed.get(i, i) for i in entry.broader}
    return made


def _entry(key: str, fields: Mapping[str, list[str] | str]) -> Entry:
    words = {code: list(dict.fromkeys(_listed(fields.get(code)))) for code in LANGUAGES}
    entry = Entry(key, str(fields.get("kind", "")), words)
    entry.opposites.update(_listed(fields.get("opposite")))
    entry.broader.update(_listed(fields.get("broader")))
    return entry


def _listed(value: list[str] | str | None) -> Iterable[str]:
    return value if isinstance(value, list) else [value] if value else []


def _take_near(merged: Mapping[str, Entry]) -> None:
    """Links of which one end is nowhere are left out, and so are those to what cannot hold at the same time."""
    for file in files_in("near"):
        for key, others in (parsed(file) or {}).items():
            if key in merged:
                known = {o for o in _listed(others) if o in merged and o != key}
                merged[key].near |= known - merged[key].opposites


def _take_families(merged: Mapping[str, Entry]) -> None:
    """Of a family each concept retells each other."""
    for file in files_in("families"):
        for ids in parsed(file).values():
            for one, other in combinations((i for i in ids if i in merged), 2):
                if other not in merged[one].opposites:
                    merged[one].near.add(other)


def _take_poles(merged: Mapping[str, Entry]) -> None:
    """What stands at one pole of a line excludes what stands at each other: a line may have two poles or many."""
    for file in files_in("poles"):
        for poles in parsed(file).values():
            for one, other in combinations(poles, 2):
                for here, there in product((i for i in one if i in merged), (i for i in other if i in merged)):
                    merged[here].opposites.add(there)


def _take_translations(merged: Mapping[str, Entry]) -> None:
    """Two concepts that share words in two languages retell each other: what one language has one word for may be two
    things, but hardly ever the same two in another. Things that are told apart by kind are left out: a marten is no
    otter, though one word may serve for both."""
    for one, other in _shared_words(merged):
        pair = merged[one], merged[other]
        if other not in pair[0].opposites and not (pair[0].kind == pair[1].kind and pair[0].kind in _TOLD_APART):
            pair[0].near.add(other)


def _shared_words(merged: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
    """The pairs of concepts that share words in two languages at least."""
    languages: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for code in LANGUAGES:
        holders: defaultdict[str, set[str]] = defaultdict(set)
        for entry in merged.values():
            for word in entry.words[code]:
                holders[word.replace("|", "").lower().removeprefix("to ")].add(entry.id)
        for ids in holders.values():
            for pair in combinations(sorted(ids), 2):
                languages[pair].add(code)
    return (pair for pair, shared in languages.items() if len(shared) > 1)


def _make_symmetric(merged: Mapping[str, Entry]) -> None:
    """A link to an id that is nowhere is left out; a file says an opposition on one side at least."""
    pairs = defaultdict(set)
    for entry in merged.values():
        entry.broader = {i for i in entry.broader if i in merged and i != entry.id}
        for other in entry.opposites:
            if other in merged and other != entry.id:
                pairs[entry.id].add(other)
                pairs[other].add(entry.id)
    for entry in merged.values():
        entry.opposites = pairs[entry.id]


def _cut_cycles(merged: Mapping[str, Entry]) -> None:
    """Two files together may make a circle of what each says alone: the link that closes it is left out."""
    for entry in merged.values():
        for other in sorted(entry.broader):
            if entry.id in _above(merged, other):
                entry.broader.discard(other)


def _above(merged: Mapping[str, Entry], start: str) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        identifier = waiting.pop()
        if identifier not in seen:
            seen.add(identifier)
            waiting += merged[identifier].broader
    return seen


def all_words(merged: Mapping[str, Entry], language: str) -> Iterator[tuple[int, Entry, str]]:
    """Every word of a language with its concept and that concept's number."""
    for number, entry in enumerate(merged.values()):
        for word in entry.words[language]:
            yield number, entry, word
