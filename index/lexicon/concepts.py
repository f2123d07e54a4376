"""What the lexicon is made of, and how its files are read into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from index.documents import Span
from index.lexicon.tables import files_in, parsed
from index.wordlists import LANGUAGES


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
    _take_near(merged)
    _make_symmetric(merged)
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
