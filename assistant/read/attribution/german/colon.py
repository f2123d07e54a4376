"""What follows a colon whose frame has no verb of saying: "Meier wörtlich: „…“", "Sie wird laut: Das sei falsch"."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.read.attribution.drafts import Draft, Range, trim
from assistant.read.attribution.german.afterfield import with_appositions
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.finite import looks_reported, wishes
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.phrases import can_be_subject, noun_phrase
from assistant.read.attribution.german.predicates import Predicate
from assistant.read.attribution.german.scope import content_last
from assistant.read.attribution.german.segment import Segment
from assistant.read.attribution.german.subjects import subject
from assistant.read.attribution.tokens import Token
from assistant.sourcing import QuoteType


def colon(sentence: Sentence) -> Iterator[Draft]:
    for k, segment in enumerate(sentence.segments):
        if k and segment.opener == ":" and _is_reported(sentence, segment):
            yield _reported(sentence, k)
        if not k or segment.opener != ":" or not sentence.tokens[segment.first].quote:
            continue
        last = segment.first
        while (
            last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].quote == sentence.tokens[segment.first].quote
        ):
            last += 1
        if not any(
            t.low == t.text and t.low not in word_set("determiners", "prepositions", "coordinators")
            for t in _words(sentence, segment.first, last)
        ):
            continue
        first = _frame_first(sentence, k)
        who = _speaker(sentence, first, k)
        cue = [(i, i) for i in range(first, segment.first) if sentence.tokens[i].low in word_set("spoken")]
        yield Draft(
            cue, who, trim(sentence.tokens, [(segment.first, last)]), QuoteType.DIRECT, [(first, segment.first - 1)]
        )


def _is_reported(sentence: Sentence, segment: Segment) -> bool:
    """Whether a main clause in the subjunctive of reported speech follows the colon."""
    if segment.kind not in (Kind.MAIN, Kind.FIRST) or segment.verb < 0:
        return False
    verb = sentence.tokens[segment.verb].low
    return looks_reported(sentence.tokens, segment.verb, segment.head) and verb not in wishes()


def _reported(sentence: Sentence, k: int) -> Draft:
    """ "Sie erhob Vorwürfe: Das Amt habe gedrängt": the subject before the colon says what stands behind it."""
    segments = sentence.segments
    first = _frame_first(sentence, k)
    content = trim(sentence.tokens, [(segments[k].first, content_last(sentence, k))])
    frame = [(first, segments[k].first - 1)]
    return Draft([], _speaker(sentence, first, k), content, QuoteType.INDIRECT_FREE_INDIRECT, frame)


def _words(sentence: Sentence, first: int, last: int) -> list[Token]:
    return [token for token in sentence.tokens[first : last + 1] if token.text[0].isalpha()]


def _frame_first(sentence: Sentence, k: int) -> int:
    j = k - 1
    while j > 0 and sentence.segments[j].opener not in (";", ":"):
        j -= 1
    return sentence.segments[j].first


def _speaker(sentence: Sentence, first: int, k: int) -> list[Range]:
    """The subject of the main clause before the colon, or the noun phrase that stands there alone."""
    before = [j for j in range(k) if sentence.segments[j].first >= first]
    for j in before:
        segment = sentence.segments[j]
        if segment.verb >= 0 and segment.kind in (Kind.MAIN, Kind.FIRST):
            return list(subject(sentence, Predicate("", j, segment.verb, (segment.verb,))).source)
    head = sentence.segments[before[0]].head
    if not can_be_subject(sentence.tokens, head):
        return []
    end = sentence.segments[k - 1].last
    stop = noun_phrase(sentence.tokens, head, end + 1)
    return [with_appositions(sentence, (head, stop - 1))] if stop > head else []
