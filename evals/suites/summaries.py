"""Do ten sentences tell what matters? Facts told, beside the articles' lead sentences of the same length.

How a fact is recognised is in `evals.facts`. A baseline gets as many characters as our summary has: the articles'
lead sentences (one of each article in turn, from the top), random sentences (the mean over ten draws), and sentences
near the pile's centroid with maximal marginal relevance (lambda 0.7, the `lexical` vectors). What is measured is the
reply that `secondsource summarize` shows, after the gate. `length` is in characters, `redundancy` the mean of the
greatest share of concepts that a sentence has in common with an earlier one; `dangling` the share of sentences that
our own rules say point back (so that ours has none by construction), `exact` that of quotes at their offsets.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import numpy as np

from assistant.domain import Reply
from assistant.hands import engine
from assistant.pipeline import read_pile, summarize
from assistant.settings import Settings
from assistant.write.concepts import concepts
from assistant.write.sentence import points_back
from assistant.write.units import read_lines
from evals.facts import Fact, Told, claimed_facts, listed_facts
from evals.own import DATA
from evals.report import Bar, Row, Table
from index.documents import Article
from index.embedding.embedder import embedder_named

_OWN = DATA / "summaries"
_COLUMNS = ("told", "facts", "over lead", "length", "redundancy", "dangling", "exact")
_SENTENCES = {"stories": 10, "own": 6}  # the own piles are half as long as the stories
_DRAWS = 10
_LAMBDA = 0.7
_BAR = 1.3

Choose = Callable[[Sequence[Article], int, int], list[Told]]  # articles, characters, seed -> sentences


@dataclass(frozen=True, slots=True)
class Case:
    """A pile, what it says, and our summary of it."""

    articles: tuple[Article, ...]
    facts: Sequence[Fact]
    reply: Reply

    @property
    def ours(self) -> list[Told]:
        return [Told(s.text, s.citations[0].article.language) for s in self.reply.sentences]

    @property
    def length(self) -> int:
        return sum(len(t.text) for t in self.ours)


def run(data: Path | None) -> Table:
    own = [_case(folder, "own") for folder in sorted(_OWN.iterdir()) if folder.is_dir()]
    rows, bars, skipped = _rows("own piles", own), list[Bar](), list[str]()
    for name, folder in (("own stories", DATA / "stories"), ("stories", data / "stories" if data else Path("absent"))):
        if not folder.is_dir():
            skipped.append(f"{name}: give their folder with --data")
            continue
        stories = sorted(f for f in folder.iterdir() if (f / "probes.jsonl").is_file())
        told = _rows(name, [_case(story, "stories") for story in stories])
        rows = [*told, *rows]
        bars += [
            Bar(f"facts told over lead, {name}", float(told[0].values["over lead"]), _BAR),
            Bar(f"quotes exact, {name}", float(told[0].values["exact"]), 1.0),
        ]
    return Table("summaries", _COLUMNS, tuple(rows), tuple(skipped), tuple(bars))


def _case(folder: Path, kind: str) -> Case:
    source = folder / "articles" if kind == "stories" else folder
    paths = [str(p) for p in sorted(source.iterdir()) if p.suffix != ".json"]
    settings = Settings()
    with read_pile(settings, paths) as (collection, _):
        articles = tuple(collection.articles([head.id for head in collection.heads()]))
        reply = summarize(collection, engine(settings), None, _SENTENCES[kind])
    in_order = tuple(sorted(articles, key=lambda a: a.path))
    facts = (
        claimed_facts(folder / "probes.jsonl", in_order) if kind == "stories" else listed_facts(folder / "facts.json")
    )
    return Case(in_order, facts, reply)


def _rows(name: str, cases: Sequence[Case]) -> list[Row]:
    ours = [[case.ours] for case in cases]
    leads = [[lead(c.articles, c.length, 0)] for c in cases]
    drawn = [[at_random(c.articles, c.length, seed) for seed in range(_DRAWS)] for c in cases]
    near = [[near_centroid(c.articles, c.length, 0)] for c in cases]
    lead_told = _told(cases, leads)
    systems = (("extractive", ours), ("lead sentences", leads), ("random sentences", drawn), ("centroid, MMR", near))
    rows = [Row(label, _figures(cases, found, lead_told), name) for label, found in systems]
    quotes = [c for case in cases for s in case.reply.sentences for c in s.citations]
    exact = sum(c.span.of(c.article.text) == c.quote and bool(c.quote) for c in quotes) / max(1, len(quotes))
    return [Row(rows[0].name, {**rows[0].values, "exact": exact}, name), *rows[1:]]


def _figures(cases: Sequence[Case], found: Sequence[Sequence[list[Told]]], lead_told: float) -> dict[str, float | str]:
    told, facts = _told(cases, found), sum(len(c.facts) for c in cases)
    summaries = [summary for several in found for summary in several]
    sentences = [t for summary in summaries for t in summary]
    return {
        "told": told,
        "facts": float(facts),
        "over lead": told / max(1.0, lead_told),
        "length": sum(len(t.text) for t in sentences) / max(1, len(summaries)),
        "redundancy": sum(map(redundancy, summaries)) / max(1, len(summaries)),
        "dangling": sum(points_back(t.text, t.language) for t in sentences) / max(1, len(sentences)),
    }


def _told(cases: Sequence[Case], found: Sequence[Sequence[list[Told]]]) -> float:
    """Facts told over all piles; for a pile with several summaries, their mean."""
    return sum(
        sum(fact.told_in(summary) for summary in several for fact in case.facts) / len(several)
        for case, several in zip(cases, found, strict=True)
    )


def redundancy(summary: Sequence[Told]) -> float:
    """How much of a sentence an earlier one has said: the greatest share of common concepts, mean over sentences."""
    bags = [set(concepts(t.text, t.language)) for t in summary]
    most = [max((len(b & a) / len(b | a or {""}) for a in bags[:n]), default=0.0) for n, b in enumerate(bags)]
    return sum(most[1:]) / max(1, len(most) - 1)


def lead(articles: Sequence[Article], characters: int, seed: int) -> list[Told]:
    """The articles' first sentences, one of each in turn."""
    columns = zip_longest(*map(_sentences, articles))
    return list(_filled((t for column in columns for t in column if t), characters))


