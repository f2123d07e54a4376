"""What a writer does inside the lock. The order is what keeps articles whole.

Adding: blobs, passages, then the article's record, which is what makes it visible; what it had before goes last.
Removing: a tombstone, the record, what belonged to it, and the tombstone again, so that nobody who followed the first
one while the record was still there keeps the article for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from index.store.postings import Posting
from index.store.records import Keys, body_of, keys_of, metadata_of, passage_metadata, reading_of
from index.store.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.intake import Prepared


def write(tables: Tables, batch: Sequence[Prepared]) -> None:
    """Adds or replaces articles."""
    before = {r.id: keys_of(r) for r in tables.articles.get([p.article.id for p in batch])}
    keys = _keys(tables, batch)
    _put_passages(tables, batch)
    tables.articles.put(
        [p.article.id for p in batch],
        [metadata_of(p.article, p.raw.kind, len(p.passages), k) for p, k in zip(batch, keys, strict=True)],
    )
    with tables.postings.changing():
        for p in batch:
            if p.article.id in before:
                tables.postings.drop(p.article.id)
            tables.postings.put(_postings(p))
    for p, k in zip(batch, keys, strict=True):
        if p.article.id in before:
            _sweep(tables, p, before[p.article.id], k)


def remove(tables: Tables, article: str) -> None:
    (record,) = tables.articles.get([article])
    passages = [r.id for r in tables.passages.where({"article": article})]
    drop_record(tables, article)
    tables.passages.delete(passages)
    tables.blobs.delete(keys_of(record).blobs)


def drop_record(tables: Tables, article: str) -> None:
    """Makes an article invisible, and tells all who follow."""
    _tombstone(tables, article, "before")
    tables.articles.delete([article])
    with tables.postings.changing():
        tables.postings.drop(article)
    _tombstone(tables, article, "after")


def _put_passages(tables: Tables, batch: Sequence[Prepared]) -> None:
    """A vector that is there already is left alone: replacing one by itself makes Chroma's graph lose others."""
    rows = {
        q.id: (passage_metadata(q, p.article), v) for p in batch for q, v in zip(p.passages, p.vectors, strict=True)
    }
    there = tables.passages.vectors(list(rows))
    same = {i for i, vector in there.items() if np.array_equal(vector, rows[i][1])}
    fresh = [i for i in rows if i not in same]
    tables.passages.delete([i for i in fresh if i in there])
    if fresh:
        tables.passages.put(fresh, [rows[i][0] for i in fresh], np.stack([rows[i][1] for i in fresh]))
    tables.passages.describe(sorted(same), [rows[i][0] for i in sorted(same)])


def _keys(tables: Tables, batch: Sequence[Prepared]) -> list[Keys]:
    raws = tables.blobs.put([p.raw.data for p in batch])
    bodies = tables.blobs.put([body_of(p.article, p.passages) for p in batch])
    read = [p for p in batch if p.reading is not None]
    blobs = tables.blobs.put([reading_of(p.article, p.reading or b"") for p in read])
    readings = {p.article.id: key for p, key in zip(read, blobs, strict=True)}
    return [
        Keys(raw, body, tables.writer, tables.counter, readings.get(p.article.id))
        for p, raw, body in zip(batch, raws, bodies, strict=True)
    ]


def _postings(p: Prepared) -> list[Posting]:
    a = p.article
    return [
        Posting(q.id, a.id, terms, features, a.publisher, a.day, a.language)
        for q, terms, features in zip(p.passages, p.terms, p.features, strict=True)
    ]


def _sweep(tables: Tables, p: Prepared, old: Keys, new: Keys) -> None:
    """What the article had and has no more."""
    kept = {q.id for q in p.passages}
    tables.passages.delete([r.id for r in tables.passages.where({"article": p.article.id}) if r.id not in kept])
    tables.blobs.delete(old.blobs - new.blobs)


def _tombstone(tables: Tables, article: str, when: str) -> None:
    tables.changes.put(
        [f"{article}-{when}"], [{"article": article, "writer": tables.writer, "counter": tables.counter}]
    )
