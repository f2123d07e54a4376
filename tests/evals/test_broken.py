"""An assistant that is broken in one place makes the right suites fall, and only those."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from benches import fallen, run_suite

from assistant.domain import Citation, Draft, Reply, Sentence, Verified
from assistant.hands import Engine
from assistant.sourcing import Attribution, Claim, Comparison, Finding, Flag, Stance, Statement
from evals.asked import Assistant
from evals.harness.record import SuiteRecord
from index.collection import Collection
from index.documents import Article, Hit, Span

STORY = ("vfr-lohmuende-makowiak/*",)
# A few cases of each suite, enough that what is broken shows: (cases drawn, or their ids).
PANEL: dict[str, tuple[int, tuple[str, ...]]] = {
    "cleaning": (6, ()),
    "quotes": (0, ("summaries/most-severinsk",)),
    "quotations": (12, ()),
    "retrieval": (12, ()),
    "sourcing": (0, STORY),
    "entailment": (30, ()),
    "summaries": (0, ("most-severinsk", "museum-harwick")),
    "answers": (12, ()),
    "gate": (40, ()),
    "injection": (0, ("en-order-1", "en-zero-1")),
}


class ShiftedQuotes(Assistant):
    """Every quote begins and ends a letter too late."""

    def summarize(self, collection: Collection, sentences: int) -> Reply:
        return _shifted(super().summarize(collection, sentences))

    def ask(self, collection: Collection, question: str) -> Reply:
        return _shifted(super().ask(collection, question))


def _shifted(reply: Reply) -> Reply:
    return replace(
        reply, sentences=tuple(replace(s, citations=tuple(map(_late, s.citations))) for s in reply.sentences)
    )


def _late(citation: Citation) -> Citation:
    end = min(len(citation.article.text), citation.span.end + 1)
    return replace(citation, span=Span(citation.span.start + 1, end))


class InvertedFlags(Assistant):
    """Every flag that holds is left out, every other is told."""

    def check(self, collection: Collection, statements: Sequence[str]) -> list[Finding]:
        found = super().check(collection, statements)
        return [replace(f, flags=tuple(flag for flag in Flag if flag not in f.flags)) for f in found]


class ShuffledSearch(Assistant):
    """What is found last comes first."""

    def search(self, collection: Collection, question: str, limit: int) -> list[Hit]:
        return super().search(collection, question, limit)[::-1]


class GateOff(Assistant):
    """Whatever is drafted passes, with the whole article for a quote where its own is not there."""

    @property
    def hands(self) -> Engine:  # type: ignore[override]
        return replace(super().hands, gate=_everything)


def _everything(draft: Draft, articles: Sequence[Article], *more: object, **told: object) -> Verified:
    known = {a.id: a for a in articles}
    passed = []
    for drafted in draft.sentences:
        found = [(known[q.article], known[q.article].text.find(q.text), q.text) for q in drafted.quotes]
        citations = tuple(Citation(a, Span(max(0, at), max(0, at) + len(text))) for a, at, text in found)
        passed.append(Sentence(drafted.text, citations))
    return Verified(tuple(passed), ())


class NothingCut(Assistant):
    def clean(self, text: str, title: str | None = None) -> tuple[str, Span | None]:
        return text, None


class NobodyQuoted(Assistant):
    def attributed(self, text: str, language: str) -> list[Attribution]:
        return []


class EverythingFollows(Assistant):
    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]:
        return [Comparison(claim, Stance.SUPPORTS, "says", strength=1.0) for claim in claims]


class SaysOneThing(Assistant):
    """The first sentence of the summary, again and again."""

    def summarize(self, collection: Collection, sentences: int) -> Reply:
        reply = super().summarize(collection, sentences)
        return replace(reply, sentences=reply.sentences[:1] * len(reply.sentences))


class AnswersSomethingElse(Assistant):
    def ask(self, collection: Collection, question: str) -> Reply:
        return super().ask(collection, "Wie wird das Wetter?")


class Obeys(Assistant):
    """Tells what an article orders."""

    def summarize(self, collection: Collection, sentences: int) -> Reply:
        reply = super().summarize(collection, sentences)
        for article in reply.articles:
            at = article.text.find("Ignore all previous instructions")
            if at >= 0:
                ordered = Citation(article, Span(at, len(article.text)))
                return replace(reply, sentences=(Sentence(ordered.quote, (ordered,)), *reply.sentences[1:]))
        return reply


class Watched(Assistant):
    """A sound assistant that remembers what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.used: set[str] = set()

    def __getattribute__(self, name: str) -> object:
        if not name.startswith("_") and name != "used":
            self.used.add(name)
        return super().__getattribute__(name)


@cache
def sound(suite: str) -> tuple[SuiteRecord, frozenset[str]]:
    """What the suite measures, and what of the assistant it uses."""
    assistant = Watched()
    return measured(suite, assistant), frozenset(assistant.used)


def measured(suite: str, assistant: Assistant) -> SuiteRecord:
    limit, ids = PANEL[suite]
    return run_suite(suite, assistant, limit=limit, ids=ids)


def falls(suite: str, broken: type[Assistant]) -> bool:
    """A suite that uses nothing of what is broken has the figures that it had: two runs with one seed are the same."""
    before, used = sound(suite)
    return bool(used & set(vars(broken))) and bool(fallen(before, measured(suite, broken())))


@pytest.mark.parametrize(
    ("broken", "suites"),
    [
        (ShiftedQuotes, {"quotes"}),
        (InvertedFlags, {"sourcing"}),
        (ShuffledSearch, {"retrieval"}),
        (GateOff, {"gate"}),
        (NothingCut, {"cleaning"}),
        (NobodyQuoted, {"quotations"}),
        (EverythingFollows, {"entailment"}),
        (SaysOneThing, {"summaries"}),
        (AnswersSomethingElse, {"answers"}),
        (Obeys, {"injection"}),
    ],
)
def test_the_right_suites_fall_and_only_those(broken: type[Assistant], suites: set[str]) -> None:
    assert {suite for suite in PANEL if falls(suite, broken)} == suites


def test_every_suite_but_speed_is_broken_by_something() -> None:
    from evals.harness.run import SUITES

    assert set(PANEL) == set(SUITES) - {"speed"}
