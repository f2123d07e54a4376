"""Which claims stand under a reservation: their own words, or a note that a report could not be verified."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from assistant.cues import find, hedges
from assistant.read.told import Told
from assistant.sources.figures import Figure
from index.documents import Article, Span
from index.wordlists import word_list

_NEAR = 10  # claims before a note that it may reserve
_FEW = 3  # claims before a note that stands in a paragraph of its own
_HEARSAY = ("soll",)
_PARAGRAPH = "\n"


def reserve(told: Sequence[Told], article: Article) -> None:
    """Marks the reservations of every claim."""
    notes: list[tuple[int, Span]] = []
    last: Span | None = None
    for number, one in enumerate(told):
        if one.sentence != last:
            cues = _cues(article, one.sentence)
            last = one.sentence
        one.hedges = [c for c in cues if c.overlaps(one.span)]
        if note := _note(article, one.span):
            notes.append((number, note))
    for number, note in notes:
        _spread(told, number, note, article.text)


def _cues(article: Article, sentence: Span) -> list[Span]:
    if not _may_hold("hedges", article.language).search(article.text, sentence.start, sentence.end):
        return []
    text = sentence.of(article.text)
    found = [c for c in hedges(text, article.language) if not _is_none(text, c.span, article.language)]
    return [Span(c.span.start + sentence.start, c.span.end + sentence.start) for c in found]


# Around a word of reservation: "sehr wohl", "twice as likely", "не может", "warnt, es könnten …" reserve nothing.
_BEFORE = {
    "de": re.compile(r"(?:\b(?:sehr|ebenso|gleich|sowohl|Leib und) |\b(?:warn\w*|mahn\w*)\b[^.;:]*)\Z"),
    "en": re.compile(r"\b(?:as|more|less|most|equally|no other way [\w ]*|warn\w*\b[^.;:]*) \Z"),
    "ru": re.compile(r"\b(?:не|никак не) \Z"),
}
_AFTER = re.compile(r"[^.;:]*,? warn\w*\b")
_SUPPOSES = ("könnte", "likely", "could", "may", "might", "wohl", "может", "могут")


def _is_none(text: str, cue: Span, language: str) -> bool:
    if not cue.of(text).lower().startswith(_SUPPOSES):
        return False
    warned = language == "de" and cue.of(text).lower().startswith("könnte") and _AFTER.match(text, cue.end)
    return bool(warned) or (language in _BEFORE and _BEFORE[language].search(text, 0, cue.start) is not None)


def _note(article: Article, span: Span) -> Span | None:
    """ "… ließ sich nicht unabhängig überprüfen", "could not be verified"."""
    if not _may_hold("unverified", article.language).search(article.text, span.start, span.end):
        return None
    found = find("unverified", span.of(article.text), article.language)
    return Span(found[0].span.start + span.start, found[0].span.end + span.start) if found else None


def _spread(told: Sequence[Told], number: int, note: Span, text: str) -> None:
    """A note reserves the report before it: the claims nearby that have its origin."""
    origin = _reserved(told, number, note, text)
    paragraph = text.find(_PARAGRAPH, told[number].span.end)
    for one in told[max(0, number - _NEAR) :]:
        if one.span.start > (paragraph if paragraph >= 0 else len(text)):
            break
        if origin and one.end is origin and not one.headline and note not in one.hedges:
            one.hedges.append(note)


def _reserved(told: Sequence[Told], number: int, note: Span, text: str) -> Figure | None:
    """Whose report a note is on: who has said most in its paragraph, else in the claims before it."""
    start = text.rfind(_PARAGRAPH, 0, note.start)
    before = [t for t in told[max(0, number - _NEAR) : number] if t.end and not t.headline]
    here = [t for t in before if t.span.start > start] or before[-_FEW:]
    counts = Counter(t.end for t in here if t.end)
    most = counts.most_common(2)
    if len(most) > 1 and most[0][1] == most[1][1] and here[0].span.start <= start:
        return None  # a note that stands apart: nothing tells which of them it means
    return most[0][0] if most else None


@cache
def _may_hold(name: str, language: str) -> re.Pattern[str]:
    """Finds the longest words of a list's entries: most sentences have none, and need no closer look."""
    lists = word_list("assistant.words", language)
    entries = [*lists.get(name, ()), *(_HEARSAY if name == "hedges" else ())]
    telling = {max((part for word in e.split() for part in word.split("*")), key=len) for e in entries}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(telling)))})" if telling else r"(?!)", re.IGNORECASE)
