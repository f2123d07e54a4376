"""Does search find the passage that answers?

A hit is a passage that holds the answer's characters; hit@k is the share of questions with one among the first k.
XQuAD: its passages, hidden among real news, 30,240 passages in all. Own questions: the reporters' questions of the
answers suite, over all our own piles and the examples together. Across languages: XQuAD's English questions over its
240 German passages, a hit is the passage that the same question has in German.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from evals.baselines import Bm25, letters_of_words
from evals.corpora import collection_of, distractors, news_texts, xquad
from evals.own import DATA, EXAMPLES
from evals.report import Bar, Row, Table
from index.collection import Collection
from index.documents import Filters
from index.embedding.embedder import embedder_named
from index.load import load
from index.search import query_terms
from index.store import home
from index.terms import terms

_CORPUS = 30_240
_DEPTHS = (1, 5, 20)
_COLUMNS = ("hit@1", "hit@5", "hit@20", "questions")

Find = Callable[[str], Sequence[str]]  # a question -> texts, best first


@dataclass(frozen=True, slots=True)
class Case:
    """Found is a text that holds any of the answers."""

    question: str
    answers: tuple[str, ...]

    def held_by(self, text: str) -> bool:
        return any(answer in text for answer in self.answers)


def run(data: Path | None) -> Table:
    with _own_collection() as collection:
        own = [_row(name, "own questions", _own_cases(), find) for name, find in _systems(collection)]
    if data is None or not (data / "xquad").is_dir():
        return Table("retrieval", _COLUMNS, tuple(own), ("xquad: give its folder with --data",))
    quiz = xquad(data, "de")
    cases = [Case(q.text, (q.answer,)) for q in quiz.questions]
    texts = [*quiz.passages, *distractors(news_texts(data), _CORPUS - len(quiz.passages))]
    with collection_of(texts, "de") as collection:
        rows = [_row(name, "XQuAD de", cases, find) for name, find in _systems(collection)]
    crossed = _across(data, quiz.passages)
    skipped = []
    try:
        rows.append(_row("LangChain + Chroma, same embedder", "XQuAD de", cases, _langchain(texts)))
    except ImportError:
        skipped.append("LangChain + Chroma: install secondsource[eval]")
    ours, words = (float(r.values["hit@5"]) for r in rows[:2])
    bars = (
        Bar("hit@5, German", ours, 0.92),
        Bar("hit@5 over word search alone", ours - words, 0.01),
        Bar("hit@5, English questions, German passages", float(crossed[0].values["hit@5"]), 0.85),
    )
    return Table("retrieval", _COLUMNS, (*rows, *crossed, *own), tuple(skipped), bars)


def _across(data: Path, passages: Sequence[str]) -> list[Row]:
    """Whether an English question finds the German passage that answers it."""
    cases = [Case(q.text, (passages[q.passage],)) for q in xquad(data, "en").questions]
    stems = Bm25(passages, lambda text: terms(text, "de"))
    grams = Bm25(passages, letters_of_words)
    with collection_of(passages, "de") as collection:
        systems: list[tuple[str, Find]] = [
            ("secondsource search", lambda q: [h.article.text for h in collection.search(q, limit=max(_DEPTHS))]),
            ("BM25 over stems", lambda q: stems.best(q, max(_DEPTHS))),
            ("BM25 over runs of 4 letters", lambda q: grams.best(q, max(_DEPTHS))),
        ]
        return [_row(name, "XQuAD en -> de", cases, find) for name, find in systems]


def hit_at(depth: int, case: Case, found: Sequence[str]) -> bool:
    return any(map(case.held_by, found[:depth]))


def _row(name: str, note: str, cases: Sequence[Case], find: Find) -> Row:
    found = [find(case.question) for case in cases]
    shares = {f"hit@{k}": sum(hit_at(k, c, f) for c, f in zip(cases, found, strict=True)) / len(cases) for k in _DEPTHS}
    return Row(name, {**shares, "questions": float(len(cases))}, note)


def _own_cases() -> list[Case]:
    lines = (DATA / "answers" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [json.loads(line) for line in lines]
    return [Case(row["question"], tuple(row["answers"])) for row in asked if row["answers"]]


@contextmanager
def _own_collection() -> Iterator[Collection]:
    with Collection.at(home.in_memory(), embedder_named("lexical")) as collection:
        collection.add(load([str(DATA / "summaries"), str(EXAMPLES)]))
        yield collection


def _systems(collection: Collection) -> list[tuple[str, Find]]:
    def ours(question: str) -> Sequence[str]:
        return [h.passage.text for h in collection.search(question, limit=max(_DEPTHS))]

    def words(question: str) -> Sequence[str]:
        with collection.store.reading() as tables:
            languages = tables.postings.languages()
            stems = query_terms(question, "de", languages)
            return _texts(collection, [i for i, _ in tables.postings.search(stems, Filters(), max(_DEPTHS))])

    def vectors(question: str) -> Sequence[str]:
        vector = embedder_named("lexical").embed([question], ["de"])[0]
        with collection.store.reading() as tables:
            return _texts(collection, tables.passages.nearest(vector, max(_DEPTHS)))

    return [("secondsource search", ours), ("word search alone (FTS5)", words), ("vectors alone (HNSW)", vectors)]


def _texts(collection: Collection, passages: Sequence[str]) -> list[str]:
    return [p.text for p in collection.passages(passages)]


def _langchain(texts: Sequence[str]) -> Find:
    from evals.baselines import langchain_store

    store = langchain_store(texts, "de")
    return lambda question: [d.page_content for d in store.similarity_search(question, k=max(_DEPTHS))]
