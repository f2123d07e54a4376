"""A German sentence as a row of segments, parted at its commas, colons and dashes, each with its verb and kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.read.attribution.german.finite import looks_finite
from assistant.read.attribution.german.kinds import classify
from assistant.read.attribution.german.segment import Kind, Segment
from assistant.read.attribution.segments import pieces
from assistant.read.attribution.tokens import Token

__all__ = ["Kind", "Segment", "Sentence", "parse"]

_HANGING = (Kind.FRAGMENT, Kind.RELATIVE)


@dataclass(slots=True)
class Sentence:
    """The words of one sentence (or of several that a quotation binds together) and its segments."""

    tokens: Sequence[Token]
    segments: list[Segment] = field(default_factory=list)
    lows: frozenset[str] = frozenset()  # its words in lower case, for rules to see at once that they have no work

    def segment_at(self, at: int) -> int:
        return next(k for k, segment in enumerate(self.segments) if at <= segment.last or k == len(self.segments) - 1)

    def segment_of(self, at: int) -> Segment:
        return self.segments[self.segment_at(at)]


def parse(tokens: Sequence[Token]) -> Sentence:
    sentence = Sentence(tokens, lows=frozenset(token.low for token in tokens))
    for piece in pieces(tokens):
        segment = Segment(piece.first, piece.last, piece.opener)
        classify(tokens, segment)
        sentence.segments.append(segment)
    _join_how_clauses(sentence)
    return sentence


def _join_how_clauses(sentence: Sentence) -> None:
    """ "Wie Ina Kell, Sprecherin der Stadt, mitteilte, …": commas part such a clause from its verb."""
    segments = sentence.segments
    for k, segment in enumerate(segments):
        if segment.kind is not Kind.SUB or segment.verb >= 0 or sentence.tokens[segment.head].low != "wie":
            continue
        j = k + 1
        while j < len(segments) and segments[j].kind in _HANGING and not _ends_how(sentence.tokens, segments[j]):
            j += 1
        if j < len(segments) and _ends_how(sentence.tokens, segments[j]):
            segment.last = segment.verb = segments[j].last
            del segments[k + 1 : j + 1]
            return


def _ends_how(tokens: Sequence[Token], segment: Segment) -> bool:
    return segment.kind is not Kind.RELATIVE and looks_finite(tokens, segment.last, segment.first - 1)
