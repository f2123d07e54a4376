"""Does the judge see what follows from a text, what contradicts it, and what a model has made up?

Pairs of a premise and a hypothesis: the hypothesis is the statement, the premise an article's claim. "supports" is
taken for entailment, "opposes" for contradiction, "unrelated" for neutral; a pair that RTE labels as not entailed is
right where it is not supported. Three-way is over the pairs with one of three labels; `entailed, balanced` is the mean
of the shares of entailed and of other pairs told rightly, so that calling all of them the same gets .5. `own` and
`own, blind`: what the gate's cases say of their quotes, good and altered. `own pairs`: statements beside one claim, of
thirteen kinds (`evals.formats.pairs`), written with near misses in mind by people who had not seen the judge; the rules
were mended with them in sight, with none of `own pairs, blind`. `XNLI de` (published for its test part: .72
for a model of a billion parameters, about .84 for XLM-R large; crowd-written sentences of every genre, which our judge
of news was not made for), `RTE-3 de`: newswire.

`MEMERAG`, `QAGS`: sentences that models wrote from passages, labelled by people as supported or not; published for
MEMERAG: models as judges about 60 to 71 % balanced accuracy, over five languages. All sentences of the passages are
claims, and the sentence is told as supported where any of them supports it. Beside it: sharing enough longer words
(half, a threshold set on nothing), and for written sentences whether the verification gate passes them with all
passages quoted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from assistant.domain import Draft, Drafted, Quote
from assistant.sourcing import Claim, Link, Source, SourceKind, Stance, Statement
from evals.asked import Assistant
from evals.formats import pairs
from evals.formats.faithful import Written, read_memerag, read_qags
from evals.formats.gate import SETS, read_gate
from evals.formats.nli import Label, Pair, read_rte, read_xnli
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, Ratio, Scores, Ungraded, skipped
from evals.measures.measure import Measure, mean
from evals.measures.tokens import share_in
from index.documents import Article, Span
from index.sentences import sentences

MEASURES = (
    Measure("three-way", ("three_way",)),
    Measure("entailed, balanced", ("entailed", "others"), mean),
    Measure("entailed told so", ("entailed",)),
    Measure("not entailed told so", ("others",)),
    Measure("contradictions told so", ("contradictions",)),
)
BY_LANGUAGE = ("entailed, balanced",)
_ENOUGH = 0.5
_WORDS, _GATE = "shared words", "gate"
_TAKEN = {Stance.SUPPORTS: Label.ENTAILMENT, Stance.OPPOSES: Label.CONTRADICTION, Stance.UPDATES: Label.CONTRADICTION}
_PUBLISHER = (Link(Source("Blatt", SourceKind.OUTLET, "blatt")),)


def sets(bench: Bench) -> Iterator[CaseSet]:
    for name, file in SETS:
        own = [pair for case in read_gate(file) for pair in case.pairs()]
        yield CaseSet(name, "evals/data", _pairs(bench.assistant, own), digest([file]))
    for name, folder in pairs.SETS:
        files = sorted(folder.glob("*.jsonl"))
        yield CaseSet(name, "evals/data", _pairs(bench.assistant, pairs.read_pairs(folder)), digest(files))
    xnli, rte = bench.folder("xnli_de") / "dev.txt", bench.folder("rte3_de") / "RTE3-DE-dev-set.xml"
    for name, file, read in (("XNLI de", xnli, read_xnli), ("RTE-3 de", rte, read_rte)):
        if file.is_file():
            yield CaseSet(name, "--data", _pairs(bench.assistant, read(file, "de")), digest([file]))
        else:
            yield skipped(name, f"no {file.parent.name}/{file.name} (give --data)")
    memerag = bench.folder("memerag_en") / "en.jsonl"
    if memerag.is_file():
        yield CaseSet("MEMERAG en", "--data", _written(bench.assistant, read_memerag(memerag, "en")), digest([memerag]))
    else:
        yield skipped("MEMERAG en", "no memerag_en/en.jsonl (give --data)")
    qags = sorted(bench.folder("qags").glob("mturk_*.jsonl"))
    for file in qags:
        yield CaseSet(f"QAGS {file.stem}", "--data", _written(bench.assistant, read_qags(file)), digest([file]))
    if not qags:
        yield skipped("QAGS", "no qags/mturk_*.jsonl (give --data)")


def _pairs(assistant: Assistant, told: Sequence[Pair]) -> tuple[Case, ...]:
    three = any(p.label == Label.CONTRADICTION for p in told)
    return tuple(
        Case(p.id, p.language, partial(_graded, assistant, p, three=three), partial(_told, p.label, None, three=three))
        for p in told
    )


def _graded(assistant: Assistant, pair: Pair, *, three: bool) -> Graded:
    told = _judged(assistant, (pair.premise,), Statement(pair.hypothesis, pair.language), pair.spoken)
    words = Label.ENTAILMENT if share_in(pair.hypothesis, pair.premise) >= _ENOUGH else Label.NEUTRAL
    ours, theirs = (_told(pair.label, t, three=three) for t in (told, words))
    return Graded({**ours.scores, _WORDS: theirs.scores[OURS]}, ours.labels)


def _told(label: Label, told: Label | None, *, three: bool = False) -> Graded:
    """`three`: whether the set has all labels; where it has two, there is no three-way to be right in."""
    return Graded(
        {OURS: _scores(label, told, three=three)}, {"entailment": (label.value, told.value if told else "failed")}
    )


def _scores(label: Label, told: Label | None, *, three: bool) -> Scores:
    entailed = told == Label.ENTAILMENT
    none: Ratio = (0, 0)
    return {
        "three_way": (told == label, 1) if three and label != Label.NOT_ENTAILED else none,
        "entailed": (entailed, 1) if label == Label.ENTAILMENT else none,
        "others": none if label == Label.ENTAILMENT else (told is not None and not entailed, 1),
        "contradictions": (told == label, 1) if label == Label.CONTRADICTION else none,
    }


def _judged(assistant: Assistant, texts: Sequence[str], statement: Statement, spoken: str = "") -> Label:
    """Entailment before contradiction before neutral, over all sentences of the texts. Raises Ungraded.

    `spoken`: their language, where it is not the statement's.
    """
    language = spoken or statement.language
    claims = [claim for n, text in enumerate(texts) for claim in _claims(text, language, str(n))]
    compared = assistant.compare(statement, claims)
    if compared and all(c.unjudged for c in compared):
        raise Ungraded(compared[0].unjudged or "")
    found = {_TAKEN.get(c.stance, Label.NEUTRAL) for c in compared}
    order = (Label.ENTAILMENT, Label.CONTRADICTION, Label.NEUTRAL)
    return next((label for label in order if label in found), Label.NEUTRAL)


def _claims(text: str, language: str, name: str) -> list[Claim]:
    """A claim for each sentence, and one for the whole where there are few: what follows may follow from two."""
    article = Article(name, text, f"{name}.txt", language=language)
    spans = sentences(text, language) or [Span(0, len(text))]
    whole = [Span(spans[0].start, spans[-1].end)] if 1 < len(spans) <= 3 else []
    return [Claim(article, span, _PUBLISHER) for span in (*spans, *whole)]


def _written(assistant: Assistant, rows: Sequence[Written]) -> tuple[Case, ...]:
    return tuple(
        Case(row.id, row.language, partial(_faithful, assistant, row), partial(_told, _label(row), None))
        for row in rows
    )


def _label(row: Written) -> Label:
    return Label.ENTAILMENT if row.supported else Label.NOT_ENTAILED


def _faithful(assistant: Assistant, row: Written) -> Graded:
    if row.supported is None:
        raise Ungraded("those who labelled it did not agree")
    ours = _told(_label(row), _judged(assistant, row.texts, Statement(row.sentence, row.language)))
    words = share_in(row.sentence, " ".join(row.texts)) >= _ENOUGH
    told = {_WORDS: words, _GATE: _passes(assistant, row)}
    beside = {
        name: _scores(_label(row), Label.ENTAILMENT if yes else Label.NEUTRAL, three=False)
        for name, yes in told.items()
    }
    return Graded({**ours.scores, **beside}, ours.labels)


def _passes(assistant: Assistant, row: Written) -> bool:
    articles = [Article(str(n), text, f"{n}.txt", language=row.language) for n, text in enumerate(row.texts)]
    quotes = tuple(Quote(a.id, a.text) for a in articles if a.text.strip())
    return bool(assistant.verify(Draft((Drafted(row.sentence, quotes),)), articles).sentences)
