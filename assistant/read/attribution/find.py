"""Every attribution in a text: who is said to say what, found by rules. The only door to this package."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.read.attribution.english.article import english
from assistant.read.attribution.german.article import german
from assistant.read.attribution.russian.article import russian
from assistant.sourcing import Attribution, QuoteType
from index import sentences as splitter
from index.documents import Span

_READERS = {"de": german, "en": english, "ru": russian}


def attributions(
    text: str, language: str, sentences: Sequence[Span] | None = None, *, counted: bool = False
) -> list[Attribution]:
    """What a text attributes, in the order of the text. `sentences` are its own, where they are known already.

    `counted`: also what a body is told to have found or counted. It is REPORTED with a cue, which no quotation is.
    A language without rules has no attributions.
    """
    spans = splitter.sentences(text, language) if sentences is None else sentences
    reader = _READERS.get(language)
    found = reader(text, spans) if reader else []
    return found if counted else [one for one in found if not is_counted(one)]


def is_counted(attribution: Attribution) -> bool:
    """Whether it only tells what a body found or counted."""
    return attribution.type is QuoteType.REPORTED and bool(attribution.cue)
