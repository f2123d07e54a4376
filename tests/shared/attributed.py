"""What a text attributes, as plain words: so that a test reads like the sentence it is about."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.read.attribution.find import attributions
from assistant.sourcing import QuoteType


@dataclass(frozen=True)
class Words:
    """The words of an attribution; pieces are parted by " | "."""

    type: QuoteType
    source: str
    cue: str
    content: str
    frame: str
    addressee: str


def attributed(text: str, language: str = "de") -> list[Words]:
    found = []
    for one in attributions(text, language):
        parts = (one.source, one.cue, one.content, one.frame, one.addressee)
        found.append(Words(one.type, *(" | ".join(span.of(text) for span in spans) for spans in parts)))
    return found
