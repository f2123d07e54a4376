"""Chroma, the blobs and the word search of one home, kept in step: locked, reopened and followed up where needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from index.embedding.embedder import Embedder
from index.store.chroma import Client
from index.store.follow import follow, unseen
from index.store.home import Home
from index.store.made import check, passages_of, state_of
from index.store.other import Other
from index.store.postings import Postings
from index.store.tables import Tables


class Store:
    """Gives out the tables, to many readers or to one writer. The threads of this process take turns.

    Raises WrongEmbedder or WrongFormat for a collection that was made otherwise, Busy where the lock is held too long,
    NoServer where a server does not answer.
    """

    def __init__(self, home: Home, embedder: Embedder) -> None:
        self.home = home
        self._embedder = embedder
        self._one_thread = RLock()  # the turnstile keeps processes apart, this the threads of one
        self._client: Client | None = None
        self._postings: Postings | None = None
        self._tables: Tables | None = None
        self._generation = -1

    @property
    def embedder(self) -> Embedder:
        return self._embedder

    @contextmanager
    def reading(self) -> Iterator[Tables]:
        with self._one_thread:
            with self.home.turnstile.reading():
                if not self._is_behind():
                    yield self._at(self.home.turnstile.generation)
                    return
            with self.writing():
                pass  # taking the lock brings the word search up to date
            with self.home.turnstile.reading():
                yield self._at(self.home.turnstile.generation)

    @contextmanager
    def writing(self) -> Iterator[Tables]:
        with self._one_thread, self.home.turnstile.writing():
            now = self.home.turnstile.generation
            if self._generation == now - 1:
                self._generation = now  # nobody else wrote: what is open is what is there
            tables = self._at(now)
            follow(tables)
            yield tables
            with tables.postings.changing():
                tables.postings.saw(self.home.writer, now)

    def other(self, tables: Tables) -> Other:
        """Where another embedder's vectors grow beside those in use. To change it is the writer's."""
        if self._client is None:
            raise RuntimeError("the tables are not open")
        return Other(self._client, self.home, tables)

    def turn_to(self, embedder: Embedder, tables: Tables) -> None:
        """From now on what `other` has is in use, and made by this embedder. Call it as the writer."""
        self.other(tables).put_in_use(embedder)
        self._embedder = embedder
        self._generation = -1  # what is open has the tables of before

    def close(self) -> None:
        if self._tables and self.home.postings:
            self._tables.blobs.close()
        if self._client:
            self._client.close()
        if self._postings:
            self._postings.close()
        self._client = self._postings = self._tables = None
        self._generation = -1

    def _is_behind(self) -> bool:
        """Asked by whoever reads."""
        now = self.home.turnstile.generation
        if now == 0 or (self.home.postings and not self.home.postings.exists()):
            return True
        tables = self._at(now)
        if tables.postings.seen().get(self.home.writer) != now:
            return True
        return self.home.shared and unseen(tables)

    def _at(self, generation: int) -> Tables:
        """The tables as of that generation: a client opened before it would miss what came since."""
        if self._tables is None or self._generation != generation:
            self.close()
            self._tables = self._open(generation)
            self._generation = generation
        elif self._tables.counter != generation:
            t = self._tables
            self._tables = Tables(t.articles, t.passages, t.changes, t.blobs, t.postings, t.writer, generation)
        return self._tables

    def _open(self, generation: int) -> Tables:
        home = self.home
        self._client = client = home.connect()
        self._postings = postings = Postings(home.postings)
        articles = client.table(f"{home.tables}.articles", state_of(self._embedder))
        check(articles.metadata, self._embedder.name, home.described)
        return Tables(
            articles=articles,
            passages=client.table(passages_of(articles.metadata, home)),
            changes=client.table(f"{home.tables}.changes"),
            blobs=home.blobs(client),
            postings=postings,
            writer=home.writer,
            counter=generation,
        )
