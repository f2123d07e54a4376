"""Whether the numbers, dates and names of a drafted sentence are in its quotes, or are the article's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.domain import Citation
from assistant.gate import dates, names, numbers
from assistant.sourcing import SourceKind
from index.documents import Article

_YEARS = range(1900, 2101)


def strange_dates(text: str, language: str, citations: Sequence[Citation]) -> list[str]:
    """The dates of a sentence that neither a quote nor its article's day of publication accounts for."""
    return [
        day.words
        for day in dates.dates(text, language)
        if all(dates.unsupported([day], _dates(c), dates.published(c.article)) for c in citations)
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
    years |= {day.year for c in citations if (day := dates.published(c.article))}
    return [number.words for number in numbers.unsupported(own, known) if not _is_year(number, years)]


def strange_names(text: str, language: str, citations: Sequence[Citation]) -> list[str]:
    """The names of a sentence that are in no quote, and are neither a cited article's publisher nor who it quotes."""
    texts = [c.quote for c in citations] + [name for c in citations for name in speakers(c)]
    known = names.known_names(texts)
    taken = [day.span for day in dates.dates(text, language)]
    strange = names.unsupported(text, language, known, taken)
    return [name for name in strange if not any(_completes(name, text, c.article.text, known) for c in citations)]


def speakers(citation: Citation) -> list[str]:
    """Who prints the cited words, and who the chain of their claim leads to.

    A station that none of the article's words name counts for nothing; an agency may only be named as its author.
    """
    article = citation.article
    found = [article.publisher] if article.publisher else []
    for link in citation.claim.chain[1:] if citation.claim else ():
        if link.spans or (link.source.kind is SourceKind.AGENCY and _prints(article, link.source.name)):
            found += [link.source.name, *link.source.aliases, *(span.of(article.text) for span in link.spans)]
    return found


def _prints(article: Article, name: str) -> bool:
    return name in article.text or name in (article.author or "")


def _completes(name: str, text: str, article: str, known: names.Known) -> bool:
    """Whether a strange name is the first half of one that the quotes know by its other: "Jörn" of "Haselbach"."""
    after = re.search(rf"\b{re.escape(name)}\s+(\w+)", text)
    return after is not None and names.is_known(after[1], known) and after.group() in article


def _dates(citation: Citation) -> list[dates.Day]:
    return dates.dates(citation.quote, citation.article.language)


def _is_year(number: numbers.Number, years: set[int | None]) -> bool:
    return number.values[0] in _YEARS and int(number.values[0]) in years
