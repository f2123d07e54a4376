"""Does the verification gate catch what a writer may get wrong, and let good sentences pass?

Our own cases: sentences over our own short articles, written by somebody who had not looked at the gate. `own`, in
evals/data/gate, have been looked at since, and the gate was mended with them in sight; `own, blind`, in
evals/data/blind, have not. Good ones keep to their quote, in its order, in another, or as fluent paraphrase; they must
pass. Altered ones differ from a good one in one thing (number, date, name, a negation more or less, a reservation or
an attribution dropped, words put into a quotation, roles exchanged, the opposite said), or have a good sentence's
quote exchanged: two of its words, its borders by a letter, the words of another sentence. They must be caught,
whatever the fault is called; a wrong quote is caught, too, where the gate lets it grow to the words that bear the
sentence. `caught, balanced` is the mean of what is caught and what passes: passing all or nothing gets .5.

Baselines: only looking whether the quote stands in the article; and that with three in four of the sentence's longer
words in the quote.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from assistant.domain import Draft, Drafted, Quote
from evals.asked import Assistant
from evals.formats.gate import GOOD, SETS, Sentence, read_gate
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, Scores
from evals.measures.measure import Measure, mean
from evals.measures.tokens import share_in
from index.documents import Article

KINDS = (
    "number", "date", "name", "negation", "reservation", "attribution", "quoted_words", "roles", "antonym",
    "invented quote", "shifted quote", "another quote",
)  # fmt: skip
MEASURES = (
    Measure("passed, of good sentences", ("passed",)),
    Measure("caught, of altered sentences", ("caught",)),
    Measure("caught, balanced", ("passed", "caught"), mean),
    Measure("caught, mean over kinds", tuple(f"caught {kind}" for kind in KINDS), mean),
    *(Measure(f"caught: {kind}", (f"caught {kind}",)) for kind in KINDS),
)
BY_LANGUAGE = ("passed, of good sentences", "caught, of altered sentences")
_QUOTE, _WORDS = "quote stands there", "and shares words"
_ENOUGH = 0.75


def sets(bench: Bench) -> Iterator[CaseSet]:
    for name, file in SETS:
        drafted = [(case.article, sentence) for case in read_gate(file) for sentence in case.sentences()]
        cases = tuple(_case(bench.assistant, article, sentence) for article, sentence in drafted)
        yield CaseSet(name, "evals/data", cases, digest([file]))


def _case(assistant: Assistant, article: Article, sentence: Sentence) -> Case:
    return Case(
        sentence.id, article.language, partial(_graded, assistant, article, sentence), partial(_failed, sentence)
    )


def _graded(assistant: Assistant, article: Article, sentence: Sentence) -> Graded:
    draft = Draft((Drafted(sentence.text, (Quote(article.id, sentence.quote),)),))
    verified = assistant.verify(draft, [article])
    stands = sentence.quote in article.text
    similar = stands and share_in(sentence.text, sentence.quote) >= _ENOUGH
    mended = sentence.bearing and any(sentence.bearing in c.quote for s in verified.sentences for c in s.citations)
    told = {OURS: bool(verified.sentences) and not mended, _QUOTE: stands, _WORDS: similar}
    faults = ", ".join(f"{fault.kind}: {fault.detail}" for fault in verified.faults)
    return Graded({name: _scores(sentence, passed) for name, passed in told.items()}, note=faults or "passed")


def _failed(sentence: Sentence) -> Graded:
    """A gate that fails on a sentence neither lets it pass nor catches it."""
    return Graded({OURS: {name: (0.0, whole) for name, (_, whole) in _scores(sentence, False).items()}})


def _scores(sentence: Sentence, passed: bool) -> Scores:
    if sentence.kind == GOOD:
        return {"passed": (passed, 1)}
    return {"caught": (not passed, 1), f"caught {sentence.kind}": (not passed, 1)}
