"""Articles as pages: one with what was cut from it, or many as a list; and how a source is named everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.show.blocks import Block, Heading, Item, Look, Page, Paragraph, Run, Table, Words, words
from assistant.show.say import Say
from index.documents import Article, Head, Span

if TYPE_CHECKING:
    from index.collection import AddReport

ID_SHOWN = 10  # characters of an ID that a list shows: enough to name one article among millions


def publisher_of(article: Article, say: Say) -> str:
    return article.publisher or say("source.unknown_publisher")


def notices_of(article: Article, say: Say) -> str:
    return "; ".join(say(f"notice.{notice}") for notice in article.notices)


def dates(articles: Sequence[Article], say: Say) -> Iterator[str]:
    """From when to when, if any article is dated: none or one text."""
    days = sorted(a.day for a in articles if a.day)
    if days and days[0] == days[-1]:
        yield say.day(days[0])
    elif days:
        yield say("reply.dates", first=say.day(days[0]), last=say.day(days[-1]))


def source_line(article: Article, span: Span, say: Say, *, hedged: bool = False) -> Run:
    """Publisher, date, reservation, file (or address, where there is no file) and place of some words."""
    where = article.url if article.url and article.path == "-" else article.path
    place = say("source.place", start=span.start, end=span.end)
    return (
        Words(publisher_of(article, say), Look.STRONG, link=article.url),
        Words(f" · {say.day(article.published)}"),
        *((Words(" · "), Words(say("source.hedged"), Look.WARNING)) if hedged else ()),
        Words(f" · {where}, {place}", Look.FAINT),
    )


def heads_page(heads: Sequence[Head], collection: str, say: Say) -> Page:
    """The list of a collection, in the order given."""
    if not heads:
        return (Paragraph(words(say("list.empty", collection=collection))),)
    rows = tuple(
        (h.id[:ID_SHOWN], (h.published or "?")[:10], h.publisher or "?", h.title or say("source.untitled"))
        for h in heads
    )
    return Table(rows), Paragraph(words(say("count.articles", n=len(heads)), Look.FAINT))


def added_page(command: str, report: AddReport, say: Say) -> Page:
    """`add` and `reindex`: how many articles are new or known; how many inputs could not be used."""
    counts = (len(report.added), len(report.known), len(report.failed))
    keys = (f"{command}.done", "add.known", "add.failed")
    lines = [say(key, n=n) for key, n in zip(keys, counts, strict=True) if n or key == keys[0]]
    return (Paragraph(words("\n".join(lines))),)


def removed_page(removed: Sequence[str], say: Say) -> Page:
    return tuple(Item(words(say("remove.removed", id=identifier))) for identifier in removed)


def article_page(article: Article, say: Say) -> Page:
    """The cleaned article, what is known about it, and what was cut."""
    return tuple(_article(article, say))


def _article(article: Article, say: Say) -> Iterator[Block]:
    yield Heading(words(article.title or say("source.untitled")))
    yield Table(tuple(_facts(article, say)))
    for notice in article.notices:
        yield Item(words(say(f"notice.{notice}"), Look.WARNING), label="!")
    body = article.text[article.headline.end :] if article.headline else article.text
    for paragraph in filter(None, map(str.strip, body.split("\n\n"))):
        yield Paragraph(words(paragraph))
    yield Heading(words(say("show.removed" if article.removed else "show.nothing_removed")), level=2)
    for reason, group in groupby(article.removed, key=lambda removed: removed.reason):
        yield Item(words(say(f"removed.{reason}"), Look.FAINT), label="-")
        yield from (Item(words(" ".join(removed.text.split())), depth=1) for removed in group)


def _facts(article: Article, say: Say) -> Iterator[tuple[str, str]]:
    yield say("show.publisher"), publisher_of(article, say)
    yield say("show.published"), say.day(article.published)
    if article.author:
        yield say("show.author"), article.author
    if article.url:
        yield say("show.url"), article.url
    yield say("show.language"), article.language
    yield say("show.path"), article.path
    yield say("show.id"), article.id
