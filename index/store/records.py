"""How an article is written into a Chroma record and a blob, and read back.

The record is small and is what makes an article visible; the text, what was cut from it and where its passages lie
are in the blob. What somebody read from the article, in bytes of theirs, is in another.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from index.documents import Article, CutReason, Filters, Head, Kind, Notice, Passage, Removed, Span
from index.store.chroma import Fields, Metadata, Record, Where


@dataclass(frozen=True, slots=True)
class Keys:
    """Where the parts of an article are kept, and which batch of which writer brought it.

    `reading` is None where nothing was read when it was added.
    """

    raw: str
    body: str
    writer: str
    counter: int
    reading: str | None = None

    @property
    def blobs(self) -> set[str]:
        return {self.raw, self.body} | ({self.reading} if self.reading else set())


@dataclass(frozen=True, slots=True)
class Kept:
    """An article as it was stored, with its passages."""

    article: Article
    passages: tuple[Passage, ...]
    keys: Keys


def body_of(article: Article, passages: tuple[Passage, ...]) -> bytes:
    body = {
        "id": article.id,  # keeps the blobs of two articles apart even where their texts are the same
        "text": article.text,
        "removed": [[r.text, r.reason.value] for r in article.removed],
        "passages": [[p.id, p.span.start, p.span.end] for p in passages],
    }
    return json.dumps(body, ensure_ascii=False).encode()


def reading_of(article: Article, read: bytes) -> bytes:
    """What was read, as a blob that is this article's alone: two articles of which nothing can be said share none."""
    return article.id.encode() + b"\n" + read


def read_in(blob: bytes) -> bytes:
    return blob.partition(b"\n")[2]


def metadata_of(article: Article, kind: Kind, passages: int, keys: Keys) -> Fields:
    return {
        "path": article.path,
        "kind": kind.value,
        "title": article.title,
        "headline_start": article.headline.start if article.headline else None,
        "headline_end": article.headline.end if article.headline else None,
        "publisher": article.publisher,
        "publisher_key": article.publisher and article.publisher.casefold(),
        "published": article.published,
        "day": day_number(article.day),
        "language": article.language,
        "url": article.url,
        "author": article.author,
        "notices": " ".join(article.notices),
        "passages": passages,
        "raw": keys.raw,
        "body": keys.body,
        "reading": keys.reading,
        "writer": keys.writer,
        "counter": keys.counter,
    }


def keys_of(record: Record) -> Keys:
    m = record.metadata
    return Keys(str(m["raw"]), str(m["body"]), str(m["writer"]), int(m["counter"]), _text(m, "reading"))


def head_of(record: Record) -> Head:
    m = record.metadata
    return Head(
        id=record.id,
        path=str(m["path"]),
        title=_text(m, "title"),
        publisher=_text(m, "publisher"),
        published=_text(m, "published"),
        language=str(m["language"]),
        notices=_notices(m),
        passages=int(m["passages"]),
    )


def kept_of(record: Record, body: bytes) -> Kept:
    m, content = record.metadata, json.loads(body)
    headline = Span(int(m["headline_start"]), int(m["headline_end"])) if "headline_start" in m else None
    article = Article(
        id=record.id,
        text=content["text"],
        path=str(m["path"]),
        headline=headline,
        publisher=_text(m, "publisher"),
        published=_text(m, "published"),
        language=str(m["language"]),
        url=_text(m, "url"),
        author=_text(m, "author"),
        notices=_notices(m),
        removed=tuple(Removed(text, CutReason(reason)) for text, reason in content["removed"]),
    )
    places = [(i, Span(start, end)) for i, start, end in content["passages"]]
    passages = tuple(Passage(i, article.id, n, s, s.of(article.text)) for n, (i, s) in enumerate(places))
    return Kept(article, passages, keys_of(record))


def passage_metadata(passage: Passage, article: Article) -> Fields:
    return {
        "article": article.id,
        "number": passage.number,
        "publisher_key": article.publisher and article.publisher.casefold(),
        "day": day_number(article.day),
        "language": article.language,
    }


def condition(filters: Filters) -> Where | None:
    """The filters as Chroma takes them; articles and passages carry the same fields."""
    since, until = day_number(filters.since), day_number(filters.until)
    parts: list[Where] = []
    if filters.publisher:
        parts.append({"publisher_key": filters.publisher.casefold()})
    if since is not None:
        parts.append({"day": {"$gte": since}})
    if until is not None:
        parts.append({"day": {"$lte": until}})
    if filters.language:
        parts.append({"language": filters.language})
    if len(parts) > 1:
        return {"$and": parts}
    return parts[0] if parts else None


def day_number(day: str | None) -> int | None:
    """2026-03-04 as 20260304: Chroma compares only numbers."""
    return int(day[:10].replace("-", "")) if day else None


def _text(metadata: Metadata, name: str) -> str | None:
    value = metadata.get(name)
    return None if value is None else str(value)


def _notices(metadata: Metadata) -> tuple[Notice, ...]:
    return tuple(Notice(n) for n in str(metadata.get("notices", "")).split())
