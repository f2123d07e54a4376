"""German verbs of saying and thinking with what is said: the one place that decides which construction it is."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.read.attribution.drafts import Draft
from assistant.read.attribution.german.clauses import Kind, Sentence
from assistant.read.attribution.german.complements import complement, takes_speech
from assistant.read.attribution.german.forms import word_set
from assistant.read.attribution.german.frames import before, behind, how_clause, opens_with_that, points_back
from assistant.read.attribution.german.predicates import Predicate, predicates
from assistant.read.attribution.german.subjects import subject
from assistant.read.attribution.german.told import told_of


def speech(sentence: Sentence) -> Iterator[Draft]:
    for predicate in predicates(sentence):
        found = _attribution(sentence, predicate)
        if found:
            yield found


def _attribution(sentence: Sentence, predicate: Predicate) -> Draft | None:
    who = subject(sentence, predicate)
    if predicate.last and _begins_with_wie(sentence, predicate):
        return how_clause(sentence, predicate, who)
    may_follow = takes_speech(predicate) and not predicate.last
    so = may_follow and sentence.tokens[0].low == "so" and points_back(sentence, predicate)
    if may_follow and (so or _said_before(sentence, predicate)):
        found = behind(sentence, predicate, who)
        if found:
            return found
    following = complement(sentence, predicate)
    if following is not None and may_follow and _needs_front(sentence, predicate, following):
        found = behind(sentence, predicate, who)
        if found:
            return found
    if following is not None and not _declined(sentence, predicate, following):
        return before(sentence, predicate, who, following)
    if may_follow and (predicate.verb == "zitieren" or not predicate.passive):
        found = behind(sentence, predicate, who)
        if found:
            return found
    return told_of(sentence, predicate, who)


def _begins_with_wie(sentence: Sentence, predicate: Predicate) -> bool:
    segment = sentence.segments[predicate.segment]
    lows = [token.low for token in sentence.tokens[segment.first : segment.first + 2]]
    return sentence.tokens[segment.head].low == "wie" or lows == ["denn", "wie"]


def _said_before(sentence: Sentence, predicate: Predicate) -> bool:
    """ "„…“, sagte er, „…“", "Er sei krank, sagte er, …": the verb stands first behind a quotation or a clause."""
    k = predicate.segment
    segment = sentence.segments[k]
    if segment.kind is not Kind.FIRST or segment.head > segment.first or segment.first < 2:
        return False
    quoted = sentence.tokens[segment.first - 2].quote > 0
    return quoted or opens_with_that(sentence, 0) or any(before.kind is Kind.MAIN for before in sentence.segments[:k])


def _needs_front(sentence: Sentence, predicate: Predicate, following: int) -> bool:
    """ "Wenn es friere, sagte er, seien …": what follows begins with its verb, so it began before the frame."""
    first = sentence.segments[predicate.segment].kind is Kind.FIRST and predicate.segment > 0
    return first and sentence.segments[following].kind is Kind.FIRST


def _declined(sentence: Sentence, predicate: Predicate, following: int) -> bool:
    """ "wollte nicht sagen, ob": nothing is said."""
    if not predicate.modal or predicate.verb in word_set("thinks", "wants"):
        return False
    stretch = sentence.tokens[predicate.finite : sentence.segments[following].first]
    return any(token.low == "nicht" and not token.quote for token in stretch)
