"""What a text names, in terms that German, English and Russian share: concepts, places, and names by their sound.

The word search keeps them beside the stems, so that a question in one language finds a passage in another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from index.lexicon.lexicon import concepts_of
from index.lexicon.meanings import known_words
from index.lexicon.text import Reading
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
    neither, be it a name or a word that the languages have in common.
    """
    found: list[str] = []
    words: Sequence[str]
    if language in LANGUAGES:
        reading = Reading(text, language)
        words = reading.written
        found += [_term("c", identifier) for identifier in concepts_of(reading)]
    else:
        words = _WORD.findall(text)
    there = places(text)
    found += [_term("p", place.id) for place in there]
    named = {word for place in there for word in _WORD.findall(place.words)}
    sounds = _sounds(language)
    for word in words:
        if word not in named:
            found += sounds[word]
    return found


@cache
def _term(letter: str, identifier: str) -> str:
    """One word of letters and digits, which is what the word search takes for a word."""
    return letter + _OUTSIDE.sub("", identifier).lower()


class _Sounds(dict[str, tuple[str, ...]]):
    """The skeletons of the words that were met; none of function words and words of the lexicon."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = made = self._made(word)
        return made

    def _made(self, word: str) -> tuple[str, ...]:
        lowered, language = word.lower(), self._language
        if len(word) < _SHORTEST or lowered in stop_words(language):
            return ()
        if language in LANGUAGES and any(not m.part for m in known_words(language)[word].meanings):
            return ()
        return tuple("n" + bone.lower() for bone in sorted(consonants(word)) if len(bone) >= _SHORTEST)


@cache
def _sounds(language: str) -> dict[str, tuple[str, ...]]:
    return _Sounds(language)
