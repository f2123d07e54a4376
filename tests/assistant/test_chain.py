from __future__ import annotations

from collections.abc import Sequence

import pytest
from stories import article

from assistant.chain import CollectionRetriever, answer_chain, silence_tracing, summary_chain
from assistant.domain import Citation, Draft, Drafted, Quote, Sentence, Task, Verified
from index.collection import Collection
from index.documents import Article, Filters, Span


class FirstHit:
    """A writer that quotes the beginning of the best hit, or holds that nothing is said."""

    name = "first hit"

    def __init__(self, *, answered: bool = True) -> None:
        self.answered = answered

    def answer(self, task: Task) -> Draft:
        best = task.hits[0]
        return Draft(
            (Drafted(best.passage.text[:40], (Quote(best.article.id, best.passage.text[:40]),)),), self.answered
        )

    def summarize(self, task: Task) -> Draft:
        return Draft(tuple(Drafted(a.text[:40], (Quote(a.id, a.text[:40]),)) for a in task.articles[: task.sentences]))


def open_gate(draft: Draft, articles: Sequence[Article], claims: object = (), sourcing: object = None) -> Verified:
    by_id = {a.id: a for a in articles}
    return Verified(
        tuple(
            Sentence(d.text, tuple(Citation(by_id[q.article], Span(0, len(q.text))) for q in d.quotes))
            for d in draft.sentences
        ),
        (),
    )


def shut_gate(draft: Draft, articles: Sequence[Article], claims: object = (), sourcing: object = None) -> Verified:
    return Verified((), ())


@pytest.fixture
def filled(memory: Collection) -> Collection:
    memory.add([article(n) for n in range(6)])
    return memory


def test_documents_carry_the_place_of_their_passage(filled: Collection) -> None:
    document = CollectionRetriever(collection=filled).invoke("Brücke Nummer 3")[0]
    home = filled.article(document.metadata["article"])
    assert home.text[document.metadata["start"] : document.metadata["end"]] == document.page_content


def test_the_chain_can_be_invoked_batched_and_streamed(filled: Collection) -> None:
    chain = answer_chain(CollectionRetriever(collection=filled), FirstHit(), open_gate, 3)
    one = chain.invoke("Brücke Nummer 3")
    assert one.answered
    assert [r.sentences for r in chain.batch(["Brücke Nummer 3"])] == [one.sentences]
    assert [r.sentences for r in chain.stream("Brücke Nummer 3")] == [one.sentences]


def test_a_batch_of_many_threads_gets_each_question_its_own_answer(filled: Collection) -> None:
    chain = answer_chain(CollectionRetriever(collection=filled), FirstHit(), open_gate, 3)
    questions = [f"Brücke Nummer {n % 6}" for n in range(40)]
    alone = {q: chain.invoke(q).sentences for q in set(questions)}
    assert [r.sentences for r in chain.batch(questions, {"max_concurrency": 8})] == [alone[q] for q in questions]


def test_where_the_writer_finds_no_answer_the_nearest_passages_are_shown(filled: Collection) -> None:
    chain = answer_chain(CollectionRetriever(collection=filled), FirstHit(answered=False), open_gate, 3)
    reply = chain.invoke("Wer gewann das Rennen?")
    assert (reply.answered, reply.sentences) == (False, ())
    assert reply.nearest


def test_a_reply_of_which_nothing_passes_the_gate_is_no_answer(filled: Collection) -> None:
    chain = answer_chain(CollectionRetriever(collection=filled), FirstHit(), shut_gate, 3)
    assert not chain.invoke("Brücke Nummer 3").answered


def test_a_summary_is_written_from_the_articles_of_its_task(filled: Collection) -> None:
    articles = tuple(filled.articles([h.id for h in filled.heads()]))
    reply = summary_chain(FirstHit(), open_gate).invoke(Task(None, 2, articles))
    assert [c.article.id for s in reply.sentences for c in s.citations] == [a.id for a in articles[:2]]


def test_filters_reach_the_search(filled: Collection) -> None:
    found = CollectionRetriever(collection=filled, filters=Filters(publisher="Torgelower Bote")).invoke("Brücke")
    assert {d.metadata["publisher"] for d in found} == {"Torgelower Bote"}


def test_tracing_stays_off_where_the_environment_turns_it_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from langsmith.utils import get_env_var, tracing_is_enabled

    monkeypatch.setenv("LANGSMITH_TRACING", "true")
    get_env_var.cache_clear()
    silence_tracing()
    assert tracing_is_enabled() is False
