"""Who says it in a German clause."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.german.afterfield import after_verb, first_phrase
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.finite import is_capital
from assistant.read.attribution.german.forms import word_set, words
from assistant.read.attribution.german.phrases import noun_phrase
from assistant.read.attribution.german.predicates import Predicate
from assistant.read.attribution.german.prefield import before_verb, prefield
from assistant.read.attribution.tokens import Token

_NOBODY = frozenset(["man", "es"])
_NOMINATIVE = frozenset(["der", "er", "es", "man", "ich", "wir", "ein"])
_SUBJECT_OPENS = frozenset(["der", "die", "das", "ein", "eine", "er", "sie"])
_RELATIVE = frozenset(["der", "die", "das", "welche", "welcher", "welches"])


@dataclass(frozen=True, slots=True)
class Subject:
    """The words of the subject, and where the clause begins."""

    source: tuple[Range, ...]
    start: int
    fronted: bool  # the subject stands before the verb
    patient: Range | None = None  # of a passive: whom it befalls


def subject(sentence: Sentence, predicate: Predicate) -> Subject:
    if predicate.last:
        return _of_subordinate(sentence, predicate)
    first = sentence.segment_of(predicate.finite).verb
    if 0 <= first < predicate.finite:  # the second of two verbs with one subject
        predicate = replace(predicate, finite=first)
    start, field = prefield(sentence, predicate)
    fronted = before_verb(sentence, field) if field else None
    if predicate.passive:
        agent = after_verb(sentence, predicate)
        return Subject((agent,) if agent else (), start, False, fronted)
    return _of_active(sentence, predicate, start, fronted)


def _of_active(sentence: Sentence, predicate: Predicate, start: int, fronted: Range | None) -> Subject:
    if fronted and _is_nobody(sentence, fronted):
        return Subject((), start, True)
    if fronted and _is_time(sentence, fronted):
        fronted = None
    after = None
    if _is_parenthesis(sentence, predicate) and (inside := after_verb(sentence, predicate)):
        return Subject((inside,), sentence.segments[predicate.segment].first, False)
    counted = fronted is not None and _is_counted(sentence, predicate, fronted)
    thing = counted or (fronted is not None and _names_thing(sentence, fronted))
    if fronted is None or thing or _pronoun_follows(sentence, predicate) or _new_follows(sentence, predicate, fronted):
        after = after_verb(sentence, predicate)
    if fronted and (after is None or not (counted or _may_be_subject(sentence, predicate, after, thing=thing))):
        return Subject((fronted,), start, True)
    if after and _is_nobody(sentence, after):
        behind = replace(predicate, finite=after[1])  # "So schildern es zwei Monteure"
        after = after_verb(sentence, behind) if sentence.tokens[0].low == "so" else None
    return Subject((after,) if after else (), start, False)


def _is_parenthesis(sentence: Sentence, predicate: Predicate) -> bool:
    """ "das Haus, schreibt die Behörde, habe keine Zukunft": the clause goes on with its verb behind the frame."""
    k, segments = predicate.segment, sentence.segments
    if not k or k + 1 >= len(segments) or segments[k].kind is not Kind.FIRST or segments[k].opener != ",":
        return False
    following = segments[k + 1]
    return following.kind is Kind.FIRST and following.opener == "," and following.head == following.first


def _is_nobody(sentence: Sentence, phrase: Range) -> bool:
    return phrase[0] == phrase[1] and sentence.tokens[phrase[0]].low in _NOBODY


def _is_time(sentence: Sentence, phrase: Range) -> bool:
    """ "Vergangene Woche", "Jeden Tag": when, and not who; "Die Woche" may be a paper."""
    first, last = sentence.tokens[phrase[0]].low, sentence.tokens[phrase[1]].low
    return last in word_set("times") and first.startswith(words("which_time"))


def _names_thing(sentence: Sentence, phrase: Range) -> bool:
    """ "Die Äußerungen …", "Eine Verschiebung …": hardly somebody who speaks."""
    head = _head(sentence, phrase)
    if head is None or head.low.endswith(words("bodies")):
        return False
    return head.text in word_set("content_nouns") or head.low.endswith(words("abstract_endings"))


def _is_counted(sentence: Sentence, predicate: Predicate, phrase: Range) -> bool:
    """ "17 Tote zählte …", "Den Schaden bezifferte …": what somebody counts or estimates, before the verb."""
    following = sentence.tokens[predicate.finite + 1 : predicate.finite + 2]
    if not following or not (following[0].low in _SUBJECT_OPENS or is_capital(following[0])):
        return False
    head = _head(sentence, phrase)
    digits = sentence.tokens[phrase[0]].text[0].isdigit()
    return digits or (head is not None and head.low in word_set("amounts"))


def may_speak(sentence: Sentence, phrase: Range) -> bool:
    """ "Die Wehrleitung", "Der Sprecher": a body, or somebody who bears an office."""
    head = _head(sentence, phrase)
    return head is not None and head.low.endswith((*words("bodies"), *words("offices")))


def _head(sentence: Sentence, phrase: Range) -> Token | None:
    inside = sentence.tokens[phrase[0] : phrase[1] + 1]
    small = word_set("determiners", "adverbs")  # "Auch die Zahl"
    return next((t for t in inside if is_capital(t) and t.low not in small), None)


def _may_be_subject(sentence: Sentence, predicate: Predicate, after: Range, *, thing: bool) -> bool:
    """Whether the phrase behind the verb can be its subject though another stands before it, which may be a thing."""
    first = sentence.tokens[after[0]]
    nominative = first.low in _NOMINATIVE or (thing and first.low == "sie")  # "Die Zahl gab sie mit drei an"
    speaks = thing and may_speak(sentence, after)  # "Gerüchte nannte die Feuerwehr falsch"
    return after[0] == predicate.finite + 1 and (nominative or speaks or is_capital(first))


def _pronoun_follows(sentence: Sentence, predicate: Predicate) -> bool:
    following = sentence.tokens[predicate.finite + 1 : predicate.finite + 2]
    return bool(following) and following[0].low in ("er", "man", "ich", "wir") and not following[0].quote


def _new_follows(sentence: Sentence, predicate: Predicate, fronted: Range) -> bool:
    """ "Futsch für immer, fürchtet ein Kenner": what stands before the comma is no subject if somebody new follows."""
    segment = sentence.segment_of(predicate.finite)
    following = sentence.tokens[predicate.finite + 1 : predicate.finite + 2]
    behind = segment.kind is Kind.FIRST and fronted[1] < segment.first
    return behind and bool(following) and following[0].low in ("ein", "eine")


def _of_subordinate(sentence: Sentence, predicate: Predicate) -> Subject:
    """ "wie die Polizei mitteilte"; in "die behaupten, …" the relative pronoun."""
    segment = sentence.segments[predicate.segment]
    opening = sentence.tokens[segment.head].low
    first = segment.head + 1
    if segment.kind is Kind.RELATIVE and opening in _RELATIVE:
        object_first = opening in ("die", "das") and sentence.tokens[first].low in word_set("personal") - {
            "das",
            "dies",
        }
        at = first if object_first else segment.head
        return Subject(((at, at),), segment.first, False)
    end = predicate.parts[0] if predicate.parts[0] > first else segment.last + 1
    found = first_phrase(sentence, first, min(end, segment.last + 1))
    found = _with_inner_apposition(sentence, found, segment.last) if found else None
    return Subject((found,) if found else (), segment.first, False)


def _with_inner_apposition(sentence: Sentence, found: Range, last: int) -> Range:
    """ "wie Ina Kell, Sprecherin der Stadt, mitteilte": commas stand within such a clause."""
    tokens = sentence.tokens
    comma = found[1] + 1
    if comma >= last or tokens[comma].text != ",":
        return found
    stop = noun_phrase(tokens, comma + 1, last)
    closed = stop > comma + 1 and tokens[stop].text == ","
    return (found[0], stop - 1) if closed else found
