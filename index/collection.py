"""A collection of articles: the one thing that the assistant holds of the index."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice

from index.documents import Article, Filters, Head, Hit, Kind, Passage, Raw
from index.embedding.embedder import Embedder, Vectors
from index.embedding.questions import Questions
from index.errors import BudgetSpent, CollectionError, InputError
from index.intake import TOGETHER, Prepared, Read, prepared
from index.reembed import ReembedReport, reembed
from index.search import Asked, query_language, search
from index.store.chroma import Metadata, Record
from index.store.follow import stored
from index.store.home import Home
from index.store.records import Kept, condition, head_of, keys_of, read_in
from index.store.store import Store
from index.store.tables import Tables
from index.store.write import remove, write

_BATCH = 800  # passages written at once
_LOOK = 200  # raw inputs whose ids are looked up at once
_REMEMBERED = 300  # articles kept in memory after they were read
_RECORDS = 5_000  # of articles, likewise; small

Done = Callable[[int], None]


@dataclass(slots=True)
class AddReport:
    """What came of adding: ids of new articles, of articles that were there already, and what could not be read.

    `stopped`: why the rest was not even tried.
    """

    added: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    failed: list[InputError] = field(default_factory=list)
    stopped: BudgetSpent | None = None


class Collection:
    """Articles, their passages and the search over them, at one home.

    Every method takes the lock that it needs; a kill at any moment leaves whole articles only. Any method may raise
    what `Store` raises.
    """

    def __init__(self, home: Home, embedder: Embedder) -> None:
        self.questions = Questions()
        self._store = Store(home, embedder)
        self._remembered: OrderedDict[str, Kept] = OrderedDict()
        self._records: dict[str, Record] = {}  # of articles, as of the batch of that number
        self._as_of = -1

    @classmethod
    @contextmanager
    def at(cls, home: Home, embedder: Embedder) -> Iterator[Collection]:
        collection = cls(home, embedder)
        try:
            yield collection
        finally:
            collection.close()

    @property
    def described(self) -> str:
        return self._store.home.described

    @property
    def store(self) -> Store:
        """For `index.doctor`, which looks behind the articles."""
        return self._store

    @property
    def embedder(self) -> Embedder:
        return self._store.embedder

    def close(self) -> None:
        self._store.close()

    def forget(self) -> None:
        """Lets go of what was read before, so that the next look is at what is there."""
        self._remembered.clear()
        self._records.clear()

    def add(
        self,
        raws: Iterable[Raw | InputError],
        done: Done = lambda _: None,
        workers: int = 1,
        read: Read | None = None,
    ) -> AddReport:
        """Adds what is new. An input that cannot be read is reported, and the others are added all the same.

        `done` is told how many inputs have been dealt with since it was last called. `workers`: see `prepared`. What
        `read` makes of an article is kept with it, for `readings`.
        """
        report = AddReport()
        self._take(prepared(self._unknown(raws, report, done), self._store.embedder, workers, read), report, done)
        return report

    def reindex(self, done: Done = lambda _: None, workers: int = 1, read: Read | None = None) -> AddReport:
        """Does again, from its raw input, what `add` does for an article; each stays usable until its turn.

        An embedder that takes its time is asked only about passages whose text is another one than before.
        """
        report = AddReport()
        items = prepared(self._raws(), self._store.embedder, workers, read, self._vectors_kept)
        self._take(items, report, done, again=True)
        return report

    def reembed(self, embedder: Embedder, done: Done = lambda _: None) -> ReembedReport:
        """Has every passage embedded by another embedder, which is then this collection's; see `index.reembed`."""
        return reembed(self._store, embedder, done)

    def remove(self, identifier: str) -> str:
        """Removes the article of that id (or of that beginning of one) and returns the id. Raises CollectionError."""
        with self._store.writing() as tables:
            found = self._identified(tables, identifier)
            remove(tables, found)
        return found

    def heads(self, filters: Filters = Filters()) -> list[Head]:  # noqa: B008 - frozen
        """What there is, newest first, the undated last."""
        with self._store.reading() as tables:
            heads = [head_of(r) for r in tables.articles.where(condition(filters))]
        return sorted(heads, key=lambda h: (h.published or "", h.id), reverse=True)

    def articles(self, ids: Sequence[str]) -> list[Article]:
        """The articles of these ids that are there, in this order."""
        with self._store.reading() as tables:
            kept = self._stored(tables, ids)
        return [kept[i].article for i in ids if i in kept]

    def article(self, identifier: str) -> Article:
        """The article of that id, or of that beginning of one. Raises CollectionError where it is none or several."""
        with self._store.reading() as tables:
            found = self._identified(tables, identifier)
            return self._stored(tables, [found])[found].article

    def passages(self, ids: Sequence[str]) -> list[Passage]:
        """The passages of these ids that are there, in this order."""
        with self._store.reading() as tables:
            homes = [str(r.metadata["article"]) for r in tables.passages.get(ids)]
            there = {p.id: p for kept in self._stored(tables, homes).values() for p in kept.passages}
        return [there[i] for i in ids if i in there]

    def readings(self, ids: Sequence[str]) -> dict[str, bytes]:
        """What was read from these articles when they were added, by id; nothing for those where that is not kept."""
        with self._store.reading() as tables:
            return {r.id: kept for r in self._kept(tables, ids) if (kept := _reading(tables, r)) is not None}

    def raw(self, identifier: str) -> Raw:
        """The raw input of an article, byte for byte. Raises CollectionError."""
        with self._store.reading() as tables:
            (record,) = tables.articles.get([self._identified(tables, identifier)])
            return _raw(tables, record.metadata)

    def search(self, query: str, filters: Filters = Filters(), limit: int = 10) -> list[Hit]:  # noqa: B008 - frozen
        """The passages that fit the query best, best first.

        Where the embedder gives no vector for the query, its words alone are searched; `questions.failed` has why.
        """
        with self._store.reading() as tables:
            language = query_language(query, tables.postings.languages())
        embedder = self._store.embedder
        vector = self.questions.vector(embedder, query, language)  # without the lock: it may take its time
        asked = Asked(query, language, vector, embedder.carries)
        with self._store.reading() as tables:
            return search(tables, asked, partial(self._stored, tables), filters, limit)

    def languages(self, filters: Filters = Filters()) -> dict[str, int]:  # noqa: B008 - frozen
        """How many articles there are in each language."""
        with self._store.reading() as tables:
            return tables.postings.articles_by_language(filters)

    def __len__(self) -> int:
        with self._store.reading() as tables:
            return len(tables.articles)

    def passage_count(self) -> int:
        with self._store.reading() as tables:
            return len(tables.passages)

    def _unknown(self, raws: Iterable[Raw | InputError], report: AddReport, done: Done) -> Iterator[Raw | InputError]:
        """Passes on what is not in the collection yet, each id once."""
        rest, met = iter(raws), set[str]()
        while part := list(islice(rest, _LOOK)):
            ids = [raw.id if isinstance(raw, Raw) else None for raw in part]
            with self._store.reading() as tables:
                met |= {r.id for r in tables.articles.get([i for i in dict.fromkeys(ids) if i])}
            for raw, i in zip(part, ids, strict=True):
                if i and i in met:
                    report.known.append(i)
                    done(1)
                else:
                    met |= {i} if i else set()
                    yield raw

    def _raws(self) -> Iterator[Raw]:
        """Every raw input that is there when its turn comes."""
        with self._store.reading() as tables:
            ids = sorted(tables.articles.ids())
        for start in range(0, len(ids), _LOOK):
            with self._store.reading() as tables:
                raws = [_raw(tables, r.metadata) for r in tables.articles.get(ids[start : start + _LOOK])]
            yield from raws

    def _take(
        self, items: Iterable[Prepared | InputError], report: AddReport, done: Done, *, again: bool = False
    ) -> None:
        batch: list[Prepared] = []
        most = _BATCH if self.embedder.portable else TOGETHER
        for item in _until_spent(items, report):
            if isinstance(item, InputError):
                report.failed.append(item)
                done(1)
                continue
            batch.append(item)
            if sum(len(p.passages) for p in batch) >= most:
                self._write(batch, report, done, again=again)
                batch = []
        self._write(batch, report, done, again=again)

    def _write(self, batch: list[Prepared], report: AddReport, done: Done, *, again: bool) -> None:
        """`again`: what another process has removed meanwhile stays removed."""
        if not batch:
            return
        with self._store.writing() as tables:
            ids = [p.article.id for p in batch]
            there = {r.id for r in tables.articles.get(ids)} if again else set(ids)
            write(tables, [p for p in batch if p.article.id in there])
        report.added += [i for i in ids if i in there]
        done(len(batch))

    def _vectors_kept(self, items: Sequence[Prepared]) -> dict[str, Vectors]:
        with self._store.reading() as tables:
            kept = self._stored(tables, [item.article.id for item in items])
            before = {p.id: (p.text, k.article.language) for k in kept.values() for p in k.passages}
            same = [
                p.id for item in items for p in item.passages if before.get(p.id) == (p.text, item.article.language)
            ]
            return tables.passages.vectors(same)

    def _stored(self, tables: Tables, ids: Sequence[str]) -> dict[str, Kept]:
        """Articles with their passages, by id; those that are not there are left out."""
        kept: dict[str, Kept] = {}
        for record in self._kept(tables, ids):
            body = str(record.metadata["body"])
            if body not in self._remembered:
                self._remembered[body] = stored(tables, record)
            self._remembered.move_to_end(body)
            kept[record.id] = self._remembered[body]
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)
        return kept

    def _kept(self, tables: Tables, ids: Sequence[str]) -> list[Record]:
        """The records of articles that are there: while nobody writes, none is asked for twice."""
        if self._as_of != tables.counter or len(self._records) > _RECORDS:
            self._as_of, self._records = tables.counter, {}
        asked = dict.fromkeys(ids)
        self._records |= {r.id: r for r in tables.articles.get([i for i in asked if i not in self._records])}
        return [self._records[i] for i in asked if i in self._records]

    def _identified(self, tables: Tables, identifier: str) -> str:
        if tables.articles.get([identifier]):
            return identifier
        found = sorted(i for i in tables.articles.ids() if i.startswith(identifier)) if identifier else []
        if len(found) != 1:
            what = "Several articles have ids that begin so" if found else "There is no such article"
            raise CollectionError(f'"{identifier}": {what}. `secondsource list` shows the ids.')
        return found[0]


def _until_spent(items: Iterable[Prepared | InputError], report: AddReport) -> Iterator[Prepared | InputError]:
    try:
        yield from items
    except BudgetSpent as error:
        report.stopped = error


def _reading(tables: Tables, record: Record) -> bytes | None:
    """None also where the blob is missing or broken: then the article is read as one that came without."""
    key = keys_of(record).reading
    try:
        return read_in(tables.blobs.get(key)) if key else None
    except KeyError:
        return None


def _raw(tables: Tables, metadata: Metadata) -> Raw:
    m = metadata
    return Raw(str(m["path"]), tables.blobs.get(str(m["raw"])), Kind(str(m["kind"])))
