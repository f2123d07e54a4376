"""Does the reply hold the answer, and is a question refused that the articles do not answer?

"holds" is the share of answerable questions whose reply, as `secondsource ask` shows it after the gate, has the
answer's characters; "refused rightly" that of unanswerable questions refused, "refused wrongly" that of answerable
ones. `own questions`: reporters' questions over our own piles and the examples; the writer was built with them in
sight. `own, blind`: as many again over other piles, on which nothing was tuned. `XQuAD de`: hidden among real news,
30,240 passages in all; a question is unanswerable once the passage that answers is left out of what search found (its
four sibling passages on the same topic stay). `XQuAD en`: among its 240 passages only. The one threshold is built in
and the same for both (`assistant.write.answer`).

Baselines: always answering (with what our writer would show, were nothing ever refused); and a cosine threshold alone
(the three sentences of the passages found whose `lexical` vectors are nearest to the question; refused below a
threshold of .3, set by nothing that is measured here).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np

from assistant.domain import Sentence, Task
from assistant.write.answer import best_units, rank
from evals.corpora import collection_of, distractors, news_texts
from evals.formats.squad import Question, Quiz, read_squad, xquad_file
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, Scores, skipped
from evals.measures.measure import Measure, mean
from evals.own import BLIND, DATA, EXAMPLES
from index.collection import Collection
from index.documents import Hit
from index.embedding.embedder import embedder_named
from index.language import clear_language
from index.sentences import sentences
from index.terms import words

MEASURES = (
    Measure("holds", ("holds",)),
    Measure("refused rightly", ("refused",)),
    Measure("holds and refuses, mean", ("holds", "refused"), mean),
    Measure("refused wrongly", ("refused_wrongly",), better="lower"),
    Measure("sentences", ("sentences",), better=""),
)
BY_LANGUAGE = ("holds", "refused rightly")
_PILES = DATA / "summaries"
_QUESTIONS = DATA / "answers" / "questions.jsonl"
_CORPUS = 30_240
_SENTENCES = 3
_HITS = 10
_NEAR = 0.3
_ALWAYS, _COSINE = "always answering", "cosine threshold"


def sets(bench: Bench) -> Iterator[CaseSet]:
    yield _own(bench, "own questions", _QUESTIONS, _PILES)
    yield _own(bench, "own, blind", BLIND / "questions.jsonl", BLIND / "piles")
    german, english = (xquad_file(bench.folder("."), language) for language in ("de", "en"))
    if german.is_file() and bench.folder("bulk").is_dir() and bench.folder("wikinews_quotes").is_dir():
        quiz = read_squad(german, "de")
        filler = partial(_filler, bench.folder("."), _CORPUS - len(quiz.passages))
        yield CaseSet("XQuAD de", "--data", _asked(bench, quiz, filler), digest([german]))
    else:
        yield skipped("XQuAD de", "no xquad, bulk and wikinews_quotes (give --data)")
    if english.is_file():
        quiz = read_squad(english, "en")
        yield CaseSet("XQuAD en", "--data", _asked(bench, quiz, list), digest([english]))
    else:
        yield skipped("XQuAD en", "no xquad (give --data)")


def _filler(data: Path, count: int) -> list[str]:
    return distractors(news_texts(data), count)


def _asked(bench: Bench, quiz: Quiz, filler: Callable[[], list[str]]) -> tuple[Case, ...]:
    held = bench.held(lambda: collection_of([*quiz.passages, *filler()], quiz.language))
    return tuple(
        Case(q.id, quiz.language, partial(_hidden, bench, held, q, quiz.language), _nothing) for q in quiz.questions
    )


def _hidden(bench: Bench, held: Callable[[], Collection], question: Question, language: str) -> Graded:
    """Asked with the passage that answers among what is found, and without it."""
    reply = bench.assistant.ask(held(), question.text)
    hits = bench.assistant.search(held(), question.text, _HITS + 1)
    without = [h for h in hits if h.article.path != str(question.passage)][:_HITS]
    draft = bench.assistant.hands.writer.answer(Task(question.text, _SENTENCES, hits=tuple(without)))
    held_by = _shows(reply.sentences, question.answers)
    units = best_units(rank(question.text, hits[:_HITS]), _SENTENCES)
    near, texts = _nearest(question.text, hits[:_HITS], language)
    far, _ = _nearest(question.text, without, language)
    always = _has([" ".join(u.text.split()) for u in units], question.answers)
    return Graded(
        {
            OURS: {**_scores(held_by, not draft.answered, not reply.answered), **_length(reply.sentences)},
            _ALWAYS: _scores(always, False, False),
            _COSINE: _scores(near > _NEAR and _has(texts, question.answers), far <= _NEAR, near <= _NEAR),
        }
    )


def _nothing() -> Graded:
    return Graded({OURS: _scores(False, False, True)})


def _scores(holds: bool, refused: bool, wrongly: bool) -> Scores:
    return {"holds": (holds, 1), "refused": (refused, 1), "refused_wrongly": (wrongly, 1)}


def _length(shown: Sequence[Sentence]) -> Scores:
    return {"sentences": (len(shown), 1)} if shown else {}


def _nearest(question: str, hits: Sequence[Hit], language: str) -> tuple[float, list[str]]:
    """The sentences of the passages nearest to the question by cosine, and how near the first is."""
    found = [s.of(h.passage.text) for h in hits for s in sentences(h.passage.text, language)]
    if not found:
        return 0.0, []
    vectors = embedder_named("lexical").embed([question, *found], [language] * (len(found) + 1))
    near = vectors[1:] @ vectors[0]
    best = np.argsort(-near)[:_SENTENCES]
    return float(near[best[0]]), [found[n] for n in best]


def _shows(shown: Sequence[Sentence], answers: Sequence[str]) -> bool:
    """Whether a sentence, or the article's words that it cites, has one of the answers."""
    texts = [t for s in shown for t in (s.text, *(" ".join(c.quote.split()) for c in s.citations))]
    return _has(texts, answers)


