"""Chroma, the blobs and the word search of one home, kept in step: locked, reopened and followed up where needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from index.embedding.embedder import Embedder
from index.errors import WrongEmbedder, WrongFormat
from index.store.chroma import Client, Metadata
from index.store.follow import follow, unseen
from index.store.home import Home
from index.store.postings import Postings
from index.store.tables import Tables

FORMAT = 1


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

    @contextmanager
    def reading(self) -> Iterator[Tables]:
        with self._one_thread:
            if self._is_behind():
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
        with self.home.turnstile.reading():
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
        articles = client.table(f"{home.tables}.articles", self._made_with())
        self._check(articles.metadata)
        return Tables(
            articles=articles,
            passages=client.table(f"{home.tables}.passages"),
            changes=client.table(f"{home.tables}.changes"),
            blobs=home.blobs(client),
            postings=postings,
            writer=home.writer,
            counter=generation,
        )

    def _made_with(self) -> Metadata:
        return {"format": FORMAT, "embedder": self._embedder.name, "dimensions": self._embedder.dimensions}

    def _check(self, made: Metadata) -> None:
        if made.get("format") != FORMAT:
            raise WrongFormat(
                f"{self.home.described} has format {made.get('format')}, this version reads {FORMAT}. "
                "Use the version of secondsource that made it, or another --collection."
            )
        if made.get("embedder") != self._embedder.name:
            raise WrongEmbedder(
                f'{self.home.described} was made with the embedder "{made.get("embedder")}", not '
                f'"{self._embedder.name}". Add --embedder {made.get("embedder")}, or use another --collection.'
            )
