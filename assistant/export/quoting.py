"""Citations and passages as the report shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from assistant.domain import Citation
from assistant.export.context import context
from assistant.export.view import QuoteView
from assistant.show.articles import file_of, publisher_of
from assistant.show.closest import closest_sentence
from assistant.show.plain import plain_line
from assistant.show.quotes import most_telling, one_line, via
from assistant.show.say import Say
from index.documents import Article, Hit, Span
from index.language import UNKNOWN

_WEB = re.compile(r"https?://[^\s<>\"'\\]+")


def quote_views(citations: Iterable[Citation], numbers: Iterator[int], say: Say) -> tuple[QuoteView, ...]:
    """One for each article, its words those that tell most, in context all of them."""
    by_article: dict[str, list[Citation]] = {}
    for citation in citations:
        by_article.setdefault(citation.article.id, []).append(citation)
    return tuple(quote_view(told, next(numbers), say) for told in by_article.values())


def quote_view(citations: Sequence[Citation], number: int, say: Say) -> QuoteView:
    """Of citations of one article."""
    chosen = most_telling(citations)
    article = chosen.article
    rest = len(citations) - 1
    return QuoteView(
        id=f"q{number}",
        number=number,
        publisher=publisher_of(article, say),
        via=via(chosen),
        day=say.day(article.published),
        hedged=say("source.hedged") if chosen.hedged else "",
        url=link_of(article),
        title=one_line(article.title) if article.title else None,
        lang=language_of(article),
        words=one_line(chosen.quote),
        extracts=context(citations),
        where=where(article, [c.span for c in citations], say),
        more=say("finding.more", n=rest) if rest else "",
    )


def hit_view(hit: Hit, question: str, number: int, say: Say) -> QuoteView:
    """A passage that is no answer: the sentence of it that is nearest to the question is marked."""
    language = hit.article.language
    nearest = closest_sentence(hit.passage.text, question, language).removeprefix("[…] ").removesuffix(" […]")
    start = hit.passage.text.find(nearest)
    at = hit.passage.span.start + max(start, 0)
    return quote_view([Citation(hit.article, Span(at, at + len(nearest)))], number, say)


def link_of(article: Article) -> str | None:
    """An address that a browser may follow; any other is only text."""
    return article.url if article.url and _WEB.fullmatch(article.url) else None


def language_of(article: Article) -> str | None:
    return article.language if article.language != UNKNOWN else None


def where(article: Article, spans: Sequence[Span], say: Say) -> str:
    places = "; ".join(say("source.place", start=s.start, end=s.end) for s in sorted(set(spans)))
    return f"{file_name(article, say)}, {places}"


def file_name(article: Article, say: Say) -> str:
    """Without its folders: a report goes to others, whom the folders of whoever made it do not concern."""
    return file_of(article, say) if article.path == "-" else plain_line(PurePath(article.path).name)
