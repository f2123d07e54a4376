"""A Russian frame between dashes within a quotation: «Лёд тонкий, — предупредил он, — выходить нельзя»."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.drafts import Draft, Range, trim
from assistant.read.attribution.russian.words import says, word_set
from assistant.read.attribution.tokens import Token
from assistant.sourcing import QuoteType


def inside_quotation(tokens: Sequence[Token], at: int) -> Draft | None:
    """«Лёд тонкий, — предупредил он, — выходить нельзя»: the frame stands between dashes within the quotation."""
    row = tokens
    if row[at].low not in says() or at < 3 or row[at - 1].text not in "–—" or row[at - 2].text not in ",?!…":
        return None
    number = row[at].quote
    first = last = at
    while first > 0 and row[first - 1].quote == number:
        first -= 1
    while last + 1 < len(row) and row[last + 1].quote == number:
        last += 1
    dash = next((i for i in range(at, last + 1) if row[i].text in "–—"), -1)
    ends = dash - 1 if dash > 0 else last
    who = _named(row, at + 1, ends - 1 if row[ends].text in ",.»" else ends)
    content = [(first, at - 3)] + ([(dash + 1, last)] if dash > 0 else [])
    return Draft([(at, at)], who, content, QuoteType.DIRECT, [(at - 2, dash if dash > 0 else ends)])


def _named(tokens: Sequence[Token], first: int, last: int) -> list[Range]:
    """The noun phrase with which a stretch begins, a pronoun by itself."""
    ends = word_set("ends_subject", "datives")
    stop = next((i for i in range(first + 1, last + 1) if tokens[i].low in ends), last + 1)
    return trim(tokens, [(first, stop - 1)])
