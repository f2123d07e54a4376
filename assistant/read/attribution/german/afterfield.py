"""What stands behind the verb of a German clause: its subject, the agent of a passive, the document it stands in."""

from __future__ import annotations

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.finite import is_capital
from assistant.read.attribution.german.forms import word_set, words
from assistant.read.attribution.german.phrases import NEAR, NONE, noun_phrase
from assistant.read.attribution.german.predicates import Predicate, reporting_prepositions

_BY = ("von", "vom", "durch")


def after_verb(sentence: Sentence, predicate: Predicate) -> Range | None:
    """The subject behind the verb, with its appositions; of a passive, whoever does it."""
    segment = sentence.segment_of(predicate.finite)
    ends = (p for p in predicate.parts if p > predicate.finite and sentence.tokens[p].low != "sich")
    end = min([segment.last + 1, *ends])
    if predicate.passive:
        return _agent(sentence, predicate, segment.first, end)
    # "sprach Merkel von …": that preposition belongs to the verb, not to the name before it.
    found = first_phrase(sentence, predicate.finite + 1, end, NEAR - reporting_prepositions(predicate.verb))
    return with_appositions(sentence, found) if found else None


def _agent(sentence: Sentence, predicate: Predicate, first: int, end: int) -> Range | None:
    """Behind the verb, or in front of all; what stands between hangs on a noun: "eine Leitung von Peru nach Chile wurde
    angekündigt"."""
    start = first if sentence.tokens[first].low in _BY or predicate.finite >= end else predicate.finite
    return _behind_preposition(sentence, start, end, _BY, ())


def document(sentence: Sentence, segment: int) -> Range | None:
    """ "In einem Bericht der Behörde wird gefordert, …": what it says so in."""
    first, last = sentence.segments[segment].first, sentence.segments[segment].last
    return _behind_preposition(sentence, first, last + 1, ("in", "im"), words("document_endings"))


def _behind_preposition(
    sentence: Sentence, first: int, end: int, prepositions: tuple[str, ...], endings: tuple[str, ...]
) -> Range | None:
    """The first noun phrase behind one of the prepositions; with `endings`, one in which a word ends so."""
    tokens = sentence.tokens
    for i in range(first, end - 1):
        if tokens[i].low not in prepositions or tokens[i].quote:
            continue
        stop = noun_phrase(tokens, i + 1, end)
        if stop > i + 1 and (not endings or any(token.low.endswith(endings) for token in tokens[i + 1 : stop])):
            return i + 1, stop - 1
    return None


def first_phrase(sentence: Sentence, first: int, end: int, attach: frozenset[str] = NEAR) -> Range | None:
    """The first noun phrase in a stretch that can be a subject; prepositional phrases and adverbs are passed."""
    i = first
    while i < end:
        passed = _passed(sentence, i, end)
        if passed == i:
            stop = noun_phrase(sentence.tokens, i, end, attach)
            if stop > i:
                return i, stop - 1
        i = max(passed, i + 1)
    return None


def _passed(sentence: Sentence, at: int, end: int) -> int:
    """The index after an adverb, a prepositional phrase or an object that begins at `at`; `at` if none does."""
    tokens = sentence.tokens
    token = tokens[at]
    if token.quote:
        return at
    if not is_capital(token):
        if token.low in word_set("adverbs"):
            return at + 1
        if token.low in word_set("prepositions"):
            fixed = at + 1 < end and tokens[at + 1].low in ("allem", "anderem")  # "vor allem"
            if fixed or (at + 1 < end and tokens[at + 1].low in word_set("times")):
                return at + 2  # "am Abend Minister Berg"
            return max(noun_phrase(tokens, at + 1, end, NONE), at + 1)
    if token.low in word_set("not_nominative"):
        return max(noun_phrase(tokens, at, end, NONE), at + 1)
    return at


def with_appositions(sentence: Sentence, found: Range) -> Range:
    """ "sagte Jo Lend, Chefin der Grünen": appositions belong to the source."""
    segments = sentence.segments
    first, last = found
    k = sentence.segment_at(last)
    while last == segments[k].last and k + 1 < len(segments) and _is_apposition(sentence, k + 1):
        k += 1
        last = segments[k].last
    return first, last


def _is_apposition(sentence: Sentence, k: int) -> bool:
    """A noun phrase fills the segment, and another mark closes it."""
    segments = sentence.segments
    segment = segments[k]
    closed = k + 1 >= len(segments) or segments[k + 1].opener in (",", ":")
    if segment.opener != "," or segment.kind is not Kind.FRAGMENT or not closed:
        return False
    if sentence.tokens[segment.first].low in word_set("coordinators"):
        return False
    return noun_phrase(sentence.tokens, segment.first, segment.last + 1) > segment.last
