"""An attribution while it is being found: word numbers of one sentence, turned into spans of the text at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.read.attribution.tokens import Token
from assistant.sourcing import Attribution, QuoteType
from index.documents import Span

Range = tuple[int, int]  # the first and the last word


@dataclass(slots=True)
class Draft:
    cue: list[Range]
    source: list[Range]
    content: list[Range]
    type: QuoteType = QuoteType.INDIRECT
    frame: list[Range] = field(default_factory=list)
    addressee: list[Range] = field(default_factory=list)
    back: bool = False  # the sentence before is content too
    whole: Span | None = None  # that sentence
    counted: bool = False  # what a body found or counted: no act of speech, but its word

    def attribution(self, tokens: Sequence[Token]) -> Attribution:
        if self.type is QuoteType.REPORTED:
            return self._reported(tokens)
        content = to_spans(tokens, self.content)
        if self.whole:
            content = (self.whole, *content)
        return Attribution(
            to_spans(tokens, self.cue),
            to_spans(tokens, self.source),
            content,
            self.type,
            to_spans(tokens, with_commas(tokens, self.frame)),
            to_spans(tokens, self.addressee),
        )

    def told_after(self, tokens: Sequence[Token], previous: Span | None) -> Attribution | None:
        """The attribution of a sentence whose predecessor is `previous`; None if it has no content."""
        if self.back:
            if previous is None:
                return None
            self.whole = previous
        found = self.attribution(tokens) if self.content else None
        return found if found and found.content else None

    def _reported(self, tokens: Sequence[Token]) -> Attribution:
        """An act of speech told of is its own content, a whole sentence with its full stop; nothing frames it."""
        content = self.content
        first, last = content[0][0], content[-1][1]
        if first == 0 and last == len(tokens) - 2 and tokens[-1].text in ".!?…":
            content = [*content[:-1], (content[-1][0], last + 1)]
        who = to_spans(tokens, self.source)
        cue = to_spans(tokens, self.cue) if self.counted else ()
        return Attribution(cue, who, to_spans(tokens, content), self.type, (), to_spans(tokens, self.addressee))


def to_spans(tokens: Sequence[Token], ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Spans of word ranges; ranges that follow one another become one."""
    merged: list[list[int]] = []
    for first, last in sorted(ranges):
        if last < first:
            continue
        if merged and first <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    return tuple(Span(tokens[first].start, tokens[last].end) for first, last in merged)


def without(ranges: Iterable[Range], cut: Iterable[Range]) -> list[Range]:
    """Word ranges less what is cut out of them."""
    left = list(ranges)
    for low, high in cut:
        left = [part for whole in left for part in _parted(whole, low, high)]
    return left


def _parted(whole: Range, low: int, high: int) -> list[Range]:
    first, last = whole
    if high < first or last < low:
        return [whole]
    return [part for part in ((first, low - 1), (high + 1, last)) if part[0] <= part[1]]


def trim(tokens: Sequence[Token], ranges: Iterable[Range], marks: str = ",;:–—-") -> list[Range]:
    """Word ranges without the marks at their edges; quote marks and brackets stay."""
    kept = ([i for i in range(first, last + 1) if tokens[i].text not in marks] for first, last in ranges)
    return [(inside[0], inside[-1]) for inside in kept if inside]


def with_commas(tokens: Sequence[Token], ranges: Iterable[Range]) -> list[Range]:
    """Word ranges with the commas right beside them."""

    def is_comma(at: int) -> bool:
        return 0 <= at < len(tokens) and tokens[at].text == "," and not tokens[at].quote

    return [(first - is_comma(first - 1), last + is_comma(last + 1)) for first, last in ranges]


def kind_of(tokens: Sequence[Token], content: Iterable[Range]) -> QuoteType:
    """Direct if nothing but quotations is said, else indirect."""
    inside = [tokens[i] for first, last in content for i in range(first, last + 1)]
    quoted = inside and all(token.quote or not token.text[0].isalnum() for token in inside)
    return QuoteType.DIRECT if quoted else QuoteType.INDIRECT


def clip(ranges: Iterable[Range], bounds: Range) -> list[Range]:
    """Word ranges within bounds."""
    clipped = [(max(first, bounds[0]), min(last, bounds[1])) for first, last in ranges]
    return [part for part in clipped if part[0] <= part[1]]


def within(draft: Draft, others: Iterable[Draft]) -> Draft:
    """ "Sie sagte, laut Polizei sei …": inside somebody's words a phrase reaches no further than they do."""
    at = draft.frame[0][0] if draft.frame else draft.cue[0][0]
    for other in others:
        if other is draft or other.back or other.type is QuoteType.REPORTED:
            continue
        for part in other.content:
            if part[0] <= at <= part[1]:
                draft.content = clip(draft.content, part)
    return draft


def cut_frames(draft: Draft, others: Iterable[Draft]) -> None:
    """ "Der Rat werde gebeten, zu warten, so Meier": the frame of somebody around it is not what is said."""
    for other in others:
        if other is draft or not draft.frame or not other.frame or other.type is QuoteType.REPORTED:
            continue
        at = draft.frame[0][0]
        if any(first <= at <= last for first, last in other.content) and other.frame[0][0] > at:
            draft.content = without(draft.content, other.frame)
