"""Looks behind the articles of a collection: do records, passages, blobs and the word search agree?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from index.collection import Collection
from index.documents import Kind, Raw
from index.embedding.embedder import Embedder, Vectors
from index.errors import InputError
from index.intake import Read, embedded, prepared_one
from index.store.chroma import Record
from index.store.follow import follow, stored
from index.store.records import Kept, keys_of, reading_of
from index.store.tables import Tables
from index.store.write import drop_record, write

_SEARCHED = 2_000  # the most passages that are looked for by their own vector
_AT_ONCE = 200
_NEAR_COPY = 0.9  # cosine from which one passage may stand for another


class Trouble(StrEnum):
    UNREAD = "unread"  # an article of which what was read when it was added is missing or broken; it is read anew
    UNREADABLE = "unreadable"  # an article whose text is missing or broken
    INCOMPLETE = "incomplete"  # an article of which passages are missing
    LOST = "lost"  # a passage that its own vector does not find
    ORPHANED_PASSAGE = "orphaned_passage"  # left by an interrupted add; harmless
    ORPHANED_BLOB = "orphaned_blob"  # likewise
    UNINDEXED = "unindexed"  # an article that the word search does not know
    OUTDATED = "outdated"  # the word search knows a passage that is gone


@dataclass(frozen=True, slots=True)
class Problem:
    """`ids`: of the articles, passages or blobs concerned."""

    trouble: Trouble
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """`begun`: an embedder and how many vectors of it wait for the others, where re-embedding was broken off."""

    articles: int
    passages: int
    problems: tuple[Problem, ...]
    begun: tuple[str, int] | None = None


def examine(collection: Collection) -> Health:
    """Compares ids throughout, and looks for passages by their own vectors (all, or 2,000 of more)."""
    with collection.store.reading() as tables:
        other = collection.store.other(tables)
        table, embedder = other.table, other.embedder
        begun = None if table is None or embedder is None else (embedder, len(table))
        return replace(_examined(tables), begun=begun)


def repair(collection: Collection, embedder: Embedder, read: Read | None = None) -> Health:
    """Mends what can be mended, and examines again.

    Leftovers go; the word search is made anew; broken articles are made again from their raw input, and removed where
    that is broken too. `read`: as in `Collection.add`.
    """
    with collection.store.writing() as tables:
        found = {p.trouble: p.ids for p in _examined(tables).problems}
        tables.passages.delete(found.get(Trouble.ORPHANED_PASSAGE, ()))
        tables.blobs.delete(found.get(Trouble.ORPHANED_BLOB, ()))
        owners = {str(r.metadata["article"]) for r in tables.passages.get(found.get(Trouble.LOST, ()))}
        _remake(
            tables, embedder, read, {*found.get(Trouble.UNREADABLE, ()), *found.get(Trouble.INCOMPLETE, ()), *owners}
        )
        _reread(tables, read, found.get(Trouble.UNREAD, ()))
        if {Trouble.UNINDEXED, Trouble.OUTDATED} & found.keys():
            with tables.postings.changing():
                tables.postings.clear()
            follow(tables)
    collection.forget()
    return examine(collection)


def _examined(tables: Tables) -> Health:
    records = tables.articles.where()
    kept, unreadable = _readable(tables, records)
    there, expected = tables.passages.ids(), {p.id for k in kept for p in k.passages}
    indexed, blobs = tables.postings.passages(), tables.blobs.keys()
    used = {key for r in records for key in keys_of(r).blobs}
    problems = (
        (Trouble.UNREAD, {r.id for r in records if _is_unread(tables, r)} - set(unreadable)),
        (Trouble.UNREADABLE, unreadable),
        (Trouble.INCOMPLETE, {k.article.id for k in kept if not {p.id for p in k.passages} <= there}),
        (Trouble.LOST, _lost(tables, sorted(there & expected))),
        (Trouble.ORPHANED_PASSAGE, there - expected if not unreadable else ()),
        (Trouble.ORPHANED_BLOB, blobs - used),
        (Trouble.UNINDEXED, {k.article.id for k in kept if not {p.id for p in k.passages} <= indexed}),
        (Trouble.OUTDATED, indexed - expected if not unreadable else ()),
    )
    found = tuple(Problem(trouble, tuple(sorted(ids))) for trouble, ids in problems if ids)
    return Health(len(records), len(there), found)


def _readable(tables: Tables, records: Iterable[Record]) -> tuple[list[Kept], list[str]]:
    kept, unreadable = [], []
    for record in records:
        try:
            kept.append(stored(tables, record))
        except (KeyError, ValueError):
            unreadable.append(record.id)
    return kept, unreadable


def _is_unread(tables: Tables, record: Record) -> bool:
    reading = keys_of(record).reading
    try:
        return reading is not None and not tables.blobs.get(reading)
    except KeyError:
        return True


def _lost(tables: Tables, ids: Sequence[str]) -> list[str]:
    step = max(1, len(ids) // _SEARCHED)
    rest, lost = iter(ids[::step]), []
    while part := list(islice(rest, _AT_ONCE)):
        vectors = tables.passages.vectors(part)
        lost += [i for i in part if i not in vectors or not _finds(tables, i, vectors[i])]
    return lost


def _finds(tables: Tables, passage: str, vector: Vectors) -> bool:
    """Among near copies of it a passage may be crowded out of Chroma's graph: then they stand for it."""
    found = tables.passages.nearest(vector, 3)
    return passage in found or any(v @ vector >= _NEAR_COPY for v in tables.passages.vectors(found).values())


def _remake(tables: Tables, embedder: Embedder, read: Read | None, articles: Iterable[str]) -> None:
    for record in tables.articles.get(sorted(articles)):
        try:
            raw = Raw(
                str(record.metadata["path"]),
                tables.blobs.get(keys_of(record).raw),
                Kind(str(record.metadata["kind"])),
            )
            again = embedded(prepared_one(raw, None, read), embedder)
        except (KeyError, InputError):
            drop_record(tables, record.id)
            continue
        # A vector that is there would be left alone, lost or not. Killed in between, the article is incomplete, and the
        # next repair makes it again.
        tables.passages.delete([r.id for r in tables.passages.where({"article": record.id})])
        write(tables, [again])


def _reread(tables: Tables, read: Read | None, articles: Sequence[str]) -> None:
    """From the text as it is kept; without `read`, the article is then one of which nothing was read."""
    for record in tables.articles.get(articles):
        article, old = stored(tables, record).article, keys_of(record).reading
        (key,) = tables.blobs.put([reading_of(article, read(article))]) if read else (None,)
        tables.articles.describe([record.id], [{"reading": key}])
        tables.blobs.delete({old} - {key, None} if old else ())
