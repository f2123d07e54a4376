"""Articles as pages: one with what was cut from it, or many as a list; and how a source is named everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from assistant.show.blocks import Block, Heading, Item, Look, Page, Paragraph, Run, Table, Words, words
from assistant.show.plain import name_unseen, plain_line
from assistant.show.say import Say
from index.documents import Article, CutReason, Head, Removed, Span

if TYPE_CHECKING:
    from index.collection import AddReport
    from index.errors import NoArticle
    from index.reembed import ReembedReport

ID_SHOWN = 10  # characters of an ID that a list shows: enough to name one article among millions


def publisher_of(article: Article, say: Say) -> str:
    return article.publisher or say("source.unknown_publisher")


def file_of(article: Article, say: Say) -> str:
    return say("source.stdin") if article.path == "-" else article.path


def dates(articles: Sequence[Article], say: Say) -> Iterator[str]:
    """From when to when, if any article is dated: none or one text."""
    days = sorted(a.day for a in articles if a.day)
    if days and days[0] == days[-1]:
        yield say.day(days[0])
    elif days:
        yield say("reply.dates", first=say.day(days[0]), last=say.day(days[-1]))


def source_line(article: Article, span: Span, say: Say, *, via: Sequence[str] = (), hedged: bool = False) -> Run:
    """Publisher, whom it has the words from, date, reservation, file (or address, where there is none) and place."""
    where = article.url if article.url and article.path == "-" else file_of(article, say)
    place = say("source.place", start=span.start, end=span.end)
    return (
        Words(publisher_of(article, say), Look.STRONG, link=article.url),
        *(Words(f" ← {plain_line(name)}") for name in via),
        Words(f" · {say.day(article.published)}"),
        *((Words(" · "), Words(say("source.hedged"), Look.WARNING)) if hedged else ()),
        Words(" · ", Look.FAINT),
        Words(where, Look.FAINT, whole=True),
        Words(", ", Look.FAINT),
        Words(place, Look.FAINT, whole=True),
    )


def heads_page(heads: Sequence[Head], collection: str, say: Say, *, numbered: bool = False) -> Page:
    """The list of a collection, in the order given; `numbered` from 1 instead of with their ids."""
    if not heads:
        return (Paragraph(words(say("list.empty", collection=collection))),)
    rows = tuple(
        (
            f"{n}." if numbered else h.id[:ID_SHOWN],
            (h.published or "?")[:10],
            h.publisher or "?",
            h.title or say("source.untitled"),
        )
        for n, h in enumerate(heads, 1)
    )
    return Table(rows), Paragraph(words(say("count.articles", n=len(heads)), Look.FAINT))


def added_page(command: str, report: AddReport, say: Say) -> Page:
    """`add` and `reindex`: how many articles are new or known; how many inputs could not be used."""
    counts = (len(report.added), len(report.known), len(report.failed))
    keys = (f"{command}.done", "add.known", "add.failed")
    lines = [say(key, n=n) for key, n in zip(keys, counts, strict=True) if n or key == keys[0]]
    stopped = [Paragraph(words(say("add.stopped"), Look.WARNING))] if report.stopped else []
    return (Paragraph(words("\n".join(lines))), *stopped)


def reembedded_page(report: ReembedReport, say: Say) -> Page:
    lines = [say("reembed.done", n=report.embedded, embedder=report.embedder, before=report.before)]
    lines += [say("reembed.kept", n=report.kept)] if report.kept else []
    return (Paragraph(words("\n".join(lines))),)


def removed_page(removed: Sequence[str], say: Say) -> Page:
    return tuple(Item(words(say("remove.removed", id=identifier))) for identifier in removed)


def article_page(article: Article, say: Say, *, cut: bool = True) -> Page:
    """The cleaned article, what is known about it, and what was `cut`, or how much of it."""
    return tuple(_article(article, say, cut))


def _article(article: Article, say: Say, cut: bool) -> Iterator[Block]:
    yield Heading(words(article.title or say("source.untitled")))
    yield Table(tuple(_facts(article, say)))
    for notice in article.notices:
        yield Item(words(say(f"notice.{notice}"), Look.WARNING), label="!")
    body = article.text[article.headline.end :] if article.headline else article.text
    for paragraph in filter(None, map(str.strip, body.split("\n\n"))):
        yield Paragraph(words(paragraph))
    if cut:
        yield from _removed(article.removed, say)
    elif article.removed:
        yield Paragraph(words(say("show.cut", n=len(article.removed)), Look.FAINT))


def _removed(removed: Sequence[Removed], say: Say) -> Iterator[Block]:
    yield Heading(words(say("show.removed" if removed else "show.nothing_removed")), level=2)
    for reason, group in groupby(removed, key=lambda piece: piece.reason):
        yield Item(words(say(f"removed.{reason}"), Look.FAINT), label="-")
        yield from (Item(words(" ".join(_seen(piece).split()), Look.FAINT), depth=1) for piece in group)


def _seen(piece: Removed) -> str:
    return name_unseen(piece.text) if piece.reason is CutReason.INVISIBLE else piece.text


def no_article_page(error: NoArticle, say: Say) -> Page:
    """An input of which nothing is left: all that was cut, and why."""
    name = say("source.stdin") if error.path == "-" else error.path
    said = Paragraph(words(say("show.no_article"), Look.STRONG))
    return (Heading((Words(name, whole=True),)), said, *_removed(error.removed, say))


def _facts(article: Article, say: Say) -> Iterator[tuple[str, str | Words]]:
    yield say("show.publisher"), publisher_of(article, say)
    yield say("show.published"), say.day(article.published)
    if article.author:
        yield say("show.author"), article.author
    if article.url:
        yield say("show.url"), Words(article.url, whole=True)
    yield say("show.language"), article.language
    yield say("show.path"), Words(file_of(article, say), whole=True)
    yield say("show.id"), article.id
