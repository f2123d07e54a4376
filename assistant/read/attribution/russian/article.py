"""Russian articles: who said what, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.headline import headline
from assistant.read.attribution.quoting import Names, carried_quote, mixed
from assistant.read.attribution.russian.rules import Sentence
from assistant.read.attribution.russian.words import word_set
from assistant.read.attribution.tokens import Token, quotations, tokens, units
from assistant.sourcing import Attribution
from index.documents import Span

NAMES = Names(word_set("in_names"), frozenset(), bare=False)


def russian(text: str, sentences: Sequence[Span]) -> list[Attribution]:
    quotes = quotations(text)
    found: list[Attribution] = []
    last: Attribution | None = None
    title: list[Token] = []
    previous: Span | None = None
    for unit in units(text, sentences, quotes):
        row = tokens(text, unit, quotes)
        told = (draft.told_after(row, previous) for draft in Sentence(row).drafts())
        here = [one for one in told if one]
        if here:
            last = here[0]
        elif last:
            here = carried_quote(row, unit, last)
        found += here
        title = title or row
        previous = unit
    found += headline(text, title, found, word_set("speaking_places"))
    return sorted(found + mixed(text, found, quotes, NAMES), key=lambda a: (a.content[0].start, -a.content[0].end))
