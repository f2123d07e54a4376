"""No article is read twice: what was read when it was added is kept with it, and what a command reads it remembers."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Protocol, runtime_checkable

from assistant.sourcing import Reader, Reading
from index import instructions, sentences
from index.collection import Collection
from index.documents import Article
from index.instructions import orders_in
from index.sentences import sentences_of

_REMEMBERED = 300  # articles, as many as a collection keeps in memory

Unpack = Callable[[bytes, Article], Reading]


def embedded_bytes(article: Article) -> bytes:
    """What the embedded reader reads, as a collection keeps it (`Collection.add(…, read=embedded_bytes)`)."""
    from assistant.judge.glance import spoken_in
    from assistant.read.blob import Seen, to_bytes
    from assistant.read.reader import EmbeddedReader

    spoken = spoken_in(article.text, article.language)
    return to_bytes(EmbeddedReader().read(article), Seen(sentences_of(article), orders_in(article), spoken))


def from_embedded(data: bytes, article: Article) -> Reading:
    """The reading in such bytes; what else is in them is learnt. Raises ValueError where they are another version's."""
    from assistant.judge import whole
    from assistant.read.blob import from_bytes

    reading, seen = from_bytes(data, article)
    if seen:
        sentences.learnt.learn(article, seen.sentences)
        instructions.learnt.learn(article, seen.orders)
    if seen and seen.spoken:
        whole.learnt.learn(article, seen.spoken)
    return reading


@runtime_checkable
class ManyReader(Reader, Protocol):
    """One that reads several articles at the same time, over the readings that a collection keeps."""

    def read_many(self, articles: Sequence[Article]) -> list[Reading]: ...

    def learn(self, articles: Sequence[Article], kept: Callable[[Sequence[str]], Mapping[str, bytes]]) -> None: ...


class RememberingReader:
    """`unpack` makes a reading of what a collection keeps of the same reader; ValueError where it is another's."""

    def __init__(self, reader: Reader, unpack: Unpack | None = None) -> None:
        self.name = reader.name
        self._reader, self._unpack = reader, unpack
        self._known: OrderedDict[Article, Reading] = OrderedDict()
        self._lock = Lock()

    def read(self, article: Article) -> Reading:
        return self._recalled(article) or self._remember(article, self._reader.read(article))

    def read_many(self, articles: Sequence[Article]) -> list[Reading]:
        """As `read`, of several at once where the reader can do that."""
        fresh = [a for a in dict.fromkeys(articles) if self._recalled(a) is None]
        if fresh and isinstance(self._reader, ManyReader):
            for article, reading in zip(fresh, self._reader.read_many(fresh), strict=True):
                self._remember(article, reading)
        return [self.read(article) for article in articles]

    def learn(self, articles: Sequence[Article], kept: Callable[[Sequence[str]], Mapping[str, bytes]]) -> None:
        """Takes over what is kept of those that it does not know; what cannot be used is read when it is asked for."""
        fresh = [a for a in articles if self._recalled(a) is None]  # what is known must not give way to what is learnt
        if isinstance(self._reader, ManyReader):  # which checks itself against an embedded one that remembers
            self._reader.learn(fresh, kept)
        if not fresh or self._unpack is None:
            return
        found = kept([a.id for a in fresh])
        for article in fresh:
            if article.id in found:
                self._take(article, found[article.id], self._unpack)

    def _take(self, article: Article, kept: bytes, unpack: Unpack) -> None:
        try:
            reading = unpack(kept, article)
        except ValueError:
            return
        self._remember(article, reading)

    def _recalled(self, article: Article) -> Reading | None:
        with self._lock:
            if article in self._known:
                self._known.move_to_end(article)
            return self._known.get(article)

    def _remember(self, article: Article, reading: Reading) -> Reading:
        with self._lock:
            known = self._known.setdefault(article, reading)
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return known


def learn_all(reader: Reader, articles: Sequence[Article], collection: Collection) -> None:
    """Takes over what the collection keeps of these of its articles, as far as the reader can use it."""
    if isinstance(reader, RememberingReader):
        reader.learn(articles[:_REMEMBERED], collection.readings)


def read_all(reader: Reader, articles: Sequence[Article], collection: Collection) -> list[Reading]:
    """The readings of these articles of the collection, from what it keeps of them as far as the reader can use it."""
    found: list[Reading] = []
    for start in range(0, len(articles), _REMEMBERED):
        part = articles[start : start + _REMEMBERED]
        learn_all(reader, part, collection)
        if isinstance(reader, RememberingReader):
            found += reader.read_many(part)
        else:
            found += [reader.read(article) for article in part]
    return found
