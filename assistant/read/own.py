"""Whose own account it is that names nobody: "nach eigenen Angaben", "by its own account", "по собственным данным"."""

from __future__ import annotations

import re

from assistant.sources.cast import Cast
from assistant.sources.figures import Figure
from assistant.sources.phrases import read_phrase
from assistant.sources.words import concepts, grammar
from index.documents import Span

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_SUBJECT_WITHIN = 12  # words of a sentence among which its subject stands
_BEFORE_NOUN = 3  # words between an article and its noun


def subject(cast: Cast, content: Span) -> tuple[int, Figure] | None:
    """Whom the first words that can be a subject mean, though they are no name, and where: "hat der Verband …"."""
    words = [Span(*m.span()) for m in _WORD.finditer(cast.text, content.start, content.end)][:_SUBJECT_WITHIN]
    passed = 0
    for n, word in enumerate(words):
        low = word.of(cast.text).lower()
        if n < passed:
            continue
        if any(low in grammar(name, cast.language) for name in ("he", "she", "it", "they")) and not _opens(cast, low):
            figure = cast.figure((word,))
            return (word.start, figure) if figure else None
        if low in grammar("before_objects", cast.language):
            passed = n + 1 + _BEFORE_NOUN  # "im Haus", "with the help"
        end = next((e for e in words[n : n + 1 + _BEFORE_NOUN] if _is_somebody(cast, Span(word.start, e.end))), None)
        if n >= passed and end and (_opens(cast, low) or cast.language == "ru"):
            figure = cast.figure((Span(word.start, end.end),))
            return (word.start, figure) if figure else None
    return None


def _opens(cast: Cast, low: str) -> bool:
    """Whether a noun phrase in the nominative may begin with the word."""
    return low in grammar("nominative", cast.language)


def _is_somebody(cast: Cast, span: Span) -> bool:
    phrase = read_phrase(cast.page, span)
    owned = any(concepts()[k.concept].owned for k in phrase.kinds)
    return bool(phrase.roles or phrase.kinds or phrase.bodies) and not owned
