"""The only door to LangChain: the collection as a retriever, and each flow over it as one Runnable.

Both chains are ordinary Runnables (`invoke`, `stream`, `batch`), so that people who know LangChain can take them
apart, swap the retriever or put a step of their own in between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda, RunnableParallel, RunnablePassthrough
from pydantic import ConfigDict

from assistant.domain import Gate, Reply, Sentence, Task, Verified, Writer
from assistant.notices import with_copy_notices
from index.collection import Collection
from index.documents import Article, Filters, Hit, Passage, Span

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

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        return [_document(h) for h in self.collection.search(query, self.filters, self.limit)]

    def hits(self, documents: Sequence[Document]) -> tuple[Hit, ...]:
        """The documents as the hits that they were; those whose article is gone are left out."""
        articles = {a.id: a for a in self.collection.articles([d.metadata["article"] for d in documents])}
        return tuple(_hit(d, articles[d.metadata["article"]]) for d in documents if d.metadata["article"] in articles)


Step = Callable[[Reply, Sequence[Hit]], Reply]


Shown = Callable[[Sentence], None]


def unchanged(reply: Reply, hits: Sequence[Hit]) -> Reply:
    """The step that does nothing."""
    return reply


def answer_chain(
    retriever: CollectionRetriever,
    writer: Writer,
    gate: Gate,
    sentences: int,
    then: Step = unchanged,
    shown: Shown | None = None,
) -> Runnable[str, Reply]:
    """question -> Reply: retrieve, write, verify, then a step that gets the passages found too."""

    def write_and_verify(given: dict[str, Any]) -> Reply:
        question, hits = given["question"], given["hits"]
        draft = writer.answer(Task(question, sentences, hits=hits))
        verified = _told(gate(draft, _articles(hits)), shown)
        cited = tuple({c.article.id: c.article for s in verified.sentences for c in s.citations}.values())
        reply = _reply(question, verified, cited or _articles(hits), hits, answered=draft.answered)
        return then(reply, hits)

    retrieved = RunnableParallel(question=RunnablePassthrough(), hits=retriever | RunnableLambda(retriever.hits))
    return retrieved | RunnableLambda(write_and_verify)


def summary_chain(
    writer: Writer, gate: Gate, sentences: int, then: Step = unchanged, shown: Shown | None = None
) -> Runnable[Task, Reply]:
    """A task (articles and hits gathered, perhaps a topic) -> Reply: write, verify, a step that gets the hits too."""

    def write_and_verify(task: Task) -> Reply:
        draft = writer.summarize(task)
        verified = _told(gate(draft, task.articles), shown)
        return then(_reply(task.question, verified, task.articles, task.hits, answered=draft.answered), task.hits)

    return RunnableLambda(write_and_verify)


def _told(verified: Verified, shown: Shown | None) -> Verified:
    for sentence in verified.sentences if shown else ():
        assert shown
        shown(sentence)
    return verified


def _reply(
    question: str | None, verified: Verified, articles: Sequence[Article], hits: tuple[Hit, ...], *, answered: bool
) -> Reply:
    said = answered and bool(verified.sentences)
    return Reply(
        question=question,
        answered=said,
        sentences=verified.sentences if said else (),
        faults=verified.faults,
        articles=with_copy_notices(articles),
        nearest=() if said else hits[:_NEAREST],
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
