"""Does search find the passage that answers? Questions over a passage set, hidden among real news.

A hit is a passage that holds the answer's characters; hit@k is the share of questions with one among the first k.
The corpus is XQuAD's passages and distractors up to 30,240 passages in all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from evals.corpora import Question, Quiz, collection_of, distractors, news_texts, xquad
from evals.report import Bar, Row, Table
from index.collection import Collection
from index.documents import Filters
from index.embedding.embedder import embedder_named
from index.search import query_terms

_CORPUS = 30_240
_DEPTHS = (1, 5, 20)
_COLUMNS = ("hit@1", "hit@5", "hit@20", "questions")

Find = Callable[[str], Sequence[str]]  # a question -> texts, best first


def run(data: Path | None) -> Table:
    if data is None or not (data / "xquad").is_dir():
        return Table("retrieval", _COLUMNS, (), skipped=("xquad: give its folder with --data",))
    quiz = xquad(data, "de")
    filler = distractors(news_texts(data), _CORPUS - len(quiz.passages))
    texts = [*quiz.passages, *filler]
    with collection_of(texts, "de") as collection:
        rows = [_row(name, quiz, find) for name, find in _systems(collection)]
    skipped = []
    try:
        rows.append(_row("LangChain + Chroma, same embedder", quiz, _langchain(texts)))
    except ImportError:
        skipped.append("LangChain + Chroma: install secondsource[eval]")
    ours, words = (float(r.values["hit@5"]) for r in rows[:2])
    bars = (Bar("hit@5, German", ours, 0.92), Bar("hit@5 over word search alone", ours - words, 0.01))
    return Table("retrieval", _COLUMNS, tuple(rows), tuple(skipped), bars)


def hit_at(depth: int, question: Question, found: Sequence[str]) -> bool:
    return any(question.answer in text for text in found[:depth])


def _row(name: str, quiz: Quiz, find: Find) -> Row:
    found = [find(q.text) for q in quiz.questions]
    total = len(quiz.questions)
    shares = {
        f"hit@{k}": sum(hit_at(k, q, f) for q, f in zip(quiz.questions, found, strict=True)) / total for k in _DEPTHS
    }
    return Row(name, {**shares, "questions": float(total)}, note=f"XQuAD {quiz.language}")


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