def at_random(articles: Sequence[Article], characters: int, seed: int) -> list[Told]:
    sentences = [t for a in articles for t in _sentences(a)]
    random.Random(seed).shuffle(sentences)
    return list(_filled(sentences, characters))


def near_centroid(articles: Sequence[Article], characters: int, seed: int) -> list[Told]:
    """Sentences near the mean of all, each far from those taken (Carbonell & Goldstein 1998)."""
    sentences = [t for a in articles for t in _sentences(a)]
    vectors = embedder_named("lexical").embed([t.text for t in sentences], [t.language for t in sentences])
    central = vectors @ vectors.mean(axis=0)
    central /= central.max() or 1.0
    told = np.zeros(len(sentences), dtype=np.float32)
    order: list[int] = []
    while len(order) < len(sentences):
        gains = _LAMBDA * central - (1 - _LAMBDA) * told
        gains[order] = -np.inf
        order.append(int(gains.argmax()))
        told = np.maximum(told, vectors @ vectors[order[-1]])
    return list(_filled((sentences[n] for n in order), characters))


def _filled(sentences: Iterator[Told] | Sequence[Told], characters: int) -> Iterator[Told]:
    """Sentences until they are as long as that; the last is taken if that comes nearer than leaving it."""
    length = 0
    for sentence in sentences:
        if length + len(sentence.text) / 2 > characters:
            return
        length += len(sentence.text)
        yield sentence


def _sentences(article: Article) -> list[Told]:
    """The body's whole sentences: no headline, byline or line of links, for every system alike."""
    return [Told(re.sub(r"\s+", " ", line.text), article.language) for line in read_lines(article) if line.prose]
