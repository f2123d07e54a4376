"""What a text names, in terms that German, English and Russian share: concepts, places, and names by their sound.

The word search keeps them beside the stems, so that a question in one language finds a passage in another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from index.lexicon.matching import wholes
from index.lexicon.meanings import known_words
from index.lexicon.text import Reading
from index.lexicon.words import concept_at
from index.places import places
from index.spelling import consonants
from index.terms import stop_words
from index.wordlists import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OUTSIDE = re.compile(r"[\W_]+")
_SHORTEST = 3  # consonants of a skeleton: two say too little
_REMEMBERED = 200_000  # words


def features(text: str, language: str) -> list[str]:
    """The features of a text, in no order that matters, each as often as it is named.

    A letter says what it is: "c" a concept of the lexicon, "p" a place or body, "n" the consonants of a word that is
    neither, be it a name or a word that the languages have in common. Unlike `lexicon.mentions`, a phrase does not hide
    the meanings of its words, and the beginning of a sentence does not make a noun of a verb: more to be found by.
    """
    there = places(text)
    found = [_term("p", place.id) for place in there]
    named = {word for place in there for word in _WORD.findall(place.words)}
    words: Sequence[str]
    if language in LANGUAGES:
        reading = Reading(text, language)
        words = reading.written
        found += [_concept(number) for number, _ in wholes(reading)]
    else:
        words = _WORD.findall(text)
    table = _by_word(language)
    for word in words:
        concepts, sounds = table[word]
        if concepts:
            found += concepts
        if sounds and word not in named:
            found += sounds
    return found


@cache
def _concept(number: int) -> str:
    return _term("c", concept_at(number).id)


@cache
def _term(letter: str, identifier: str) -> str:
    """One word of letters and digits, which is what the word search takes for a word."""
    return letter + _OUTSIDE.sub("", identifier).lower()


Terms = tuple[str, ...]


class _Words(dict[str, tuple[Terms, Terms]]):
    """Concepts and sounds of the words that were met; function words and words of the lexicon have no sounds."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> tuple[Terms, Terms]:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = made = _made(word, self._language)
        return made


@cache
def _by_word(language: str) -> dict[str, tuple[Terms, Terms]]:
    return _Words(language)


def _made(word: str, language: str) -> tuple[Terms, Terms]:
    meanings = known_words(language)[word].meanings if language in LANGUAGES else ()
    concepts = tuple(_concept(m.concept) for m in meanings)
    if len(word) < _SHORTEST or word.lower() in stop_words(language) or any(not m.part for m in meanings):
        return concepts, ()
    bones = sorted(consonants(word))
    return concepts, tuple("n" + bone.lower() for bone in bones if len(bone) >= _SHORTEST)
