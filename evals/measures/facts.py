"""Which facts a summary tells: how a fact is recognised in sentences that were taken from the articles.

An own pile's fact lists strings, in groups: it is told where one sentence, or two that follow each other, have one
string of each group.

A story's fact is a probe's claim in an editor's own words, so that it can only be found by likeness. Facts are the
claims that at least one article in the claim's language supports. A claim's likeness to a sentence is the share of
its concepts (`assistant.write.concepts`; each weighted by how telling the word is and by how few sentences of the
story's articles in that language have it) that the sentence has; it is 0 where one of the claim's figures is missing
(number words up to fifteen count as figures). The place of a fact is the likest sentence of its supporting articles;
a fact whose place is less like it than FLOOR cannot be located and is left out. It is told where a sentence of the
summary in the claim's language, or two that follow each other, are at least NEARLY as like it as its place.
Checked by hand for the first 45 claims: 34 could be located, 3 of them at a sentence that says something else.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Protocol

from assistant.write.concepts import concepts, likeness
from assistant.write.units import read_lines
from index.documents import Article
from index.terms import words

FLOOR = 0.3
NEARLY = 0.85
_SUPPORTED = {"corroborated", "single_origin", "single_source", "disputed", "superseded"}
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"(?<=\d)[ .,\u00a0\u202f](?=\d{3}(?!\d))")
_NUMBER_WORDS = {
    "de": "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
    "en": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a summary, and the language it is in."""

    text: str
    language: str


class Fact(Protocol):
    def told_in(self, summary: Sequence[Told]) -> bool: ...


@dataclass(frozen=True, slots=True)
class Listed:
    """A fact of an own pile: one string of each group has to be there."""

    groups: tuple[tuple[str, ...], ...]

    def told_in(self, summary: Sequence[Told]) -> bool:
        return any(all(any(s in w for s in group) for group in self.groups) for w in windows(summary))


@dataclass(frozen=True, slots=True)
class Claimed:
    """A fact of a story. `weights`: its concepts; `best`: how like it its place is."""

    language: str
    weights: dict[str, float]
    figures: frozenset[str]
    best: float

    def told_in(self, summary: Sequence[Told]) -> bool:
        own = windows([t for t in summary if t.language == self.language])
        return any(self.likeness(window) >= NEARLY * self.best for window in own)

    def likeness(self, text: str) -> float:
        if not self.figures <= figures(text, self.language):
            return 0.0
        found = concepts(text, self.language)
        return sum(w * likeness(c, found) for c, w in self.weights.items()) / (sum(self.weights.values()) or 1.0)


def windows(summary: Sequence[Told]) -> list[str]:
    """Each sentence, and each two that follow each other."""
    return [t.text for t in summary] + [f"{a.text} {b.text}" for a, b in pairwise(summary)]


def listed_facts(file: Path) -> list[Fact]:
    """The facts of an own pile: a JSON list of objects with `must`, a list of lists of strings."""
    return [Listed(tuple(map(tuple, f["must"]))) for f in json.loads(file.read_text(encoding="utf-8"))]


def claimed_facts(probes: Path, articles: Sequence[Article]) -> list[Fact]:
    """The facts of a story that can be located in its articles, which are told by the number their names begin with."""
    rows = [json.loads(line) for line in probes.read_text(encoding="utf-8").splitlines() if line.strip()]
    facts = [_claimed(row, articles) for row in rows if row["standing"] in _SUPPORTED]
    return [fact for fact in facts if fact.best >= FLOOR]


def _claimed(row: dict[str, str], articles: Sequence[Article]) -> Claimed:
    language = row["lang"]
    same = [a for a in articles if a.language == language]
    holders = Counter(c for a in same for line in read_lines(a) for c in concepts(line.text, language))
    total = sum(len(read_lines(a)) for a in same)
    found = concepts(row["claim"], language)
    weights = {c: w * log(1 + total / max(1, holders[c])) for c, w in found.items() if not c[0].isdigit()}
    fact = Claimed(language, weights, figures(row["claim"], language, spelled=False), 0.0)
    supporting = [a for a in same if Path(a.path).name[:2] in row["supporting"]]
    best = max((fact.likeness(line.text) for a in supporting for line in read_lines(a) if line.prose), default=0.0)
    return Claimed(language, weights, fact.figures, best)


def figures(text: str, language: str, *, spelled: bool = True) -> frozenset[str]:
    """The text's numbers in digits: "1.200", "1 200" and "1,200" are "1200"."""
    found = {f.replace(",", ".") for f in _FIGURE.findall(_GROUPED.sub("", text))}
    known = {w: str(n) for n, w in enumerate(_NUMBER_WORDS.get(language, "").split())} if spelled else {}
    return frozenset(found | {known[w] for w in words(text) if w in known})
