"""Each flow, once, top to bottom. What a command does beyond reading its flags and showing its result is here."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Protocol

from assistant.domain import Gate, Reply, Task, Writer
from assistant.settings import Settings
from index.collection import AddReport, Collection
from index.documents import Article, Filters, Hit
from index.embedding.embedder import embedder_named
from index.errors import NoCollection
from index.load import load
from index.store import home

_PILE = 200  # the most articles that one summary reads
_TOPIC_HITS = 40  # passages that tell which articles a topic is in
_ANSWER = 3  # sentences of an answer
_EVERYTHING = Filters()


class Progress(Protocol):
    def __call__(self, stage: str, done: int, total: int | None) -> None: ...


def no_progress(stage: str, done: int, total: int | None) -> None:
    """For when nobody watches."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The hands that do the three jobs: here those that need no model."""

    writer: Writer
    gate: Gate


def engine(settings: Settings) -> Engine:
    from assistant.gate.verify import verify
    from assistant.write.extractive import ExtractiveWriter

    return Engine(ExtractiveWriter(), verify)


def open_collection(settings: Settings, *, create: bool = False) -> AbstractContextManager[Collection]:
    """The saved collection. Raises NoCollection where there is none and none is to be made."""
    if settings.chroma_url:
        place = home.on_server(settings.chroma_url, settings.data_dir, settings.collection)
    else:
        place = home.in_folder(settings.data_dir, settings.collection, create=create)
    return Collection.at(place, embedder_named(settings.embedder))


@contextmanager
def read_pile(
    settings: Settings, paths: Sequence[str], progress: Progress = no_progress
) -> Iterator[tuple[Collection, AddReport]]:
    """The articles of just these paths, in memory; gone when the context ends."""
    with Collection.at(home.in_memory(), embedder_named(settings.embedder)) as collection:
        yield collection, add(collection, paths, progress)


def add(collection: Collection, paths: Sequence[str], progress: Progress = no_progress) -> AddReport:
    """load -> clean -> split -> embed and store. What cannot be read is in the report; the rest is added."""
    total = None
    raws = load(paths, sys.stdin.buffer)
    dealt = 0

    def done(more: int) -> None:
        nonlocal dealt
        dealt += more
        progress("reading", dealt, total)

    # As many workers as processors: the parent mostly waits for Chroma, and shares one of them.
    return collection.add(raws, done, workers=os.cpu_count() or 1)


def summarize(
    collection: Collection, hands: Engine, about: str | None, sentences: int, filters: Filters = _EVERYTHING
) -> Reply:
    """retrieve -> write -> verify, over the whole pile or what it says about a topic."""
    from assistant.chain import silence_tracing, summary_chain

    silence_tracing()
    hits = tuple(collection.search(about, filters, _TOPIC_HITS)) if about else ()
    articles = _articles_of(hits) if about else _newest(collection, filters)
    task = Task(about, sentences, articles, hits)
    return summary_chain(hands.writer, hands.gate, sentences).invoke(task)


def ask(collection: Collection, hands: Engine, question: str, filters: Filters = _EVERYTHING) -> Reply:
    """retrieve -> write -> verify, or the word that the articles do not say."""
    from assistant.chain import CollectionRetriever, answer_chain, silence_tracing

    silence_tracing()
    retriever = CollectionRetriever(collection=collection, filters=filters)
    return answer_chain(retriever, hands.writer, hands.gate, _ANSWER).invoke(question)


def search(collection: Collection, query: str, filters: Filters = _EVERYTHING, limit: int = 10) -> list[Hit]:
    return collection.search(query, filters, limit)


def _newest(collection: Collection, filters: Filters) -> tuple[Article, ...]:
    heads = collection.heads(filters)
    if not heads:
        raise NoCollection("There are no articles to summarize. Add some with `secondsource add FILE_OR_FOLDER`.")
    return tuple(collection.articles([h.id for h in heads[:_PILE]]))


def _articles_of(hits: Sequence[Hit]) -> tuple[Article, ...]:
    return tuple({h.article.id: h.article for h in hits}.values())
