"""How far something attributed reaches in a German sentence."""

from __future__ import annotations

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.finite import looks_finite, looks_reported

_HANGING = (Kind.SUB, Kind.RELATIVE, Kind.INFINITIVE, Kind.FRAGMENT)


def clause_around(sentence: Sentence, at: int) -> Range:
    """The words of the clause in which the word `at` stands, with all that hangs on it.

    In a subordinate clause that clause; in a main clause the sentence, up to a semicolon.
    """
    segments = sentence.segments
    k = sentence.segment_at(at)
    bracket = _brackets(sentence, at)
    if bracket:
        return bracket
    if segments[k].kind in (Kind.SUB, Kind.RELATIVE) and k > 0:
        return segments[k].first, segments[_hanging_end(sentence, k)].last
    first = last = k
    while first > 0 and segments[first].opener not in (";", ":") and not _begins_main(sentence, first):
        first -= 1
    while last + 1 < len(segments) and segments[last + 1].opener != ";":
        last += 1
    return segments[first].first, segments[last].last


def _begins_main(sentence: Sentence, k: int) -> bool:
    """Whether another main clause begins with segment `k`: "…, jedoch ist laut …"."""
    segments = sentence.segments
    if segments[k].kind is not Kind.MAIN:
        return False
    return any(segment.kind in (Kind.MAIN, Kind.FIRST) for segment in segments[:k])


def _brackets(sentence: Sentence, at: int) -> Range | None:
    tokens = sentence.tokens
    opened = next((i for i in range(at, max(-1, at - 12), -1) if tokens[i].text in "()"), -1)
    if opened < 0 or tokens[opened].text != "(":
        return None
    closed = next((i for i in range(at, len(tokens)) if tokens[i].text in "()"), -1)
    return (opened + 1, closed - 1) if closed >= 0 and tokens[closed].text == ")" else None


def _hanging_end(sentence: Sentence, k: int) -> int:
    """The last segment that hangs on the subordinate clause `k`: the main clause has not gone on yet."""
    segments = sentence.segments
    while k + 1 < len(segments) and segments[k + 1].kind in _HANGING and segments[k + 1].opener != ";":
        k += 1
    return k


def content_last(sentence: Sentence, first: int) -> int:
    """The last word of what is said, which begins with segment `first`: before the frame goes on."""
    segments = sentence.segments
    opening = segments[first]
    last = first
    for j in range(first + 1, len(segments)):
        if segments[j].opener == ";" or (opening.kind is Kind.QUOTED and opening.opener == ":"):
            break
        if segments[j].opener == ":" and sentence.tokens[segments[j].first].quote:
            break
        if _frame_goes_on(sentence, first, j):
            break
        last = j
    return _before_second_verb(sentence, first, last)


def hanging_last(sentence: Sentence, first: int) -> int:
    """The last word of a clause that hangs on a noun and begins with segment `first`."""
    segments = sentence.segments
    last = first
    while last + 1 < len(segments):
        following = segments[last + 1]
        reported = following.kind is Kind.MAIN and looks_reported(sentence.tokens, following.verb, following.head)
        if following.kind not in (Kind.SUB, Kind.RELATIVE, Kind.INFINITIVE) and not reported:
            break
        last += 1
    return segments[last].last


def _before_second_verb(sentence: Sentence, first: int, last: int) -> int:
    """ "dass sie komme und verließ den Raum": a verb in the indicative behind "und" takes up the frame."""
    tokens = sentence.tokens
    for j in range(first, last + 1):
        segment = sentence.segments[j]
        reported = segment.verb >= 0 and looks_reported(tokens, segment.verb, segment.head)
        for at in range(max(segment.verb, segment.head) + 1, segment.last):
            if tokens[at].quote or tokens[at].low not in ("und", "aber", "sowie"):
                continue
            if not looks_finite(tokens, at + 1, at) or looks_reported(tokens, at + 1, at):
                continue
            if (segment.kind is Kind.SUB and at == segment.verb + 1) or (segment.kind is Kind.MAIN and reported):
                return at - 1
            if segment.kind is Kind.INFINITIVE:
                return at - 1
    return sentence.segments[last].last


def _frame_goes_on(sentence: Sentence, first: int, j: int) -> bool:
    """ "sie sei müde, verlor aber kein Wort über den Streit": a verb in the indicative takes up the frame."""
    segment = sentence.segments[j]
    if segment.kind not in (Kind.MAIN, Kind.FIRST) or segment.verb < 0:
        return False
    if looks_reported(sentence.tokens, segment.verb, segment.head):
        return False
    opening = sentence.segments[first]
    reported = opening.verb >= 0 and looks_reported(sentence.tokens, opening.verb, opening.head)
    if segment.kind is Kind.FIRST:
        return sentence.segments[j - 1].kind is not Kind.SUB or j - 1 == first
    if sentence.tokens[segment.first].low == "sondern":
        return False
    return segment.head > segment.first and (reported or opening.kind in (Kind.SUB, Kind.INFINITIVE))
