"""Does search find the passage that answers?

A hit is a passage that holds the answer's characters; hit@k is the share of questions with one among the first k, MRR
the mean of one by the rank of the first, nDCG@10 discounts by the logarithm of the rank (`evals.measures.retrieval`,
which is ir-measures). `own questions`: the reporters' questions of the answers suite, over all our own piles and the
examples together; `own, blind`: such questions about piles on which nothing was tuned, among the same. `XQuAD de`: its
passages, hidden among real news, 30,240 passages in all. `XQuAD de, 240` and `XQuAD en, 240`: among its own passages
only, as it is published: nDCG@10 German, BM25 without stemming .914, all-MiniLM-L6-v2 (Chroma's default) .703,
paraphrase-multilingual-MiniLM .840, multilingual-e5-base .958; English .959, .944, .885, .980. There a hit is the
question's own passage, as in those figures. `XQuAD en -> de`: English questions over the 240 German passages; a hit is
the passage that the same question has in German.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from evals.asked import Assistant
from evals.baseline.search import Bm25, langchain_store, letters_of_words
from evals.corpora import collection_of, distractors, news_texts
from evals.formats.squad import Quiz, read_squad, xquad_file
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, skipped
from evals.measures.measure import Measure
from evals.measures.retrieval import DEPTHS, NAMES, ranked
from evals.own import BLIND, DATA, EXAMPLES
from index.collection import Collection
from index.documents import Filters
from index.embedding.embedder import LEXICAL, Embedder
from index.load import load
from index.search import query_terms
from index.store import home
from index.terms import terms

MEASURES = tuple(Measure(name, (name,)) for name in NAMES)
_CORPUS = 30_240
_DEEPEST = max(DEPTHS)
_QUESTIONS = DATA / "answers" / "questions.jsonl"
_PILES = (DATA / "summaries", BLIND / "piles")

Find = Callable[[str], Sequence[str]]  # a question -> texts, best first
Systems = dict[str, Callable[[], Find]]  # made when the first question needs them


def sets(bench: Bench) -> Iterator[CaseSet]:
    try:
        import ir_measures  # noqa: F401 - told before the work rather than after
    except ImportError:
        yield skipped("own questions", "install secondsource[eval] (ir-measures)")
        return
    collection = bench.held(lambda: _own_collection(bench.assistant.embedder))
    yield _own(bench, collection, "own questions", _QUESTIONS)
    yield _own(bench, collection, "own, blind", BLIND / "questions.jsonl")
    files = {language: xquad_file(bench.folder("."), language) for language in ("de", "en")}
    if not all(file.is_file() for file in files.values()):
        yield skipped("XQuAD", "no xquad (give --data)")
        return
    german, english = (read_squad(file, language) for language, file in files.items())
    if not bench.assistant.embedder.portable:
        yield skipped("XQuAD de", f"{_CORPUS:,} passages are embedded with lexical only")
    elif bench.folder("bulk").is_dir() and bench.folder("wikinews_quotes").is_dir():
        yield _among_news(bench, german)
    else:
        yield skipped("XQuAD de", "no bulk and wikinews_quotes for distractors (give --data)")
    for quiz, file in ((german, files["de"]), (english, files["en"])):
        asked = [(q.id, q.text, (quiz.passages[q.passage],)) for q in quiz.questions]
        yield _alone(bench, f"XQuAD {quiz.language}, 240", quiz, asked, digest([file]))
    crossed = [(q.id, q.text, (german.passages[q.passage],)) for q in english.questions]
    yield _alone(bench, "XQuAD en -> de", german, crossed, digest(files.values()))


def _own(bench: Bench, collection: Callable[[], Collection], name: str, questions: Path) -> CaseSet:
    rows = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    asked = [(f"own-{n}", r["question"], tuple(r["answers"])) for n, r in enumerate(rows, 1) if r["answers"]]
    systems = _chroma(bench, collection)
    files = [questions, *(f for place in _PILES for f in place.rglob("*.txt"))]
    return CaseSet(name, "evals/data", _cases(asked, systems), digest(files))


@contextmanager
def _own_collection(embedder: Embedder) -> Iterator[Collection]:
    with Collection.at(home.in_memory(), embedder) as collection:
        collection.add(load([*map(str, _PILES), *([str(EXAMPLES)] if EXAMPLES.is_dir() else [])]))
        yield collection


def _among_news(bench: Bench, quiz: Quiz) -> CaseSet:
    data = bench.folder(".")
    texts = cache(lambda: [*quiz.passages, *distractors(news_texts(data), _CORPUS - len(quiz.passages))])
    systems = _chroma(bench, bench.held(lambda: collection_of(texts(), "de")))
    without: tuple[str, ...] = ()
    try:
        import langchain_chroma  # noqa: F401
    except ImportError:
        without = ("LangChain + Chroma: install secondsource[eval]",)
    else:
        systems["LangChain + Chroma"] = lambda: _langchain(texts())
    asked = [(q.id, q.text, q.answers) for q in quiz.questions]
    return CaseSet("XQuAD de", "--data", _cases(asked, systems), digest([xquad_file(data, "de")]), without=without)


def _alone(bench: Bench, name: str, quiz: Quiz, asked: Sequence[tuple[str, str, tuple[str, ...]]], of: str) -> CaseSet:
    """Among the quiz's own passages, each an article: what is found is the whole passage."""
    embedder = bench.assistant.embedder
    collection = bench.held(lambda: collection_of(quiz.passages, quiz.language, embedder))

    def search(among: Callable[[], Collection], question: str) -> Sequence[str]:
        hits = bench.assistant.search(among(), question, 2 * _DEEPEST)
        return list(dict.fromkeys(h.article.text for h in hits))[:_DEEPEST]

    systems: Systems = {
        OURS: lambda: partial(search, collection),
        "BM25, stems": lambda: partial(_best, Bm25(quiz.passages, lambda text: terms(text, quiz.language))),
        "BM25, 4 letters": lambda: partial(_best, Bm25(quiz.passages, letters_of_words)),
    }
    if embedder.name != LEXICAL:
        plain = bench.held(lambda: collection_of(quiz.passages, quiz.language))
        systems["with lexical vectors"] = lambda: partial(search, plain)
        systems["vectors alone"] = lambda: partial(_whole_by_vectors, collection())
    return CaseSet(name, "--data", _cases(asked, systems, quiz.language), of)


