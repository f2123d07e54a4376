"""Who is spoken to in a German clause: "gegenüber dem Blatt", "dem Sender CNN", "fordert die Regierung auf"."""

from __future__ import annotations

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.german.clauses import Sentence
from assistant.read.attribution.german.finite import is_capital, is_word, looks_finite
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.phrases import NONE, noun_phrase
from assistant.read.attribution.german.predicates import Predicate
from assistant.read.attribution.german.subjects import Subject

_DATIVES = frozenset(["dem", "der", "den", "einem", "einer", "ihm", "ihr", "ihnen", "uns", "mir"])


def addressee(sentence: Sentence, predicate: Predicate, who: Subject) -> list[Range]:
    opposite = _behind_gegenueber(sentence, predicate)
    if opposite:
        return [opposite]
    accusative = predicate.verb in word_set("addresses")
    if predicate.last or not (accusative or predicate.verb in word_set("addresses_dative", "says")):
        return []
    found = _object(sentence, predicate, who)
    if found and not accusative and sentence.tokens[found[0]].low not in _DATIVES:
        return []
    return [found] if found else []


def _behind_gegenueber(sentence: Sentence, predicate: Predicate) -> Range | None:
    segment = sentence.segment_of(predicate.finite)
    for i in range(segment.first, segment.last):
        if sentence.tokens[i].low == "gegenüber" and not sentence.tokens[i].quote:
            stop = noun_phrase(sentence.tokens, i + 1, segment.last + 1, NONE)
            if stop > i + 1:
                return i + 1, stop - 1
    return None


def _object(sentence: Sentence, predicate: Predicate, who: Subject) -> Range | None:
    """The noun phrase right behind the verb and its subject."""
    tokens = sentence.tokens
    segment = sentence.segment_of(predicate.finite)
    i = max([predicate.finite, *(last for first, last in who.source if first > predicate.finite)]) + 1
    while i <= segment.last and tokens[i].low in word_set("adverbs") and not is_capital(tokens[i]):
        i += 1
    if i > segment.last or not is_word(tokens[i]) or tokens[i].low in word_set("prepositions"):
        return None
    if any(first <= i <= last for first, last in who.source) or looks_finite(tokens, i, segment.first):
        return None
    stop = noun_phrase(tokens, i, segment.last + 1, NONE)
    return (i, stop - 1) if stop > i else None
