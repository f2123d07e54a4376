"""Words of a text with their places, and which of them stand between quote marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.documents import Span

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*(?:-\w+)*|\w+(?:[-‑’'./&@]\w+)*-?|[^\w\s]")
_MARKS = re.compile(r"[\"„“”«»‚‘’‹›]")
_PAIRS = {"„": '“”"', "“": '”"', "«": "»", "»": "«", '"': '"“”', "‚": "‘’", "‘": "’", "‹": "›", "›": "‹", "”": "”"}
_LONGEST = 4000  # characters
_DEEPEST = 3  # marks that may be open around another
_SINGLE = "‚‘‹›’"
_LINE = re.compile(r"[^\r\n]+")


class Token(NamedTuple):
    """A word or a mark. `quote` is 0 outside quotations, else 1 + the number of the outermost one around it."""

    text: str
    low: str
    start: int
    end: int
    quote: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quote marks, the marks included. `outer` says that no other quotation is around it."""

    span: Span
    outer: bool


def quotations(text: str) -> list[Quotation]:
    """Everything between quote marks, in order; a mark that nothing closes on its line opens nothing."""
    found: list[Quotation] = []
    for line in _LINE.finditer(text):
        found += _in_line(text, line.start(), line.end())
    return found


def _in_line(text: str, start: int, end: int) -> list[Quotation]:
    opened: list[tuple[str, int]] = []
    spans: list[Span] = []
    for match in _MARKS.finditer(text, start, end):
        mark, at = match.group(), match.start()
        depth = next((i for i in range(len(opened) - 1, -1, -1) if mark in _PAIRS[opened[i][0]]), None)
        if depth is not None and _may_close(text, at, mark):
            spans.append(Span(opened[depth][1], at + 1))
            del opened[depth:]
        elif _may_open(text, at, mark):
            opened = [*opened[-_DEEPEST:], (mark, at)]
    return _nested(sorted(spans, key=lambda span: (span.start, -span.end)))


def _nested(spans: Sequence[Span]) -> list[Quotation]:
    """Spans in order, each with whether it lies within one before it."""
    found, reached = [], -1
    for span in spans:
        found.append(Quotation(span, span.end > reached))
        reached = max(reached, span.end)
    return found


def _may_open(text: str, at: int, mark: str) -> bool:
    if mark in "„‚":
        return True
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return mark != "’" and not after.isspace() and (not before.isalnum())


def _may_close(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark in _SINGLE and after.isalnum():
        return False
    return not (before.isspace() and not after.isspace())


def tokens(text: str, span: Span, quotes: Sequence[Quotation]) -> list[Token]:
    """The words and marks within a span."""
    outer = _overlapping(span, quotes)
    matches = _TOKEN.finditer(text, span.start, span.end)
    if not outer:  # most sentences
        return [Token(word := match.group(), word.lower(), match.start(), match.end(), 0) for match in matches]
    found, number = [], 0
    for match in matches:
        at = match.start()
        while number < len(outer) and outer[number].end <= at:
            number += 1
        inside = number < len(outer) and outer[number].start <= at
        word = match.group()
        found.append(Token(word, word.lower(), at, match.end(), number + 1 if inside else 0))
    return found


def _overlapping(span: Span, quotes: Sequence[Quotation]) -> list[Span]:
    first = bisect_left(quotes, span.start, key=lambda quote: quote.span.start)
    while first > 0 and (not quotes[first - 1].outer or quotes[first - 1].span.end > span.start):
        first -= 1  # one that began earlier may reach into the span
    found = []
    for quote in quotes[first : bisect_left(quotes, span.end, key=lambda quote: quote.span.start)]:
        if quote.outer and quote.span.overlaps(span):
            found.append(quote.span)
    return found


def units(text: str, sentences: Sequence[Span], quotes: Sequence[Quotation]) -> list[Span]:
    """Sentences, joined where a quotation goes on over their ends: „Gut. Sehr gut“, sagte sie.

    What is longer than any sentence is none (a list, a table), and is left out.
    """
    outer = [q.span for q in quotes if q.outer]
    joined: list[Span] = []
    number = 0
    open_until = -1
    for sentence in sentences:
        if joined and sentence.start < open_until and sentence.end - joined[-1].start <= _LONGEST:
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
        while number < len(outer) and outer[number].start < sentence.end:
            open_until = max(open_until, outer[number].end)
            number += 1
    return [unit for unit in joined if unit.end - unit.start <= _LONGEST]
