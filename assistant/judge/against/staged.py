"""Where a text has words of the lists on how far things are, what is possible, and what was before."""

from __future__ import annotations

from functools import lru_cache

from assistant.cues import find
from index.documents import Span

FOLDER = "assistant.words.stages"


@lru_cache(maxsize=20_000)
def staged(name: str, text: str, language: str) -> tuple[Span, ...]:
    return tuple(cue.span for cue in find(name, text, language, FOLDER) if cue.text != "May")  # the month


def is_possible(text: str, language: str) -> bool:
    """Whether a text tells of something as possible or likely, hoped or feared."""
    return bool(staged("possible", text, language) or staged("may", text, language))