def _best(index: Bm25, question: str) -> Sequence[str]:
    return index.best(question, _DEEPEST)


def _cases(
    asked: Sequence[tuple[str, str, tuple[str, ...]]], systems: Systems, language: str = "de"
) -> tuple[Case, ...]:
    ready: Systems = {name: cache(make) for name, make in systems.items()}
    return tuple(
        Case(name, language, partial(_graded, question, answers, ready), _nothing) for name, question, answers in asked
    )


def _graded(question: str, answers: Sequence[str], systems: Systems) -> Graded:
    scores = {}
    for name, find in systems.items():
        relevant = [any(answer in text for answer in answers) for text in find()(question)]
        scores[name] = {m: (value, 1.0) for m, value in ranked(relevant).items()}
    return Graded(scores)


def _nothing() -> Graded:
    return Graded({OURS: dict.fromkeys(NAMES, (0.0, 1.0))})


def _chroma(bench: Bench, held: Callable[[], Collection]) -> Systems:
    """Ours, and each of its halves alone."""
    return {
        OURS: lambda: partial(_searched, bench.assistant, held()),
        "words (FTS5)": lambda: partial(_by_words, held()),
        "vectors (HNSW)": lambda: partial(_by_vectors, held()),
    }


def _searched(assistant: Assistant, collection: Collection, question: str) -> Sequence[str]:
    return [h.passage.text for h in assistant.search(collection, question, _DEEPEST)]


def _by_words(collection: Collection, question: str) -> Sequence[str]:
    with collection.store.reading() as tables:
        stems = query_terms(question, "de", tables.postings.languages())
        return _texts(collection, [i for i, _ in tables.postings.search(stems, Filters(), _DEEPEST)])


def _by_vectors(collection: Collection, question: str) -> Sequence[str]:
    vector = collection.embedder.query(question, "de")
    with collection.store.reading() as tables:
        return _texts(collection, tables.passages.nearest(vector, _DEEPEST))


def _whole_by_vectors(collection: Collection, question: str) -> Sequence[str]:
    """The articles of the nearest passages, each once."""
    vector = collection.embedder.query(question, "de")
    with collection.store.reading() as tables:
        nearest = tables.passages.nearest(vector, 3 * _DEEPEST)
        homes = {r.id: str(r.metadata["article"]) for r in tables.passages.get(nearest)}
    best = list(dict.fromkeys(homes[i] for i in nearest if i in homes))[:_DEEPEST]
    return [article.text for article in collection.articles(best)]


def _texts(collection: Collection, passages: Sequence[str]) -> list[str]:
    return [p.text for p in collection.passages(passages)]


def _langchain(texts: Sequence[str]) -> Find:
    store = langchain_store(texts, "de")
    return lambda question: [d.page_content for d in store.similarity_search(question, k=_DEEPEST)]
