"""Whoever an article quotes, as it gets known while the article is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.sources.german import nominative
from assistant.sources.words import grammar, lineage
from assistant.sourcing import Source, SourceKind
from index.spelling import sounds

_LONGEST_NAME = 7  # words
_SHORTEST_ALIKE = 3  # letters from which a word may be compared by its sound
_SHORTEST_NOUN = 4  # letters from which a name may have an ending
_CASES = ("s", "es", "n", "en")
_INITIAL = re.compile(r"\A[^\W\d_]\.\Z")
_MARKS = ' ,;:–—-„“”"«»‚‘’›‹()'


@dataclass(slots=True, eq=False)
class Figure:
    """A body, a person or somebody unnamed.

    `speaks_for`: the body whose head or spokesman a person is; `office`: the ministry of a minister, which shares the
    key but not the name. `sure`: whether anything tells its kind. `concept` is one of words/sources/concepts.yaml,
    `place` an id of index.places.
    """

    kind: SourceKind
    key: str
    names: dict[str, bool] = field(default_factory=dict)
    named: bool = True
    side: str | None = None
    concept: str | None = None
    place: str | None = None
    person: bool = False
    gender: str = ""
    speaks_for: Figure | None = None
    office: Figure | None = None
    sure: bool = True
    heard: Callable[[str], None] | None = field(default=None, repr=False)  # told of each new name

    def add(self, name: str, language: str = "", quoted: bool = True) -> None:
        """Adds a name; `quoted`: as whoever says something is called, and so the better one to show."""
        if cleaned := bare(name, language):
            if self.heard and cleaned not in self.names:
                self.heard(cleaned)
            self.names[cleaned] = self.names.get(cleaned, False) or quoted

    @property
    def name(self) -> str:
        return max(self.names, key=lambda n: (self.names[n], len(n)), default=self.key.rpartition(":")[2])

    @property
    def body(self) -> Figure:
        return self.speaks_for.body if self.speaks_for and self.speaks_for is not self else self

    @property
    def concepts(self) -> list[str]:
        return lineage(self.concept) if self.concept else []

    def called(self, name: str) -> bool:
        """Whether a name is one of its names, or a part of one that stands for it: a surname, the "Wire"."""
        wanted = [w for w in name.split() if w.lower() not in grammar("articles")]
        return bool(wanted) and any(self._fits(wanted, own.split()) for own in self.names)

    def abbreviated(self, name: str) -> bool:
        """Whether a name in capitals is the first letters of one of its names."""
        if not (name.isupper() and len(name) > 1):
            return False
        return any("".join(w[0] for w in re.split(r"[\s-]", own) if w[:1].isupper()) == name for own in self.names)

    def _fits(self, wanted: list[str], own: list[str]) -> bool:
        if len(wanted) > len(own):
            wanted, own = own, wanted
        if len(wanted) == 1 and len(own) > 1:
            return alike(wanted[0], own[-1]) or (not self.person and alike(wanted[0], own[0]))
        same = alike if self.person else inflected
        return all(any(same(w, o) for o in own) for w in wanted)


def alike(one: str, other: str) -> bool:
    """Whether two words are one name in two inflections or scripts."""
    if one.lower() == other.lower():
        return True
    if min(len(one), len(other)) < _SHORTEST_ALIKE:
        return False
    return bool(sounds(one) & sounds(other))


def inflected(one: str, other: str) -> bool:
    """Whether two words are one name, which may be a noun: "Bergbote", "Bergboten"."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return alike(one, other) or (len(short) >= _SHORTEST_NOUN and long.removeprefix(short) in _CASES)


@lru_cache(maxsize=20_000)
def word_keys(word: str) -> frozenset[str]:
    """Two words that are `alike` or `inflected` forms of each other have one of these in common."""
    low = word.lower()
    stems = {low.removesuffix(ending) for ending in _CASES if len(low) >= _SHORTEST_NOUN + len(ending)}
    return frozenset({low} | stems | {f"~{sound}" for sound in sounds(word)})


def bare(name: str, language: str = "") -> str:
    """A name without its article and marks, in its first form and no longer than names are."""
    words = name.strip(_MARKS.replace(".", "")).split()
    if language == "de":
        words = nominative(words)
    while len(words) > 1 and words[0].lower() in grammar("articles"):
        words = words[1:]
    words = words[:_LONGEST_NAME]
    while len(words) > 1 and words[-1].lower() in grammar("links_all"):
        words.pop()
    if words and words[-1].endswith(("'s", "’s")) and (len(words) > 1 or words[-1].islower()) and "&" not in words:
        words[-1] = words[-1][:-2]  # "the ministry's", but "Moody's"
    short = " ".join(words).strip(_MARKS)
    return short if not words or _INITIAL.search(words[-1]) else short.rstrip(".")


def as_source(figure: Figure) -> Source:
    """The figure as a reading gives it; who speaks for a body is that body."""
    body = figure.body
    names, best = list(body.names), body.name
    office = list(figure.office.names) if figure.office else []
    own = figure.names if figure.named else ()
    others = dict.fromkeys(n for n in (*names, *own, *office) if n != best)
    key = body.office.key if body.office else body.key
    return Source(best, body.kind, key, body.named, body.side, tuple(others))
