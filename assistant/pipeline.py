"""Each flow, once, top to bottom. What a command does beyond reading its flags and showing its result is here."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from errno import EACCES
from typing import Protocol

from assistant.domain import Gate, Reply, Task, Writer
from assistant.settings import Settings
from index.collection import AddReport, Collection
from index.documents import Article, Filters, Head, Hit
from index.embedding.embedder import embedder_named
from index.errors import NoCollection, SettingError
from index.language import UNKNOWN, clear_language, function_share
from index.load import load
from index.store import home
from index.terms import words
from index.wordlists import LANGUAGES

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
    """The saved collection. Raises NoCollection where there is none and none is to be made, and SettingError."""
    try:
        place = _home(settings, create=create)
    except OSError as error:
        raise SettingError(
            f"{settings.place('data_dir')}: collections cannot be kept in {settings.data_dir} "
            f"({error.strerror}: {error.filename}). Set SECONDSOURCE_DATA_DIR to a directory that you may write to."
        ) from None
    return Collection.at(place, embedder_named(settings.embedder))


def _home(settings: Settings, *, create: bool) -> home.Home:
    """Raises OSError where the data directory cannot be made or written to: even a reader takes a lock there."""
    data = settings.data_dir
    if create:
        data.mkdir(parents=True, exist_ok=True)
    for folder in (data, data / "collections", data / "collections" / settings.collection):
        if os.path.exists(folder) and not os.access(folder, os.W_OK | os.X_OK):  # noqa: PTH110 - Path's raises
            raise PermissionError(EACCES, os.strerror(EACCES), str(folder))
    if settings.chroma_url:
        return home.on_server(settings.chroma_url, data, settings.collection)
    return home.in_folder(data, settings.collection, create=create)


@contextmanager
def read_pile(
    settings: Settings, paths: Sequence[str], progress: Progress = no_progress
) -> Iterator[tuple[Collection, AddReport]]:
    """The articles of just these paths, in memory; gone when the context ends."""
    with Collection.at(home.in_memory(), embedder_named(settings.embedder)) as collection:
        yield collection, add(collection, paths, progress)


def add(collection: Collection, paths: Sequence[str], progress: Progress = no_progress) -> AddReport:
    """load -> clean -> split -> embed and store. What cannot be read is in the report; the rest is added."""
    raws = load(paths, sys.stdin.buffer if sys.stdin else None)
    dealt = 0

    def done(more: int) -> None:
        nonlocal dealt
        dealt += more
        progress("reading", dealt, None)

    # As many workers as processors: the parent mostly waits for Chroma, and shares one of them.
    return collection.add(raws, done, workers=os.cpu_count() or 1)


def summarize(
    collection: Collection, hands: Engine, about: str | None, sentences: int, filters: Filters = _EVERYTHING
) -> Reply:
    """retrieve -> write -> verify, over the whole pile or what it says about a topic."""
    from assistant.chain import silence_tracing, summary_chain

    silence_tracing()
    hits = tuple(collection.search(about, filters, _TOPIC_HITS)) if about else ()
    heads = [] if about else collection.heads(filters)
    articles = _articles_of(hits) if about else _newest(collection, heads)
    task = Task(about, sentences, articles, hits)
    reply = summary_chain(hands.writer, hands.gate, sentences).invoke(task)
    return replace(reply, unread=max(0, len(heads) - _PILE), other_languages=_foreign(collection, about, filters))


def ask(collection: Collection, hands: Engine, question: str, filters: Filters = _EVERYTHING) -> Reply:
    """retrieve -> write -> verify, or the word that the articles do not say."""
    from assistant.chain import CollectionRetriever, answer_chain, silence_tracing

    silence_tracing()
    retriever = CollectionRetriever(collection=collection, filters=filters)
    reply = answer_chain(retriever, hands.writer, hands.gate, _ANSWER).invoke(question)
    return replace(reply, other_languages=_foreign(collection, question, filters))


def search(collection: Collection, query: str, filters: Filters = _EVERYTHING, limit: int = 10) -> list[Hit]:
    return collection.search(query, filters, limit)


def _foreign(collection: Collection, question: str | None, filters: Filters) -> int:
    """How many articles are in another language than the question; 0 where that is too short to tell its language."""
    language = _language_asked_in(question) if question else None
    if not language:
        return 0
    return sum(n for code, n in collection.languages(filters).items() if code not in (language, UNKNOWN))


def _language_asked_in(question: str) -> str | None:
    """A question is short: where its language is not clear, it is the one with twice the function words of the next."""
    tokens = words(question)
    shares = {code: function_share(code, tokens) for code in LANGUAGES}
    first, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    leads = shares[first] > 0 and shares[first] >= 2 * shares[second]
    return clear_language(tokens, question) or (first if leads else None)


def _newest(collection: Collection, heads: Sequence[Head]) -> tuple[Article, ...]:
    if not heads:
        raise NoCollection("There are no articles to summarize. Add some with `secondsource add FILE_OR_FOLDER`.")
    return tuple(collection.articles([h.id for h in heads[:_PILE]]))


def _articles_of(hits: Sequence[Hit]) -> tuple[Article, ...]:
    return tuple({h.article.id: h.article for h in hits}.values())
