"""Where the words of a list stand in a text that is compared, but for those that are part of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.cues import Cue, find
from index.documents import Span

# What has a small letter also in a headline whose words have capitals ("Court Blocks Plan After Protest").
_SMALL_WORD = re.compile(r"\b(?!(?:from|with|over|into|that|than|amid|after|upon|near)\b)[a-zа-яё]{4,}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:…]\s|[„“”\"«»‘(])[\s„“\"«»‘(]*\Z")


def found(text: str, language: str, *lists: str) -> tuple[Span, ...]:
    return spans(cues(text, language, *lists))


def cues(text: str, language: str, *lists: str) -> list[Cue]:
    listed = (cue for name in lists for cue in find(name, text, language))
    return [cue for cue in listed if not _is_of_name(text, language, cue.span)]


def spans(cues: Iterable[Cue]) -> tuple[Span, ...]:
    return tuple(cue.span for cue in cues)


def _is_of_name(text: str, language: str, span: Span) -> bool:
    """Whether a word stands in a name: "the Centre for Disease Prevention", "Государственная Дума"."""
    if language == "de" or not text[span.start].isupper() or _SENTENCE_START.search(text, 0, span.start):
        return False
    return bool(_SMALL_WORD.search(text))


def thwarted(text: str, language: str) -> tuple[Span, ...]:
    """Without what says that nothing was stopped: "nicht vom Tisch"."""
    harmless = found(text, language, "no_thwarts")
    return tuple(s for s in found(text, language, "thwarts") if not any(s.overlaps(h) for h in harmless))


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, without those that overlap one before."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not any(span.overlaps(k) for k in kept):
            kept.append(span)
    return tuple(kept)
