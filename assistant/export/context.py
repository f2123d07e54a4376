"""Quoted words in their article: its paragraphs, the words marked, who says so and what is hedged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.domain import Citation
from index.documents import Article, Span

_LONG = 1600  # characters of a paragraph; of a longer one, what is near the words
_NEAR = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words. `quoted`: they are the quote; `look`: "source" or "hedge" where they name or reserve."""

    text: str
    quoted: bool = False
    look: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """A paragraph, or what is shown of it. `gap`: something stands between it and the one before."""

    pieces: tuple[Piece, ...]
    gap: bool = False
    opens: bool = True  # with the paragraph's beginning
    closes: bool = True


def context(citations: Sequence[Citation]) -> tuple[Extract, ...]:
    """Of citations of one article. A headline alone is followed by the paragraph beneath it."""
    article = citations[0].article
    quoted = [citation.span for citation in citations]
    paragraphs = _paragraphs(article.text)
    shown = [n for n, paragraph in enumerate(paragraphs) if any(paragraph.overlaps(span) for span in quoted)]
    if article.headline and shown and all(article.headline.overlaps(paragraphs[n]) for n in shown):
        shown += [n for n in (shown[-1] + 1,) if n < len(paragraphs)]
    looks = [*_looks(citations)]
    return tuple(
        _extract(article, paragraphs[n], quoted, looks, gap=n - 1 not in shown and n != shown[0]) for n in shown
    )


def _paragraphs(text: str) -> list[Span]:
    spans, start = [], 0
    for paragraph in text.split("\n\n"):
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return spans


def _looks(citations: Sequence[Citation]) -> Iterator[tuple[Span, str]]:
    """Where the quoted claims name whoever says so, and where they reserve."""
    for citation in citations:
        if claim := citation.claim:
            yield from ((span, "hedge") for span in claim.hedges)
            yield from ((span, "source") for link in claim.chain for span in link.spans)
            yield from ((span, "source") for span in (claim.attribution.source if claim.attribution else ()))


def _extract(
    article: Article, paragraph: Span, quoted: Sequence[Span], looks: Sequence[tuple[Span, str]], *, gap: bool
) -> Extract:
    shown = _near(article.text, paragraph, quoted)
    cuts = {shown.start, shown.end}
    for span in (*quoted, *(span for span, _ in looks)):
        cuts |= {edge for edge in (span.start, span.end) if shown.start < edge < shown.end}
    edges = sorted(cuts)
    pieces = [_piece(article, Span(a, b), quoted, looks) for a, b in pairwise(edges)]
    return Extract(tuple(pieces), gap, shown.start == paragraph.start, shown.end == paragraph.end)


def _piece(article: Article, span: Span, quoted: Sequence[Span], looks: Sequence[tuple[Span, str]]) -> Piece:
    look = next((name for where, name in looks if where.overlaps(span)), "")
    return Piece(span.of(article.text), any(q.overlaps(span) for q in quoted), look)


def _near(text: str, paragraph: Span, quoted: Sequence[Span]) -> Span:
    if paragraph.end - paragraph.start <= _LONG:
        return paragraph
    inside = [span for span in quoted if span.overlaps(paragraph)]
    if not inside:
        return Span(paragraph.start, _word_end(text, paragraph.start + _NEAR, paragraph.end))
    start = max(paragraph.start, min(span.start for span in inside) - _NEAR)
    end = min(paragraph.end, max(span.end for span in inside) + _NEAR)
    if start > paragraph.start:
        start = text.rfind(" ", paragraph.start, start) + 1 or start
    return Span(start, _word_end(text, end, paragraph.end))


def _word_end(text: str, end: int, last: int) -> int:
    if end >= last:
        return last
    space = text.find(" ", end, last)
    return space if space >= 0 else last
