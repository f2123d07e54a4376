"""Our own cases for the verification gate: drafted sentences over our own articles, good ones and altered ones.

A line of evals/data/gate/cases.jsonl is an article (`publisher`, `published`, `text`), a `quote` from it, sentences
that the quote bears (`good`), and sentences that it does not, by what was `altered`. All quotes are the article's own
words; what can be wrong with a quote itself is made from it (`GateCase.sentences`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from evals.formats.nli import Label, Pair
from evals.own import BLIND, DATA
from index.documents import Article
from index.sentences import sentences

CASES = DATA / "gate" / "cases.jsonl"
SETS = (("own", CASES), ("own, blind", BLIND / "gate.jsonl"))
GOOD = "good"
# What an altered sentence is to its quote, where it is more than a sentence that does not follow.
_LABELS = dict.fromkeys(("number", "negation", "antonym", "date"), Label.CONTRADICTION)
_NO_PAIR = frozenset({"reservation", "attribution", "quoted_words"})  # about how it is told, not about what is the case


class _Line(TypedDict):
    id: str
    language: str
    publisher: str
    published: str
    text: str
    quote: str
    good: list[str]
    altered: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A drafted sentence, its quote, and what was altered ("good": nothing). `bearing`: words that do bear it."""

    id: str
    kind: str
    text: str
    quote: str
    bearing: str = ""


@dataclass(frozen=True, slots=True)
class GateCase:
    id: str
    article: Article
    quote: str
    good: tuple[str, ...]
    altered: tuple[tuple[str, str], ...]

    def sentences(self) -> Iterator[Sentence]:
        for n, text in enumerate(self.good, start=1):
            yield Sentence(f"{self.id}-good-{n}", GOOD, text, self.quote)
        for n, (kind, text) in enumerate(self.altered, start=1):
            yield Sentence(f"{self.id}-{kind}-{n}", kind, text, self.quote)
        for kind, quote in self._wrong_quotes():
            yield Sentence(f"{self.id}-{kind.replace(' ', '-')}", kind, self.good[0], quote, self.quote)

    def _wrong_quotes(self) -> Iterator[tuple[str, str]]:
        """A quote with two words exchanged, one cut a letter off, and the words of another sentence."""
        words = self.quote.split()
        yield "invented quote", " ".join([words[1], words[0], *words[2:]])
        at = self.article.text.index(self.quote)
        yield "shifted quote", self.article.text[at + 1 : at + len(self.quote) + 1].strip()
        spans = sentences(self.article.text, self.article.language)
        told = (span.of(self.article.text) for span in spans)
        others = [other for other in told if other not in self.quote and self.quote not in other]
        if others:
            yield "another quote", others[0]

    def pairs(self) -> Iterator[Pair]:
        """The same as premise and hypothesis."""
        language = self.article.language
        for n, text in enumerate(self.good, start=1):
            yield Pair(f"{self.id}-good-{n}", language, self.quote, text, Label.ENTAILMENT)
        for n, (kind, text) in enumerate(self.altered, start=1):
            if kind not in _NO_PAIR:
                label = _LABELS.get(kind, Label.NOT_ENTAILED)
                yield Pair(f"{self.id}-{kind}-{n}", language, self.quote, text, label)


def read_gate(file: Path) -> list[GateCase]:
    """Raises ValueError where a quote does not stand in its article."""
    return [_case(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def _case(row: _Line) -> GateCase:
    text, quote, name = row["text"], row["quote"], row["id"]
    if quote not in text:
        raise ValueError(f"{name}: {quote!r} does not stand in its article")
    article = Article(name, text, f"{name}.txt", None, row["publisher"], row["published"], language=row["language"])
    altered = tuple((kind, text) for kind, texts in row["altered"].items() for text in texts)
    return GateCase(name, article, quote, tuple(row["good"]), altered)
