"""The phrases of a page, or one that stands by itself, taken apart."""

from __future__ import annotations

import re

from assistant.sources.page import BREAKS, MARKS, Page, Word
from assistant.sources.phrase import Phrase
from assistant.sources.scan import Scan
from assistant.sources.words import grammar, hidden
from index.documents import Span
from index.places import Place, places

_CITY_ADJECTIVE = re.compile(r"[A-ZÄÖÜ]\w{2,}er(?= )")


def phrase_of(text: str, language: str) -> Phrase:
    """A name or description that stands by itself."""
    return read_phrase(Page(text, language), Span(0, len(text)))


def read_phrase(page: Page, span: Span) -> Phrase:
    """The phrase of a page at a span; clauses that hang on it are left out."""
    first, last = page.range(span)
    end = _clause(page, first, last)
    whole = span.of(page.text)
    stop = page.words[end - 1].end if end > first else span.start
    kept = [w.text for w in page.words[first:end] if w.text not in BREAKS and w.text not in MARKS]
    clause = page.text[page.words[end].end : span.end] if end < last else ""
    phrase = Phrase(whole, span, page.language, kept, clause=clause)
    phrase.hides = hidden(page.language).search(whole) is not None
    phrase.places = _places(page.text[span.start : stop], span.start, page.language)
    Scan(phrase, page, first, end).run()
    if phrase.hides and phrase.clause and any(n.titled for n in phrase.names):
        # "the weekly Bote, which quoted two unnamed doctors": others are hidden there
        phrase.hides = hidden(page.language).search(whole.removesuffix(phrase.clause)) is not None
    return phrase


def _places(words: str, offset: int, language: str) -> list[Place]:
    found = [Place(p.id, p.words, Span(p.span.start + offset, p.span.end + offset)) for p in places(words)]
    for m in _CITY_ADJECTIVE.finditer(words) if language == "de" else ():  # "Kiewer": CLDR has the city only
        if not any(p.span.start == m.start() + offset for p in found) and (city := places(m.group()[:-2])):
            found.append(Place(city[0].id, m.group(), Span(m.start() + offset, m.end() + offset)))
    return sorted(found, key=lambda p: p.span)


def _clause(page: Page, first: int, last: int) -> int:
    """Where a relative clause begins, or the end: "…, who leads the mission", "…, der anonym bleiben will"."""
    relatives = grammar("relatives", page.language)
    for at in range(first, last):
        if page.language == "en" and at > first and page.texts[at] == "who":
            return at
        following = page.words[at + 1 : min(at + 4, last)]
        if page.texts[at] != "," or not any(w.low in relatives for w in following[:2]):
            continue
        if not (page.language == "de" and _is_apposition(page, following)):
            return at
    return last


def _is_apposition(page: Page, words: list[Word]) -> bool:
    """ ", der Chef der Reederei": a known word follows the article that is no relative pronoun then."""
    if not words or words[0].low not in ("der", "die", "das"):
        return False
    return any(page.entry(w.text) for w in words[1:] if w.text[0].isupper())
