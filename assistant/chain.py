"""The only door to LangChain: the collection as a retriever, and each flow over it as one Runnable.

Both chains are ordinary Runnables (`invoke`, `stream`, `batch`), so that people who know LangChain can take them
apart, swap the retriever or put a step of their own in between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda, RunnableParallel, RunnablePassthrough
from pydantic import ConfigDict

from assistant.domain import Draft, Gate, Reply, Task, Verified, Writer
from assistant.notices import with_copy_notices
from assistant.sourcing import Claim
from assistant.write.checking import Checking, Shown
from index.collection import Collection
from index.documents import Article, Filters, Hit, Passage, Span
from index.fusion import fused

_NEAREST = 3  # passages shown where the articles do not answer


def silence_tracing() -> None:
    """Keeps LangChain from posting runs to LangSmith, whatever is in the environment: nothing leaves the machine."""
    from langsmith import configure

    configure(enabled=False)


class CollectionRetriever(BaseRetriever):
    """The passages of a collection as LangChain documents, best first.

    A document's `id` is its passage's; its metadata holds `article`, `number`, `start`, `end`, `score`, and the
    article's `path`, `publisher`, `published` and `language`.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    collection: Collection
    filters: Filters = Filters()
    limit: int = 10
    also: tuple[str, ...] = ()  # the same question in other languages

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        found = [self.collection.search(q, self.filters, self.limit) for q in (query, *self.also)]
        return [_document(h) for h in fused(found)[: self.limit]]

    def hits(self, documents: Sequence[Document]) -> tuple[Hit, ...]:
        """The documents as the hits that they were; those whose article is gone are left out."""
        articles = {a.id: a for a in self.collection.articles([d.metadata["article"] for d in documents])}
        return tuple(_hit(d, articles[d.metadata["article"]]) for d in documents if d.metadata["article"] in articles)


Step = Callable[[Reply, Sequence[Hit]], Reply]


Read = Callable[[Sequence[Article]], Sequence[Claim]]


def unchanged(reply: Reply, hits: Sequence[Hit]) -> Reply:
    """The step that does nothing."""
    return reply


def nothing_read(articles: Sequence[Article]) -> Sequence[Claim]:
    """For writers that write in the articles' own words: they need not know who says so."""
    return ()


def answer_chain(
    retriever: CollectionRetriever,
    writer: Writer,
    gate: Gate,
    sentences: int,
    then: Step = unchanged,
    shown: Shown | None = None,
    read: Read = nothing_read,
) -> Runnable[str, Reply]:
    """question -> Reply: retrieve, read, write, verify, mend once, then a step that gets the passages found too."""

    def write_and_verify(given: dict[str, Any]) -> Reply:
        question, hits = given["question"], given["hits"]
        articles = _articles(hits)
        checking = Checking(gate, articles, read(articles), shown)
        task = Task(question, sentences, hits=hits, claims=checking.claims, shown=checking.streamed)
        draft = writer.answer(task)
        verified = checking.checked(draft, writer, task)
        cited = tuple({c.article.id: c.article for s in verified.sentences for c in s.citations}.values())
        return then(_reply(question, verified, cited or articles, hits, draft), hits)

    retrieved = RunnableParallel(question=RunnablePassthrough(), hits=retriever | RunnableLambda(retriever.hits))
    return retrieved | RunnableLambda(write_and_verify)


def summary_chain(
    writer: Writer,
    gate: Gate,
    sentences: int,
    then: Step = unchanged,
    shown: Shown | None = None,
    read: Read = nothing_read,
) -> Runnable[Task, Reply]:
    """A task (articles and hits gathered, perhaps a topic) -> Reply: as `answer_chain`, without retrieving."""

    def write_and_verify(task: Task) -> Reply:
        checking = Checking(gate, task.articles, read(task.articles), shown)
        whole = replace(task, claims=checking.claims, shown=checking.streamed)
        draft = writer.summarize(whole)
        verified = checking.checked(draft, writer, whole)
        return then(_reply(task.question, verified, task.articles, task.hits, draft), task.hits)

    return RunnableLambda(write_and_verify)


def _reply(
    question: str | None, verified: Verified, articles: Sequence[Article], hits: tuple[Hit, ...], draft: Draft
) -> Reply:
    said = draft.answered and bool(verified.sentences)
    return Reply(
        question=question,
        answered=said,
        sentences=verified.sentences if said else (),
        faults=verified.faults,
        articles=with_copy_notices(articles),
        nearest=() if said else hits[:_NEAREST],
        left_out=draft.left_out,
    )


def _articles(hits: Sequence[Hit]) -> tuple[Article, ...]:
    return tuple({h.article.id: h.article for h in hits}.values())


def _document(hit: Hit) -> Document:
    p, a = hit.passage, hit.article
    place = {"article": p.article, "number": p.number, "start": p.span.start, "end": p.span.end, "score": hit.score}
    source = {"path": a.path, "publisher": a.publisher, "published": a.published, "language": a.language}
    return Document(page_content=p.text, id=p.id, metadata=place | source)


def _hit(document: Document, article: Article) -> Hit:
    m = document.metadata
    span = Span(m["start"], m["end"])
    return Hit(Passage(str(document.id), article.id, m["number"], span, span.of(article.text)), article, m["score"])
