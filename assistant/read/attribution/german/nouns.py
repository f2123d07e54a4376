"""German nouns that somebody's words hang on: "der Vorwurf, …", "äußerte die Hoffnung, …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from assistant.read.attribution.drafts import Draft, Range, trim
from assistant.read.attribution.german.clauses import Kind, Segment, Sentence
from assistant.read.attribution.german.finite import looks_reported
from assistant.read.attribution.german.forms import word_set, words
from assistant.read.attribution.german.phrases import noun_phrase
from assistant.read.attribution.german.predicates import Predicate
from assistant.read.attribution.german.scope import hanging_last
from assistant.read.attribution.german.subjects import subject

_JOINED = {"zu": ("zum", "zur"), "an": ("am",), "vor": ("vorm",)}


def nouns(sentence: Sentence) -> Iterator[Draft]:
    for k in range(len(sentence.segments) - 1):
        following = sentence.segments[k + 1]
        if not _may_be_content(sentence, following):
            continue
        noun = noun_at_end(sentence, k)
        if noun >= 0:
            yield _draft(sentence, k, noun)


def nouns_with_preposition(sentence: Sentence) -> Iterator[Draft]:
    """ "die Warnung der Behörde vor Hochwasser", "seine Forderung nach Neuwahlen": whose it is must be told."""
    tokens = sentence.tokens
    if sentence.lows.isdisjoint(_nominal_lows()):
        return
    for at, token in enumerate(tokens):
        wanted = _nominal().get(token.text)
        if wanted is None or token.quote or not at:
            continue
        last = sentence.segment_of(at).last
        possessive = tokens[at - 1].low.startswith(("sein", "ihr", "dessen", "deren", "unser"))
        owner = None if possessive else _owner(sentence, at, last)
        if not possessive and owner is None:
            continue
        link = owner[1] + 1 if owner else at + 1
        if link > last or tokens[link].low not in wanted:
            continue
        stop = noun_phrase(tokens, link + 1, last + 1)
        if stop > link + 1:
            who = owner or (at - 1, at - 1)
            first = at - 1 if tokens[at - 1].low in word_set("determiners") else at
            cue = [(at, at), (link, link)] if possessive else [(first, at), (link, link)]
            yield Draft(cue, [who], [(link + 1, stop - 1)], frame=[(first, link)])


@cache
def _nominal() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in words("nominal"):
        noun, preposition = line.split()
        found.setdefault(noun, set()).update({preposition, *_JOINED.get(preposition, ())})
    return {noun: frozenset(prepositions) for noun, prepositions in found.items()}


@cache
def _nominal_lows() -> frozenset[str]:
    return frozenset(noun.lower() for noun in _nominal())


def _may_be_content(sentence: Sentence, segment: Segment) -> bool:
    if segment.opener != ",":
        return False
    low = sentence.tokens[segment.head].low
    if segment.kind is Kind.SUB:
        return low in ("dass", "daß", "ob")
    if segment.kind is Kind.INFINITIVE:
        return low not in ("um", "ohne", "statt", "anstatt")
    if segment.kind is Kind.MAIN:
        return looks_reported(sentence.tokens, segment.verb, segment.head)
    return False


def noun_at_end(sentence: Sentence, k: int) -> int:
    """The noun of saying with whose phrase the segment ends, or ends but for a verb or prefix; -1 if there is none."""
    tokens = sentence.tokens
    segment = sentence.segments[k]
    for at in range(segment.last, segment.first - 1, -1):
        if tokens[at].quote or tokens[at].text not in word_set("content_nouns"):
            continue
        start = at - 1 if at > segment.first and tokens[at - 1].low in word_set("determiners") else at
        stop = noun_phrase(tokens, start, segment.last + 1)
        left = [i for i in range(stop, segment.last + 1) if tokens[i].text[0].isalnum()]
        if len(left) <= 2 and not any(tokens[i].text[0].isupper() for i in left):
            return at
        return -1
    return -1


def _draft(sentence: Sentence, k: int, noun: int) -> Draft:
    tokens = sentence.tokens
    segment = sentence.segments[k]
    last = hanging_last(sentence, k + 1)
    content = trim(tokens, [(sentence.segments[k + 1].first, last)])
    start = noun - 1 if noun > segment.first and tokens[noun - 1].low in word_set("determiners") else noun
    who = _owner(sentence, noun, segment.last) or _actor(sentence, k, start)
    frame = [(segment.first, sentence.segments[k + 1].first - 1)]
    if last < sentence.segments[-1].last:
        frame.append((last + 1, sentence.segments[-1].last))
    cue: list[Range] = [(start, noun)]
    if segment.verb >= 0 and who and not _after_preposition(sentence, start) and who[1] < start:
        cue.append((segment.verb, segment.verb))
    return Draft(cue, [who] if who else [], content, frame=frame)


def _after_preposition(sentence: Sentence, at: int) -> bool:
    return at > 0 and sentence.tokens[at - 1].low in word_set("prepositions")


def _owner(sentence: Sentence, noun: int, last: int) -> Range | None:
    """ "die Warnung der Behörde", "der Vorwurf von Amnesty"."""
    tokens = sentence.tokens
    at = noun + 1
    if at > last or tokens[at].quote:
        return None
    if tokens[at].low in ("von", "vom", "durch"):
        stop = noun_phrase(tokens, at + 1, last + 1)
        return (at + 1, stop - 1) if stop > at + 1 else None
    if tokens[at].low in word_set("genitives"):
        stop = noun_phrase(tokens, at, last + 1)
        return (at, stop - 1) if stop > at else None
    return None


def _actor(sentence: Sentence, k: int, before: int) -> Range | None:
    """The subject of the clause, if the noun is no subject itself."""
    segment = sentence.segments[k]
    if segment.verb < 0:
        return None
    last = segment.kind in (Kind.SUB, Kind.RELATIVE)
    who = subject(sentence, Predicate("", k, segment.verb, (segment.verb,), last=last)).source
    if not who or who[0][0] <= before <= who[0][1]:
        return None
    return who[0]
