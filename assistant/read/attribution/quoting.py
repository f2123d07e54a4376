"""Quotations that stand inside something attributed, or alone after it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.read.attribution.tokens import Quotation, Token
from assistant.sourcing import Attribution, QuoteType
from index.documents import Span


@dataclass(frozen=True, slots=True)
class Names:
    """How a language writes names: small words within them, words right before them.

    `bare`: a single quoted noun may be somebody's word as well: ein „Skandal“.
    """

    small: frozenset[str]
    before: frozenset[str]
    bare: bool


def carried_quote(row: Sequence[Token], unit: Span, last: Attribution) -> list[Attribution]:
    """A sentence that is nothing but a quotation: whoever spoke last goes on."""
    if any(token.quote for token in row) and all(token.quote or token.text in ".!?…" for token in row):
        return [Attribution(last.cue, last.source, (unit,), QuoteType.DIRECT, last.frame)]
    return []


def mixed(text: str, found: Sequence[Attribution], quotes: Sequence[Quotation], names: Names) -> list[Attribution]:
    """Words in quote marks inside something attributed: the source's own words, each an attribution of its own."""
    around = _Around(found)
    nested = (_nested(text, quote.span, around.of(quote.span), names) for quote in quotes if quote.outer)
    return [one for one in nested if one]


class _Around:
    """Which attributions have a place within their content."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        pieces = ((piece, number) for number, one in enumerate(found) for piece in one.content)
        self._found = found
        self._pieces = sorted(pieces, key=lambda entry: entry[0])
        self._longest = max((piece.end - piece.start for piece, _ in self._pieces), default=0)

    def of(self, span: Span) -> list[Attribution]:
        """In the order in which they were found."""
        first = bisect_left(self._pieces, span.end - self._longest, key=lambda entry: entry[0].start)
        last = bisect_right(self._pieces, span.start, key=lambda entry: entry[0].start)
        numbers = {number for piece, number in self._pieces[first:last] if span.end <= piece.end}
        return [self._found[number] for number in sorted(numbers)]


def _nested(text: str, span: Span, around: Sequence[Attribution], names: Names) -> Attribution | None:
    if any(one.type is QuoteType.DIRECT and span in one.content for one in around):
        return None
    for one in around:
        if one.type is QuoteType.DIRECT or any(s.overlaps(span) for s in one.source):
            continue
        if not own_words(text, span, names):
            return None
        told = one.type is QuoteType.REPORTED
        return Attribution(() if told else one.cue, one.source, (span,), QuoteType.DIRECT, () if told else one.frame)
    return None


def own_words(text: str, span: Span, names: Names) -> bool:
    """Whether quoted words are somebody's own and not a name or a title: „Der Spiegel“, „Rat für Reform“."""
    inner = text[span.start + 1 : span.end - 1].split()
    if any(word[:1].islower() and word not in names.small for word in inner):
        return True
    if not names.bare or text[span.end : span.end + 1] in ("-", "‑"):
        return False
    before = text[max(0, span.start - 60) : span.start].split()[-1:]
    return bool(before) and before[0][:1].islower() and before[0][-1].isalpha() and before[0] not in names.before
