"""The only door to LangChain: the collection as a retriever, and each flow over it as one Runnable.

Both chains are ordinary Runnables (`invoke`, `stream`, `batch`), so that people who know LangChain can take them
apart, swap the retriever or put a step of their own in between.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict

from assistant.domain import Draft, Gate, Reply, Task, Verified, Writer
from assistant.notices import with_copy_notices
from assistant.sourcing import Claim, Sourcing, unsourced
from assistant.write.checking import Checking, Shown
from index.collection import Collection
from index.documents import Article, Filters, Hit, Passage, Span
from index.fusion import fused
from index.together import together

_AT_ONCE = 4  # searches: one for each language
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


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of articles before anything is written of them: their claims, and how well those are sourced."""

    claims: Sequence[Claim] = ()
    sourcing: Sourcing = unsourced


@dataclass(frozen=True, slots=True)
class Steps:
    """What a flow does beside retrieving, writing and verifying; each step may be left out.

    `standalone` makes a follow-up whole; `searches` puts it in the collection's other languages; `known` reads the
    passages found; `then` gets the reply with them; `shown` is called with each sentence as it passes the gate.
    """

    standalone: Callable[[str], str] | None = None
    searches: Callable[[str], Sequence[str]] | None = None
    known: Callable[[Sequence[Article], Sequence[Hit]], Known] | None = None
    then: Callable[[Reply, Sequence[Hit]], Reply] | None = None
    shown: Shown | None = None


_NO_STEPS = Steps()


def answer_chain(
    retriever: CollectionRetriever, writer: Writer, gate: Gate, sentences: int, steps: Steps = _NO_STEPS
) -> Runnable[str, Reply]:
    """question -> Reply: condense, retrieve in all languages, read and find, write, verify, mend once."""

    def understood(question: str) -> dict[str, Any]:
        whole = steps.standalone(question) if steps.standalone else question
        return {"question": question, "asked": whole, "searches": [whole, *(steps.searches or _no_more)(whole)]}

    def retrieved(given: dict[str, Any]) -> dict[str, Any]:
        # LangChain's own threads (batch, assign) are waited for, also after Ctrl-C.
        found = together(lambda words: retriever.hits(retriever.invoke(words)), given["searches"], _AT_ONCE)
        return {**given, "hits": tuple(fused(found)[: retriever.limit])}

    def written(given: dict[str, Any]) -> Reply:
        asked, hits = given["asked"], given["hits"]
        reply = _written(Task(asked, sentences, hits=hits), _articles(hits), writer.answer, writer, gate, steps)
        return replace(reply, question=given["question"], standalone=asked)

    return RunnableLambda(understood) | RunnableLambda(retrieved) | RunnableLambda(written)


def summary_chain(writer: Writer, gate: Gate, steps: Steps = _NO_STEPS) -> Runnable[Task, Reply]:
    """A task (articles and hits gathered, perhaps a topic) -> Reply: as `answer_chain`, without retrieving."""
    return RunnableLambda(lambda task: _written(task, task.articles, writer.summarize, writer, gate, steps))


def _written(
    task: Task, articles: Sequence[Article], write: Callable[[Task], Draft], writer: Writer, gate: Gate, steps: Steps
) -> Reply:
    known = steps.known(articles, task.hits) if steps.known else Known()
    checking = Checking(gate, articles, known.claims, known.sourcing, steps.shown)
    whole = replace(task, claims=tuple(known.claims), sourcing=known.sourcing, shown=checking.streamed)
    draft = write(whole)
    reply = _reply(task, checking.checked(draft, writer, whole), articles, draft)
    return steps.then(reply, task.hits) if steps.then else reply


def _no_more(question: str) -> Sequence[str]:
    return ()


def _reply(task: Task, verified: Verified, articles: Sequence[Article], draft: Draft) -> Reply:
    """An answer shows the articles that it cites, a summary all that it is of."""
    said = draft.answered and bool(verified.sentences)
    cited = {c.article.id: c.article for s in verified.sentences for c in s.citations}
    shown = articles if task.articles else tuple(cited.values()) or articles
    return Reply(
        question=task.question,
        answered=said,
        sentences=verified.sentences if said else (),
        faults=verified.faults,
        articles=with_copy_notices(shown),
        nearest=() if said else task.hits[:_NEAREST],
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