def _has(texts: Sequence[str], answers: Sequence[str]) -> bool:
    return any(answer in text for answer in answers for text in texts)


def _own(bench: Bench, name: str, questions: Path, piles: Path) -> CaseSet:
    by_pile: defaultdict[str, list[tuple[str, str, tuple[str, ...] | None]]] = defaultdict(list)
    for n, line in enumerate(questions.read_text(encoding="utf-8").splitlines(), start=1):
        row = json.loads(line)
        answers = tuple(row["answers"]) if row["answers"] else None
        by_pile[row["pile"]].append((f"own-{n}", row["question"], answers))
    cases: list[Case] = []
    without: list[str] = []
    for pile, rows in by_pile.items():
        folder = EXAMPLES if pile == "examples" else piles / pile
        if not folder.is_dir():
            without.append(f"questions about {pile}: no such folder")
            continue
        paths = sorted(str(p) for p in folder.iterdir() if p.name[0].isdigit())
        held = bench.held(partial(bench.assistant.pile, paths))
        cases += [_own_case(bench, held, *row) for row in rows]
    return CaseSet(name, "evals/data", tuple(cases), digest([questions]), without=tuple(without))


def _own_case(
    bench: Bench, held: Callable[[], Collection], name: str, question: str, answers: tuple[str, ...] | None
) -> Case:
    def score() -> Graded:
        reply = bench.assistant.ask(held(), question)
        if answers is None:
            return Graded({OURS: {"refused": (not reply.answered, 1)}, _ALWAYS: {"refused": (0, 1)}})
        right = _shows(reply.sentences, answers)
        return Graded(
            {OURS: {"holds": (right, 1), "refused_wrongly": (not reply.answered, 1), **_length(reply.sentences)}}
        )

    def default() -> Graded:
        return Graded({OURS: {"refused": (0, 1)} if answers is None else {"holds": (0, 1), "refused_wrongly": (1, 1)}})

    return Case(name, clear_language(words(question), question) or "de", score, default)
