"""What a German verb of saying takes: a clause with "dass", an infinitive, a main clause, a quotation."""

from __future__ import annotations

from assistant.read.attribution.german.clauses import Kind, Segment, Sentence
from assistant.read.attribution.german.finite import looks_reported, subjunctives
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.predicates import Predicate, prepositions_of

_CONDITIONS = frozenset(["wenn", "sobald", "falls", "solange", "da"])
_OWN_SENTENCE = frozenset(["allerdings", "jedoch", "dies", "so", "zudem", "dabei", "damit", "dennoch", "trotzdem"])
_PURPOSES = frozenset(["um", "ohne", "statt", "anstatt"])


def takes_speech(predicate: Predicate) -> bool:
    """Whether a whole sentence or a quotation may be what is said."""
    return predicate.idiom or predicate.verb in word_set("says", "thinks")


def complement(sentence: Sentence, predicate: Predicate) -> int | None:
    """The segment with which a clause or quotation begins that the verb takes, None if none follows."""
    segments = sentence.segments
    k = max(sentence.segment_at(i) for i in predicate.parts)
    for j in range(k + 1, len(segments)):
        segment = segments[j]
        if _is_complement(sentence, predicate, segment) or _fragment_opens(sentence, predicate, j):
            return j
        if segment.kind not in (Kind.FRAGMENT, Kind.RELATIVE) or segment.opener in ":;":
            return None
    return None


def _is_complement(sentence: Sentence, predicate: Predicate, segment: Segment) -> bool:
    says = takes_speech(predicate)
    if segment.kind is Kind.QUOTED or sentence.tokens[segment.first].quote:
        return segment.opener in (":", ",") and (says or predicate.verb in word_set("names"))
    if segment.opener == ":":
        return says
    pointing = pointing_word(sentence, predicate) > 0
    if not (says or pointing or predicate.verb in word_set("wants", "addresses")):
        return False
    low = sentence.tokens[segment.head].low
    if segment.kind is Kind.SUB:
        return _is_clause(sentence, predicate, segment, low)
    if segment.kind is Kind.INFINITIVE:
        takes_zu = predicate.idiom or pointing or predicate.verb in word_set("wants", "addresses", "addresses_dative")
        return takes_zu and low not in _PURPOSES
    if segment.kind not in (Kind.MAIN, Kind.FIRST) or segment.head > segment.first:
        return False
    if looks_reported(sentence.tokens, segment.verb, segment.head):
        return segment.kind is Kind.MAIN or not predicate.last
    own = segment.kind is Kind.FIRST or predicate.last or predicate.passive or low in _OWN_SENTENCE
    return not own


def _is_clause(sentence: Sentence, predicate: Predicate, segment: Segment, low: str) -> bool:
    if low in ("dass", "daß"):
        return True
    if low in word_set("questions"):
        return takes_speech(predicate) or predicate.verb in word_set("addresses")
    return low in _CONDITIONS and _reported_follows(sentence, segment)


def _reported_follows(sentence: Sentence, segment: Segment) -> bool:
    """ "sagte, wenn es regne, werde …": the condition belongs to what is said."""
    verbs = (other.verb for other in sentence.segments if other.first >= segment.first and other.verb >= 0)
    return any(sentence.tokens[verb].low in subjunctives() for verb in verbs)


def _fragment_opens(sentence: Sentence, predicate: Predicate, j: int) -> bool:
    """ "gab an, dem Sekretär, Jan Pech, sei …": a piece without a verb that the verb-first piece behind it needs."""
    segments = sentence.segments
    if segments[j].kind is not Kind.FRAGMENT or segments[j].opener != "," or not takes_speech(predicate):
        return False
    inside = sentence.tokens[segments[j].head + 1 : segments[j].last + 1]
    if any(token.quote for token in inside):
        return inside[-1].quote > 0 and j + 1 < len(segments)
    rest = [segment for segment in segments[j + 1 :] if segment.kind not in (Kind.FRAGMENT, Kind.RELATIVE)]
    return bool(rest) and rest[0].kind is Kind.FIRST and rest[0].head == rest[0].first


def pointing_word(sentence: Sentence, predicate: Predicate) -> int:
    """The number of "davon", "darauf" that the verb's preposition makes, 0 if there is none."""
    wanted = {_pronominal(preposition) for preposition in prepositions_of(predicate.verb)}
    if not wanted:
        return 0
    segment = sentence.segment_of(predicate.finite)
    return next((i for i in range(segment.first, segment.last + 1) if sentence.tokens[i].low in wanted), 0)


def _pronominal(preposition: str) -> str:
    return ("dar" if preposition[0] in "aeiouäöü" else "da") + preposition
