"""What can be said on its own: sentences of an article, each with the ones before it that it cannot do without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.domain import Drafted, Quote
from assistant.write.sentence import (
    connective_length,
    dateline_length,
    has_length,
    has_open_quotation,
    is_whole,
    lacks_speaker,
    points_at_pictures,
    points_back,
)
from index.documents import Article, Span
from index.sentences import sentences

_MOST_LINES = 3  # sentences of one unit
_REMEMBERED = 512  # articles


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an article, without a dateline.

    `number` counts all lines after the headline, `place` only those that are prose: whole statements of some length.
    """

    span: Span
    number: int
    place: int
    text: str
    whole: bool
    prose: bool
    needs_before: bool
    paragraph: int


@dataclass(frozen=True, slots=True)
class Unit:
    """One or a few sentences of an article that follow each other and are understandable without the rest."""

    article: Article
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)

    @property
    def last(self) -> Line:
        return self.lines[-1]

    def drafted(self) -> Drafted:
        """The unit in the article's words: a leading connective is dropped where the sentence stands without it."""
        span = Span(self.lines[0].span.start, self.lines[-1].span.end)
        quote = span.of(self.article.text)
        quote = quote[connective_length(quote, self.article.language) :]
        text = " ".join(quote.split())
        return Drafted(text[0].upper() + text[1:], (Quote(self.article.id, quote),))


def units(article: Article, within: Span | None = None) -> list[Unit]:
    """The article's units, one for each sentence that one can end with; `within` limits where that sentence stands.

    A unit's earlier sentences may stand before `within`.
    """
    lines = read_lines(article)
    found = (_unit(article, lines, n) for n, line in enumerate(lines) if within is None or within.overlaps(line.span))
    return [unit for unit in found if unit]


@lru_cache(maxsize=_REMEMBERED)
def read_lines(article: Article) -> tuple[Line, ...]:
    """The sentences of an article's body, in order."""
    spans = [s for s in sentences(article.text, article.language) if not _in_headline(s, article)]
    paragraphs = _paragraphs(article.text, spans)
    lines: list[Line] = []
    place = 0
    for number, span in enumerate(spans):
        opens = number == 0 or paragraphs[number] != paragraphs[number - 1]
        lines.append(_line(article, span, number, place, paragraphs[number], opens))
        place += lines[-1].prose
    return tuple(lines)


def _line(article: Article, span: Span, number: int, place: int, paragraph: int, opens: bool) -> Line:
    front = dateline_length(span.of(article.text)) if opens else 0
    span = Span(span.start + front, span.end)
    text = span.of(article.text)
    kept = text[connective_length(text, article.language) :]
    whole = is_whole(text) and not points_at_pictures(text, article.language)
    back = whole and points_back(kept, article.language)
    return Line(span, number, place, text, whole, whole and has_length(text), back, paragraph)


def _paragraphs(text: str, spans: Sequence[Span]) -> list[int]:
    """The number of the paragraph that each sentence stands in."""
    numbers = [0]
    for before, span in pairwise(spans):
        numbers.append(numbers[-1] + ("\n" in text[before.end : span.start]))
    return numbers[: len(spans)]


def _unit(article: Article, lines: Sequence[Line], last: int) -> Unit | None:
    """The unit that ends with that line, or None where it would need too much."""
    first = last
    while _leans(lines[first : last + 1], article.language):
        first -= 1
        if first < 0 or last - first >= _MOST_LINES:
            return None
    unit = Unit(article, tuple(lines[first : last + 1]))
    return unit if all(line.whole for line in unit.lines) and has_length(unit.text) else None


def _leans(lines: Sequence[Line], language: str) -> bool:
    """Whether lines need the one before: for what they begin with, an open quotation, or whoever is speaking."""
    text = " ".join(line.text for line in lines)
    return lines[0].needs_before or has_open_quotation(text) or (len(lines) > 1 and lacks_speaker(text, language))


def _in_headline(span: Span, article: Article) -> bool:
    return article.headline is not None and article.headline.overlaps(span)
