"""English articles: who said what, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.drafts import to_spans
from assistant.read.attribution.english.idioms import hearsay
from assistant.read.attribution.english.rules import Sentence
from assistant.read.attribution.english.words import word_set
from assistant.read.attribution.headline import headline
from assistant.read.attribution.quoting import Names, carried_quote, mixed
from assistant.read.attribution.tokens import Token, quotations, tokens, units
from assistant.sourcing import Attribution, QuoteType
from index.documents import Span

NAMES = Names(word_set("in_names"), frozenset(), bare=False)


def english(text: str, sentences: Sequence[Span]) -> list[Attribution]:
    quotes = quotations(text)
    found: list[Attribution] = []
    last: Attribution | None = None
    title: list[Token] = []
    for unit in units(text, sentences, quotes):
        row = tokens(text, unit, quotes)
        told = (draft.told_after(row, None) for draft in Sentence(row).drafts())
        here = [one for one in told if one]
        if here:
            last = here[0]
        elif last:
            here = carried_quote(row, unit, last)
        if not here:
            here = _hearsay(row, unit)
        found += here
        title = title or row
    found += headline(text, title, found, word_set("speaking_places"))
    return sorted(found + mixed(text, found, quotes, NAMES), key=lambda a: (a.content[0].start, -a.content[0].end))


def _hearsay(row: Sequence[Token], unit: Span) -> list[Attribution]:
    cue = hearsay(row)
    return [Attribution(to_spans(row, [cue]), (), (unit,), QuoteType.FREE_INDIRECT)] if cue else []
