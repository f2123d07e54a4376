"""What stands before the verb of a German main clause, which may be its subject."""

from __future__ import annotations

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.finite import has_plural_verb, is_capital
from assistant.read.attribution.german.forms import word_set, words
from assistant.read.attribution.german.phrases import can_be_subject, noun_phrase
from assistant.read.attribution.german.predicates import Predicate

_DEMONSTRATIVES = frozenset(["der", "die"])


def prefield(sentence: Sentence, predicate: Predicate) -> tuple[int, Range | None]:
    """Where the main clause begins, and the words before its verb."""
    segments = sentence.segments
    k = predicate.segment
    segment = segments[k]
    j = _opening(sentence, k)
    own = segment.kind is not Kind.FIRST or predicate.finite != segment.head
    if own and (segment.verb == predicate.finite or segment.verb < 0):
        first = segments[j].head
        return segments[j].first, (first, predicate.finite - 1) if first < predicate.finite else None
    if j < k and segment.head == segment.first:
        return segments[j].first, (segments[j].head, segments[k - 1].last)
    return segment.first, None


def _opening(sentence: Sentence, k: int) -> int:
    """The segment with which a subject in several pieces begins: "Meier, Chef der Partei, der …, sagte"."""
    segments = sentence.segments
    j = k
    while j > 0 and segments[j - 1].kind in (Kind.FRAGMENT, Kind.RELATIVE) and segments[j].opener not in (";", ":"):
        if segments[j - 1].kind is Kind.FRAGMENT and has_plural_verb(
            sentence.tokens, segments[j - 1].first, segments[j - 1].last
        ):
            break  # "Neun Boote fehlen noch, sagte …"
        j -= 1
    while j < k and segments[j].kind is not Kind.FRAGMENT:
        j += 1
    if j < k and segments[k].kind is Kind.MAIN and not _apposition_open(sentence, j, k):
        return k
    return j


def _apposition_open(sentence: Sentence, j: int, k: int) -> bool:
    """ "Der Sprecher, Hans Meier sagte": the comma after the apposition is missing."""
    tokens, segments = sentence.tokens, sentence.segments
    first, head = segments[j].head, segments[k].head
    if j != k - 1 or head != segments[k].first or not can_be_subject(tokens, first):
        return False
    whole = noun_phrase(tokens, first, segments[j].last + 1) > segments[j].last
    return whole and noun_phrase(tokens, head, segments[k].verb) == segments[k].verb


def before_verb(sentence: Sentence, field: Range) -> Range | None:
    """The subject before the verb, without what stands around it; None if no subject stands there."""
    tokens = sentence.tokens
    first, last = field
    while first <= last and not tokens[first].quote and tokens[first].low in word_set("adverbs", "coordinators"):
        first += 1
    while last > first and tokens[last].low in word_set("adverbs") and not is_capital(tokens[last]):
        last -= 1
    if first > last or not can_be_subject(tokens, first) or _tells_when(sentence, first, last):
        return None
    if first == last and tokens[first].low in _DEMONSTRATIVES:  # "Der schreibt: …"
        return first, last
    if noun_phrase(tokens, first, last + 1) == first:
        return None
    return first, _before_relatives(sentence, first, last)


def _tells_when(sentence: Sentence, first: int, last: int) -> bool:
    """ "Ende Januar", "Monatelang", "Abschließend", and the object "Das"."""
    low = sentence.tokens[first].low
    alone = first == last
    return low in word_set("time_nouns") or (
        alone and (low in ("das", "dies", "dieses") or low.endswith(words("adverb_endings")))
    )


def _before_relatives(sentence: Sentence, first: int, last: int) -> int:
    """The last word of a subject up to its first relative clause."""
    segments = sentence.segments
    k = sentence.segment_at(first)
    while k + 1 < len(segments) and segments[k + 1].first <= last:
        if segments[k + 1].kind not in (Kind.FRAGMENT, Kind.MAIN):
            break
        k += 1
    end = min(last, segments[k].last)
    while end > first and sentence.tokens[end].text in ",–—-":
        end -= 1
    return end
