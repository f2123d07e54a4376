"""What a body is called in the words of a phrase: its kind with place, acronym and whatever belongs to the name."""

from __future__ import annotations

import re
from functools import cache

from assistant.sources.phrase import Kind, Phrase
from assistant.sources.russian import ADJECTIVES_BEFORE, agreeing
from assistant.sources.words import concept_words, concepts, grammar, key, russian_keys

_DETERMINER = re.compile(r"\b(?:der|die|das|dem|den|des|eine?[mnrs]?|dieser|dieses|diesem) \Z", re.IGNORECASE)
_BETWEEN = 2  # words between a place and the body's kind: "ukrainische staatliche Agentur"
_LINK = 5  # characters of " in ", " von "


def title_of(kind: Kind, phrase: Phrase, text: str, town: str = "") -> str:
    """The words that name a body of a kind: with the place before it or after it, and its acronym."""
    if kind.span is None:
        return kind.word
    start, end = kind.span.start, kind.span.end
    for place in phrase.places:
        if place.span.end <= kind.span.start and len(text[place.span.end : kind.span.start].split()) <= _BETWEEN:
            start = min(start, place.span.start)
        elif 0 < place.span.start - end <= _LINK and (text[end : place.span.start].strip() or "x").islower():
            end = place.span.end
    for name in phrase.names:
        if name.text.endswith("er") and name.span.end + 1 == start and phrase.language == "de":  # "Altdorfer Polizei"
            start = name.span.start
        elif name.linked and name.placed == kind.placed + 1 and name.text.lower() == town:
            end = name.span.end
    if phrase.language == "en" and concepts()[kind.concept].generic:
        start = _with_adjectives(text, start, phrase)
    for known in phrase.bodies:
        if 0 < known.span.start - end <= 1:
            end = known.span.end
    if phrase.language == "ru":
        before = text[phrase.span.start : kind.span.start]
        return f"{_named_adjectives(before, _first_word(kind))}{_first_word(kind)}{text[kind.span.end : end]}"
    if determiner := _DETERMINER.search(text, max(0, start - 8), start):
        start = determiner.start()  # by which the case is told
    return text[start:end]


def _named_adjectives(before: str, noun: str) -> str:
    """The adjectives with which a Russian name begins, as they go with the noun in the nominative: "Координационном
    штабе" -> "Координационный "; what a place tells of a body in lower case, too."""
    found = ADJECTIVES_BEFORE.search(before)
    told = found.group().split() if found else []
    return "".join(f"{agreeing(word, noun)} " for word in told if word.lower() not in grammar("sayings", "ru"))


def _with_adjectives(text: str, start: int, phrase: Phrase) -> int:
    """ "the joint measuring group": in English what a body is for stands before its kind."""
    before = text[phrase.span.start : start].split(" ")[:-1]
    for word in reversed(before):
        if not word.isalpha() or not word.islower() or word in grammar("small", "en") | grammar("links", "en"):
            break
        start -= len(word) + 1
    return start


def has_own_words(kind: Kind) -> bool:
    """ "Crown Office": a kind of body with a name before it."""
    words = kind.word.split()
    return (
        kind.span is not None and len(words) > 1 and words[0][0].isupper() and words[-1].lower() in _plain(kind.concept)
    )


def own_words(kind: Kind) -> str:
    """The name before a kind of body: "Springfield" of "Springfield Police Department"."""
    words = kind.word.split()
    for n in range(1, len(words)):
        if " ".join(words[n:]).lower() in _plain(kind.concept):
            return " ".join(words[:n]) if all(w[0].isupper() for w in words[:n]) else ""
    return ""


@cache
def _plain(concept: str) -> frozenset[str]:
    return frozenset(word.lower() for word in concept_words(concept, "en"))


def _has_stems(form: str, stems: list[str]) -> bool:
    words = form.split()
    return len(words) == len(stems) and all(s in russian_keys(w) for s, w in zip(stems, words, strict=True))


def _first_word(kind: Kind) -> str:
    """A Russian word for a kind of body in the nominative."""
    if kind.word.isupper():
        return kind.word
    stems = [key(w, "ru") for w in kind.word.split()]
    forms = concept_words(kind.concept, "ru")
    first = next((form for form in forms if _has_stems(form, stems)), kind.word)
    return first[0].upper() + first[1:] if kind.word[0].isupper() else first
