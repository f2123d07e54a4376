"""What can be said on its own: sentences of an article, each with the ones before it that it cannot do without."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from assistant.domain import Drafted, Quote
from assistant.write.closing import closes
from assistant.write.sentence import (
    connective_length,
    dateline_length,
    has_length,
    has_open_quotation,
    lacks_speaker,
    looks_ahead,
    points_back,
    tells,
)
from index.documents import Article, Span
from index.instructions import orders_in
from index.sentences import sentences_of

_MOST_LINES = 3  # sentences of one unit
_REMEMBERED = 512  # articles


@dataclass(frozen=True)
class Line:
    """A sentence of an article, without a dateline. What more it is, is worked out when asked for: mostly nobody asks.

    `number` counts all `lines` of the article, which are those after the headline; `ordered`: it addresses a machine.
    """

    span: Span
    number: int
    text: str
    language: str
    ordered: bool
    lines: Sequence[Line] = field(compare=False, repr=False)

    @cached_property
    def whole(self) -> bool:
        return not self.ordered and tells(self.text, self.language)

    @cached_property
    def prose(self) -> bool:
        """Whether it is a whole statement of some length."""
        return self.whole and has_length(self.text)

    @cached_property
    def place(self) -> int:
        """How many lines before it are prose."""
        return sum(line.prose for line in self.lines[: self.number])

    @cached_property
    def needs_before(self) -> bool:
        """Whether it points to what was said before."""
        kept = self.text[connective_length(self.text, self.language) :]
        first = not any(line.prose for line in self.lines[: self.number])
        if first and looks_ahead(kept, self.language):  # nothing is before that it could point to
            return False
        return self.whole and points_back(kept, self.language)


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

    @property
    def core(self) -> Line:
        """The line that the unit is made for: the last that tells something itself."""
        return next((n for n in reversed(self.lines) if not closes(n.text, self.article.language)), self.last)

    def drafted(self) -> Drafted:
        """The unit in the article's words: a leading connective is dropped where the sentence stands without it."""
        span = Span(self.lines[0].span.start, self.lines[-1].span.end)
        quote = span.of(self.article.text)
        quote = quote[connective_length(quote, self.article.language) :]
        text = " ".join(quote.split())
        return Drafted(text[0].upper() + text[1:], (Quote(self.article.id, quote),))


def units(article: Article, within: Span | None = None, *, strict: bool = True) -> list[Unit]:
    """The article's units, one for each sentence that one can end with; `within` limits where that sentence stands.

    A unit's earlier sentences may stand before `within`. What only closes a sentence ("Das teilte die Polizei mit.")
    is in that sentence's unit. Not `strict`: a sentence that needs more than there is stands as well as it can.
    """
    lines = read_lines(article)
    found = (
        _closed(lines, _unit(article, lines, n) or (None if strict else _loose(article, line)))
        for n, line in enumerate(lines)
        if (within is None or within.overlaps(line.span)) and not closes(line.text, article.language)
    )
    return [unit for unit in found if unit]


@lru_cache(maxsize=_REMEMBERED)
def read_lines(article: Article) -> tuple[Line, ...]:
    """The sentences of an article's body, in order."""
    spans = [s for s in sentences_of(article) if not _in_headline(s, article)]
    lines: list[Line] = []
    for number, span in enumerate(spans):
        opens = number == 0 or "\n" in article.text[spans[number - 1].end : span.start]
        lines.append(_line(article, span, lines, opens=opens))
    return tuple(lines)


def _line(article: Article, sentence: Span, lines: Sequence[Line], *, opens: bool) -> Line:
    """The one that comes after `lines`."""
    front = dateline_length(sentence.of(article.text)) if opens else 0
    span = Span(sentence.start + front, sentence.end)
    text = span.of(article.text)
    ordered = any(span.overlaps(order) for order in orders_in(article))
    return Line(span, len(lines), text, article.language, ordered, lines)


def _unit(article: Article, lines: Sequence[Line], last: int) -> Unit | None:
    """The unit that ends with that line, or None where it would need too much."""
    first = last
    while _leans(lines[first : last + 1], article.language):
        first -= 1
        if first < 0 or last - first >= _MOST_LINES:
            return None
    unit = Unit(article, tuple(lines[first : last + 1]))
    return unit if all(line.whole for line in unit.lines) and has_length(unit.text) else None


def _loose(article: Article, line: Line) -> Unit | None:
    """The line by itself, if it has some length."""
    return Unit(article, (line,)) if has_length(line.text) and not line.ordered else None


def _closed(lines: Sequence[Line], unit: Unit | None) -> Unit | None:
    """The unit with the sentences after it that say who said so, or that nobody could check it."""
    if unit is None:
        return None
    end = unit.last.number + 1
    while end < len(lines) and closes(lines[end].text, unit.article.language):
        end += 1
    return Unit(unit.article, (*unit.lines, *lines[unit.last.number + 1 : end]))


def _leans(lines: Sequence[Line], language: str) -> bool:
    """Whether lines need the one before: for what they begin with, an open quotation, or whoever is speaking."""
    text = " ".join(line.text for line in lines)
    return lines[0].needs_before or has_open_quotation(text) or (len(lines) > 1 and lacks_speaker(text, language))


def _in_headline(span: Span, article: Article) -> bool:
    return article.headline is not None and article.headline.overlaps(span)
