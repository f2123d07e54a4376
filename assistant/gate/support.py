"""Whether the numbers, dates and names of a drafted sentence are in its quotes, or are the article's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.domain import Citation
from assistant.gate import dates, names, numbers
from index.documents import Article

_YEARS = range(1900, 2101)


def strange_dates(text: str, language: str, citations: Sequence[Citation]) -> list[str]:
    """The dates of a sentence that neither a quote nor its article's day of publication accounts for."""
    return [
        day.words
        for day in dates.dates(text, language)
        if all(dates.unsupported([day], _dates(c), published(c.article)) for c in citations)
    ]


def strange_numbers(text: str, language: str, citations: Sequence[Citation]) -> list[str]:
    """The numbers of a sentence that stand in no quote; a year may also be the article's."""
    own = numbers.numbers(text, language, [day.span for day in dates.dates(text, language)])
    known = [
        number
        for c in citations
        for number in numbers.numbers(c.quote, c.article.language, [day.span for day in _dates(c)])
    ]
    years = {day.year for c in citations for day in _dates(c)}
    years |= {day.year for c in citations if (day := published(c.article))}
    return [number.words for number in numbers.unsupported(own, known) if not _is_year(number, years)]


def strange_names(text: str, language: str, citations: Sequence[Citation]) -> list[str]:
    """The names of a sentence that are in no quote, and are neither a cited article's publisher nor who it quotes."""
    texts = [c.quote for c in citations] + [c.article.publisher for c in citations if c.article.publisher]
    texts += [name for c in citations for name in _stations(c)]
    taken = [day.span for day in dates.dates(text, language)]
    return names.unsupported(text, language, names.known_names(texts), taken)


def _stations(citation: Citation) -> list[str]:
    """Who the cited claim's chain leads to. A station that none of the article's words name counts for nothing."""
    links = [link for link in citation.claim.chain if link.spans] if citation.claim else []
    return [name for link in links for name in (link.source.name, *(s.of(citation.article.text) for s in link.spans))]


def published(article: Article) -> date | None:
    try:
        return date.fromisoformat(article.day or "")
    except ValueError:
        return None


def _dates(citation: Citation) -> list[dates.Day]:
    return dates.dates(citation.quote, citation.article.language)


def _is_year(number: numbers.Number, years: set[int | None]) -> bool:
    return number.values[0] in _YEARS and int(number.values[0]) in years
