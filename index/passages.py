"""Splitting an article into passages: about 200 tokens each, cut at sentence ends, paragraphs kept together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from index.documents import Article, Passage, Span
from index.sentences import sentences_of
from index.tokens import estimate_tokens

AIM = 200  # tokens, by the estimate
LEAST, MOST = 120, 240  # between these a paragraph's end is preferred
_LONGEST_SENTENCE = 300  # so that with a headline before it, it stays below the limit of 400
_LIMIT = 400

_CLAUSE_END = re.compile(r"[,;:–—)]\s")
_SPACE = re.compile(r"\s")
_GAP = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, or a part of one that is too long for a passage."""

    span: Span
    tokens: int
    ends_paragraph: bool


def split(article: Article) -> list[Passage]:
    """The passages of an article: its sentences, each once, in order. The headline stands in the first one."""
    units = _units(article)
    spans: list[Span] = []
    start = 0
    while start < len(units):
        end = _cut(units, start, article.headline.end if article.headline else 0)
        spans.append(Span(units[start].span.start, units[end - 1].span.end))
        start = end
    return [
        Passage(f"{article.id}-{number:04d}", article.id, number, span, span.of(article.text))
        for number, span in enumerate(spans)
    ]


def _cut(units: list[_Unit], start: int, headline_end: int) -> int:
    """The index after the last unit of the passage that begins with unit `start`."""
    totals = list(accumulate(unit.tokens for unit in units[start : start + MOST + 1]))
    fitting = [n for n, total in enumerate(totals, 1) if total <= MOST]
    if len(fitting) == len(units) - start:
        return len(units)
    allowed = [n for n in fitting if units[start + n - 1].span.end > headline_end]
    if not allowed:
        return start + _with_headline(totals, fitting)
    closest = min(allowed, key=lambda n: abs(totals[n - 1] - AIM))
    ends = [n for n in allowed if totals[n - 1] >= LEAST and units[start + n - 1].ends_paragraph]
    return start + min(ends, key=lambda n: abs(totals[n - 1] - AIM), default=closest)


def _with_headline(totals: list[int], fitting: list[int]) -> int:
    """Units of a passage in which the long sentence after a headline does not fit, or which is one long sentence."""
    more = len(fitting) + 1
    return more if totals[more - 1] <= _LIMIT else max(1, len(fitting))


def _units(article: Article) -> list[_Unit]:
    text = article.text
    parts = [part for span in sentences_of(article) for part in _parts(text, span)]
    borders = [*(part.start for part in parts[1:]), len(text)]
    return [
        _Unit(part, estimate_tokens(part.of(text)) + 1, "\n" in text[part.end : border])
        for part, border in zip(parts, borders, strict=False)
    ]


def _parts(text: str, sentence: Span) -> list[Span]:
    if sentence.end - sentence.start <= _LONGEST_SENTENCE // 3 or _fits(text, sentence, _LONGEST_SENTENCE):
        return [sentence]
    parts: list[Span] = []
    start = sentence.start
    while start < sentence.end:
        end = _part_end(text, Span(start, sentence.end))
        part = text[start:end]
        parts.append(Span(start, start + len(part.rstrip())))
        gap = _GAP.match(text, end)
        start = gap.end() if gap else end
    return parts


def _part_end(text: str, rest: Span) -> int:
    """Where to cut a sentence that is too long: after a clause, else at a space, else anywhere."""
    window = Span(rest.start, min(rest.end, rest.start + 6 * AIM))
    while not _fits(text, window, AIM):
        window = Span(window.start, window.start + (window.end - window.start) * 3 // 4)
    if window.end == rest.end:
        return rest.end
    for border in (_CLAUSE_END, _SPACE):
        ends = [match.start() + 1 for match in border.finditer(text, (window.start + window.end) // 2, window.end)]
        if ends:
            return ends[-1]
    return window.end


def _fits(text: str, span: Span, tokens: int) -> bool:
    return span.end - span.start <= 6 * tokens and estimate_tokens(span.of(text)) <= tokens
