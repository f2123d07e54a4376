"""Does the reply hold the answer, and is a question refused that the articles do not answer?

XQuAD: "holds" is the share of questions whose reply, as `secondsource ask` shows it after the gate, has the answer's
characters; "refused" that of questions refused once the passage that answers is left out of what search found (of
30,240 passages; its four sibling passages on the same topic stay). The one threshold is built in and the same for
both; how it was set, and what the halves of the topics have to do with it, is in `assistant.write.answer`. English is
asked among its 240 passages only. Own questions: reporters' questions over our own piles and the examples; "refused"
is over those that the pile does not answer; the writer was built with them in sight.

Baselines: always answering; and a cosine threshold alone (the three sentences of the passages found whose `lexical`
vectors are nearest to the question), set on these very questions so that it refuses as often as asked for.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean, median
from time import perf_counter

import numpy as np

from assistant.domain import Sentence, Task
from assistant.hands import Engine, engine
from assistant.pipeline import ask, read_pile
from assistant.settings import Settings
from assistant.write.answer import best_units, rank
from evals.corpora import Question, Quiz, collection_of, distractors, news_texts, xquad
from evals.own import DATA, EXAMPLES
from evals.report import Bar, Row, Table
from index.collection import Collection
from index.documents import Hit
from index.embedding.embedder import embedder_named
from index.sentences import sentences

_PILES = DATA / "summaries"
_QUESTIONS = DATA / "answers" / "questions.jsonl"
_COLUMNS = ("holds", "refused", "questions", "sentences", "writer ms")
_CORPUS = 30_240
_SENTENCES = 3
_HITS = 10
_HOLDS, _REFUSED = 0.6, 0.7


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question. None where that was not asked."""

    half: int
    holds: bool | None
    refused: bool | None
    sentences: int = 0
    seconds: float = 0.0
    always: bool | None = None  # would hold, were nothing ever refused
    cosine: tuple[float, bool, float] | None = None  # of the nearest sentence, does it hold; without the passage


def run(data: Path | None) -> Table:
    own, skipped = _own_outcomes()
    rows = [_row("extractive", "own questions", own)]
    if data is None or not (data / "xquad").is_dir():
        return Table("answers", _COLUMNS, tuple(rows), (*skipped, "xquad: give its folder with --data"))
    quiz = xquad(data, "de")
    german = _outcomes(quiz, distractors(news_texts(data), _CORPUS - len(quiz.passages)))
    english = _outcomes(xquad(data, "en"), [])
    halves = [_row("extractive", f"XQuAD de, half {n + 1}", [o for o in german if o.half == n]) for n in (0, 1)]
    first = _row("extractive", "XQuAD de", german)
    rows = [first, *halves, *_baselines("XQuAD de", german), _row("extractive", "XQuAD en", english), *rows]
    bars = (
        Bar("reply holds the answer, German", float(first.values["holds"]), _HOLDS),
        Bar("refused without the passage, German", float(first.values["refused"]), _REFUSED),
    )
    return Table("answers", _COLUMNS, tuple(rows), tuple(skipped), bars)


def _outcomes(quiz: Quiz, filler: Sequence[str]) -> list[Outcome]:
    topics = sorted({q.topic for q in quiz.questions})
    half = {topic: n % 2 for n, topic in enumerate(topics)}
    with collection_of([*quiz.passages, *filler], quiz.language) as collection:
        hands = engine(Settings())
        return [_outcome(collection, hands, q, half[q.topic], quiz.language) for q in quiz.questions]


def _outcome(collection: Collection, hands: Engine, question: Question, half: int, language: str) -> Outcome:
    reply = ask(collection, hands, question.text)
    hits = collection.search(question.text, limit=_HITS + 1)
    without = [h for h in hits if h.article.path != str(question.passage)][:_HITS]
    task = Task(question.text, _SENTENCES, hits=tuple(hits[:_HITS]))
    start = perf_counter()
    hands.writer.answer(task)
    seconds = perf_counter() - start
    refused = not hands.writer.answer(Task(question.text, _SENTENCES, hits=tuple(without))).answered
    near, texts = _nearest(question.text, hits[:_HITS], language)
    return Outcome(
        half,
        _shows(reply.sentences, [question.answer]),
        refused,
        len(reply.sentences),
        seconds,
        any(question.answer in " ".join(u.text.split()) for u in best_units(rank(question.text, hits[:_HITS]), 3)),
        (near, any(question.answer in t for t in texts), _nearest(question.text, without, language)[0]),
    )


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
    return any(answer in text for answer in answers for text in texts)


def _own_outcomes() -> tuple[list[Outcome], list[str]]:
    lines = _QUESTIONS.read_text(encoding="utf-8").splitlines()
    by_pile: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for row in map(json.loads, lines):
        by_pile[row["pile"]].append(row)
    outcomes: list[Outcome] = []
    skipped: list[str] = []
    for pile, rows in by_pile.items():
        folder = EXAMPLES if pile == "examples" else _PILES / pile
        if not folder.is_dir():
            skipped.append(f"questions about {pile}: no such folder")
            continue
        outcomes += _asked(sorted(p for p in folder.iterdir() if p.name[0].isdigit()), rows)
    return outcomes, skipped


def _asked(paths: Iterable[Path], rows: Sequence[dict[str, object]]) -> list[Outcome]:
    settings = Settings()
    with read_pile(settings, [str(p) for p in paths]) as (collection, _):
        hands = engine(settings)
        replies = [(row["answers"], ask(collection, hands, str(row["question"]))) for row in rows]
    return [
        Outcome(0, _shows(reply.sentences, answers), None, len(reply.sentences))
        if isinstance(answers, list)
        else Outcome(0, None, not reply.answered)
        for answers, reply in replies
    ]


def _row(name: str, note: str, outcomes: Sequence[Outcome]) -> Row:
    timed = [o.seconds * 1000 for o in outcomes if o.seconds]
    values: dict[str, float | str] = {
        "holds": _share([o.holds for o in outcomes]),
        "refused": _share([o.refused for o in outcomes]),
        "questions": float(len(outcomes)),
        "sentences": fmean([o.sentences for o in outcomes if o.sentences] or [0.0]),
    }
    return Row(name, {**values, "writer ms": median(timed)} if timed else values, note)


def _share(verdicts: Sequence[bool | None]) -> float:
    given = [v for v in verdicts if v is not None]
    return sum(given) / max(1, len(given))


def _baselines(note: str, outcomes: Sequence[Outcome]) -> list[Row]:
    always = {"holds": _share([o.always for o in outcomes]), "refused": 0.0, "questions": float(len(outcomes))}
    near = [o.cosine for o in outcomes if o.cosine]
    threshold = float(np.quantile([without for _, _, without in near], _REFUSED))
    cosine = {
        "holds": _share([held and score > threshold for score, held, _ in near]),
        "refused": _share([without <= threshold for _, _, without in near]),
        "questions": float(len(near)),
    }
    return [Row("always answering", always, note), Row("cosine threshold alone", cosine, note)]
