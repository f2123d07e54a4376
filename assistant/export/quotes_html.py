"""Quotes as HTML: who printed them, the exact words, and these words marked in their article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.export.context import Extract, Piece
from assistant.export.tags import Html, joined, tag
from assistant.export.view import QuoteView
from assistant.show.say import Say


def opened_quote(quote: QuoteView, *, alone: bool) -> Html:
    """With its context: for what is opened already. One that is `alone` has its line right above it."""
    return tag("figure", None if alone else _caption(quote), context(quote), class_="quote", id=quote.id)


def closed_quote(quote: QuoteView) -> Html:
    """The words; in their context when opened."""
    words = tag("q", quote.words, lang=quote.lang, class_="words")
    summary = tag("summary", line(quote), words, tag("span", quote.where, class_="where paper"))
    return tag("details", summary, context(quote), class_="quote", id=quote.id)


def on_paper(quotes: Iterable[QuoteView]) -> Html:
    """What paper shows in place of what opens: the words and where they stand."""
    items = (
        tag(
            "p", line(quote), " ", tag("q", quote.words, lang=quote.lang), " ", tag("span", quote.where, class_="where")
        )
        for quote in quotes
    )
    return tag("div", *items, class_="paper")


def line(quote: QuoteView) -> Html:
    """ "[3] Weitblick Online ← Podil Courier · 14 July 2025 · hedged"."""
    return tag(
        "span",
        tag("span", f"[{quote.number}]", class_="n"),
        " ",
        tag("b", quote.publisher),
        *(joined(" ", tag("span", "←", class_="from"), f" {name}") for name in quote.via),
        f" · {quote.day}",
        *([" ", tag("span", f"· ! {quote.hedged}", class_="hedged")] if quote.hedged else []),
        class_="line",
    )


def _caption(quote: QuoteView) -> Html:
    return tag("figcaption", line(quote))


def context(quote: QuoteView) -> Html:
    title = tag("span", quote.title, lang=quote.lang, class_="title") if quote.title else None
    if quote.url:
        title = tag("a", title or quote.url, href=quote.url, rel="noopener noreferrer")
    foot = tag("p", *([title, " · "] if title else []), quote.where, class_="where")
    more = tag("p", quote.more, class_="more") if quote.more else None
    return tag("div", *_extracts(quote), foot, more, class_="context")


def _extracts(quote: QuoteView) -> Iterator[Html]:
    for extract in quote.extracts:
        if extract.gap:
            yield tag("p", "[…]", class_="gap")
        yield tag("p", *_pieces(extract), lang=quote.lang, dir="auto", class_="extract")


def _pieces(extract: Extract) -> Iterator[Html | str]:
    if not extract.opens:
        yield "[…] "
    yield from (_piece(piece) for piece in extract.pieces)
    if not extract.closes:
        yield " […]"


def _piece(piece: Piece) -> Html | str:
    inner: Html | str = tag("span", piece.text, class_=piece.look) if piece.look else piece.text
    return tag("mark", inner) if piece.quoted else inner


def key(say: Say) -> Html:
    """What the marks in a context mean."""
    return tag(
        "p",
        say("export.hint"),
        " ",
        tag("mark", say("export.key.quote")),
        " · ",
        tag("span", say("export.key.source"), class_="source"),
        " · ",
        tag("span", say("export.key.hedge"), class_="hedge"),
        class_="key",
    )
