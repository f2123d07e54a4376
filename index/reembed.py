"""reindex --embedder: every passage gets a vector of another embedder, beside the one in use, which then gives way.

Vectors are never replaced in place (docs/decisions/0007 and 0010). No lock is held while the embedder works: others
read and write meanwhile, and what they changed is done again before the new vectors take over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice

from index.documents import Passage
from index.embedding.embedder import Embedder, TextsRefused, Vectors
from index.errors import BudgetSpent, Busy, NoVectors
from index.intake import TOGETHER
from index.store.chroma import Fields, Record, Table
from index.store.follow import stored
from index.store.records import Kept, passage_metadata
from index.store.store import Store
from index.store.tables import Tables

_LISTED = 5  # articles that a message names

Done = Callable[[int], None]


@dataclass(slots=True)
class ReembedReport:
    """`embedded` in this run, `kept` from one that was interrupted; `before`: the embedder that gave way."""

    embedder: str
    before: str
    embedded: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class _Job:
    """A passage to embed, as it was read: its article's `stamp` is another one when that was written anew."""

    passage: Passage = field(repr=False)
    language: str
    stamp: str
    fields: Fields = field(repr=False)


def reembed(store: Store, embedder: Embedder, done: Done = lambda _: None) -> ReembedReport:
    """Embeds what has no vector of this embedder yet, and then has it used. Run again, it goes on where it stopped.

    `done` is told how many passages have been dealt with since it was last called. Raises NoVectors where the embedder
    refuses a passage, BudgetSpent where the rest costs too much, and Busy where another process re-embeds with yet
    another embedder: the collection then stays with the one that it has.
    """
    run = _Run(store, embedder)
    report = ReembedReport(embedder.name, store.embedder.name, kept=run.begin())
    done(report.kept)
    while not run.taken_over():
        for batch in run.batches():
            for jobs, vectors in run.afforded(batch):
                report.embedded += run.put(jobs, vectors)
                done(len(jobs))
        run.check_refused()
    return report


class _Run:
    """`refused`: passages that got no vector, and why. `skipped`: those that their article no longer has."""

    def __init__(self, store: Store, embedder: Embedder) -> None:
        self._store, self._embedder = store, embedder
        self._refused: dict[str, str] = {}
        self._skipped: set[str] = set()

    def begin(self) -> int:
        """How many passages have their vector already."""
        with self._store.writing() as tables:
            return len(_current(tables, self._store.other(tables).begin(self._embedder)))

    def taken_over(self) -> bool:
        """Whether nothing is missing, so that the new vectors are now in use."""
        with self._store.writing() as tables:
            table = self._mine(tables)
            if self._missing(tables, table):
                return False
            table.delete(sorted(table.ids() - tables.passages.ids()))
            self._store.turn_to(self._embedder, tables)
            return True

    def batches(self) -> Iterator[list[_Job]]:
        """What is missing now, some passages at a time, those of an article together as far as they fit."""
        with self._store.writing() as tables:
            missing = self._missing(tables, self._mine(tables))
            homes = sorted((str(r.metadata["article"]), r.id) for r in tables.passages.get(sorted(missing)))
        rest = iter(homes)
        while part := list(islice(rest, TOGETHER)):
            with self._store.reading() as tables:
                jobs = list(_jobs(tables, part))
            self._skipped |= {passage for _, passage in part} - {job.passage.id for job in jobs}
            if jobs:
                yield jobs

    def afforded(self, jobs: Sequence[_Job]) -> Iterator[tuple[Sequence[_Job], Vectors]]:
        """Where the budget does not do for all, for the first of them; then raises BudgetSpent."""
        try:
            vectors = self.vectors(jobs)
        except BudgetSpent as error:
            yield jobs[: error.fits], self.vectors(jobs[: error.fits])
            raise
        yield jobs, vectors

    def vectors(self, jobs: Sequence[_Job]) -> Vectors:
        """Zeros for what is refused."""
        try:
            return self._embedder.embed([j.passage.text for j in jobs], [j.language for j in jobs])
        except TextsRefused as error:
            self._refused |= {jobs[n].passage.id: why for n, why in error.why.items()}
            return error.vectors

    def put(self, jobs: Sequence[_Job], vectors: Vectors) -> int:
        """Those that were not refused and whose article is still as it was; how many that are."""
        with self._store.writing() as tables:
            table = self._mine(tables)
            stamps = {r.id: _stamp(r) for r in tables.articles.get(sorted({j.passage.article for j in jobs}))}
            there = {r.id: r.metadata.get("stamp") for r in table.get([j.passage.id for j in jobs])}
            fit = [
                n
                for n, j in enumerate(jobs)
                if vectors[n].any() and j.stamp == stamps.get(j.passage.article) != there.get(j.passage.id)
            ]
            ids = [jobs[n].passage.id for n in fit]
            table.delete([i for i in ids if i in there])  # never replaced: docs/decisions/0007
            table.put(ids, [jobs[n].fields for n in fit], vectors[fit])
        return len(ids)

    def check_refused(self) -> None:
        if not self._refused:
            return
        with self._store.reading() as tables:
            articles = sorted({str(r.metadata["article"]) for r in tables.passages.get(sorted(self._refused))})
        named = ", ".join(a[:10] for a in articles[:_LISTED]) + (", …" if len(articles) > _LISTED else "")
        raise NoVectors(
            f"{self._embedder.name} gives no vector for {len(self._refused)} passages "
            f"({next(iter(self._refused.values()))}), of the articles {named}. The collection stays with "
            f"{self._store.embedder.name}, and the others are kept for another try: remove those articles, or use "
            "another embedder."
        )

    def _missing(self, tables: Tables, table: Table) -> set[str]:
        """An interrupted add may have left passages of no article: those are not missed."""
        articles = tables.articles.ids()
        there = {r.id for r in tables.passages.where() if str(r.metadata["article"]) in articles}
        return there - _current(tables, table) - self._skipped

    def _mine(self, tables: Tables) -> Table:
        other = self._store.other(tables)
        table = other.table
        if table is None or other.embedder != self._embedder.name:
            raise Busy(
                f"{self._store.home.described}: another process has begun to embed it anew with "
                f"{other.embedder or 'another embedder'}. Wait for it to finish; the collection stays usable meanwhile."
            )
        return table


def _current(tables: Tables, table: Table) -> set[str]:
    """The passages in the new table whose article is still as it was."""
    stamps = {r.id: _stamp(r) for r in tables.articles.where()}
    return {r.id for r in table.where() if r.metadata.get("stamp") == stamps.get(str(r.metadata["article"]), "")}


def _stamp(article: Record) -> str:
    """Another one each time that the article is written."""
    return f"{article.metadata['counter']} {article.metadata['writer']}"


def _jobs(tables: Tables, homes: Sequence[tuple[str, str]]) -> Iterator[_Job]:
    for article, group in groupby(homes, key=lambda pair: pair[0]):
        wanted = {passage for _, passage in group}
        for record in tables.articles.get([article]):
            if kept := _kept(tables, record):
                yield from (_job(p, kept, _stamp(record)) for p in kept.passages if p.id in wanted)


def _job(passage: Passage, kept: Kept, stamp: str) -> _Job:
    fields = {**passage_metadata(passage, kept.article), "stamp": stamp}
    return _Job(passage, kept.article.language, stamp, fields)


def _kept(tables: Tables, record: Record) -> Kept | None:
    """None where the text is missing or broken, which the doctor tells."""
    try:
        return stored(tables, record)
    except (KeyError, ValueError):
        return None
