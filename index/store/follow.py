"""Brings the word search up to date from Chroma, in increments.

An article's own record is the record of its being added: it carries its writer and that writer's counter, and is
written last. A removal leaves a tombstone with the same two fields, before and after it happens. What an id names is
looked up as it is now, so the order in which changes are found does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from index.documents import Article, Passage
from index.features import features
from index.store.chroma import Record, Where
from index.store.postings import Posting
from index.store.records import Kept, kept_of
from index.store.tables import Tables
from index.terms import terms

_BATCH = 200  # articles whose texts are in memory at once


def unseen(tables: Tables) -> bool:
    """Whether any writer has left changes that the word search has not followed."""
    condition = _since(tables.postings.seen())
    return bool(tables.articles.where(condition) or tables.changes.where(condition))


def follow(tables: Tables) -> None:
    """Does for the word search what was done in Chroma since. Call it as the writer."""
    condition = _since(tables.postings.seen())
    added, removed = tables.articles.where(condition), tables.changes.where(condition)
    if not added and not removed:
        return
    there = {r.id for r in added}
    gone = {str(r.metadata["article"]) for r in removed} - there
    gone -= {r.id for r in tables.articles.get(sorted(gone))}
    with tables.postings.changing():
        for article in gone:
            tables.postings.drop(article)
        for start in range(0, len(added), _BATCH):
            _take(tables, added[start : start + _BATCH])
        for writer, counter in _latest([*added, *removed]).items():
            tables.postings.saw(writer, counter)


def postings_of(article: Article, passages: Iterable[Passage]) -> list[Posting]:
    language = article.language
    return [
        Posting(
            p.id,
            article.id,
            terms(p.text, language),
            features(p.text, language),
            article.publisher,
            article.day,
            language,
        )
        for p in passages
    ]


def _take(tables: Tables, records: list[Record]) -> None:
    for record in records:
        kept = stored(tables, record)
        tables.postings.drop(record.id)
        tables.postings.put(postings_of(kept.article, kept.passages))


def stored(tables: Tables, record: Record) -> Kept:
    """The article of a record. Raises KeyError if its blob is missing."""
    return kept_of(record, tables.blobs.get(str(record.metadata["body"])))


def _since(seen: Mapping[str, int]) -> Where | None:
    if not seen:
        return None
    later: list[Where] = [
        {"$and": [{"writer": writer}, {"counter": {"$gt": counter}}]} for writer, counter in seen.items()
    ]
    return {"$or": [*later, {"writer": {"$nin": list(seen)}}]}


def _latest(records: Iterable[Record]) -> dict[str, int]:
    latest: dict[str, int] = {}
    for r in records:
        writer, counter = str(r.metadata["writer"]), int(r.metadata["counter"])
        latest[writer] = max(counter, latest.get(writer, 0))
    return latest
