"""What a text speaks of: its words as concepts, weighted by how telling they are.

A concept is a stem, or the first word of a group of words that news uses for the same thing ("fordern", "verlangen").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import ceil

from index.embedding.frequency import weight
from index.terms import stem, stop_words, words
from index.wordlists import word_list

Concepts = Mapping[str, float]

_CONTAINED = 0.6  # of a word that is part of a longer one: "Abzug" in "Truppenabzug"
_ALIKE = (
    0.7  # of a word with the same beginning: "Ernennung" and "ernannt" share too little, "Kündigung", "kündigt" enough
)
_SHORTEST_PART = 4
_SHORTEST_BEGINNING = 5


@lru_cache(maxsize=20_000)
def concepts(text: str, language: str) -> Concepts:
    """The concepts of a text with their weights, 0 to 1; function words have none."""
    return dict(concept_sequence(text, language))


@lru_cache(maxsize=20_000)
def concept_sequence(text: str, language: str) -> tuple[tuple[str, float], ...]:
    """The concepts of a text with their weights, in the order of its words."""
    stops = stop_words(language)
    return tuple((concept(w, language), weight(w, language)) for w in words(text) if w not in stops)


@lru_cache(maxsize=100_000)
def concept(word: str, language: str) -> str:
    """What a lower-case word stands for."""
    stemmed = stem(word, language)
    return _groups(language).get(stemmed, stemmed)


@cache
def _groups(language: str) -> Mapping[str, str]:
    """From the stem of each word of a group to the stem of its first word."""
    groups = [group.split() for group in word_list("assistant.words", language).get("same_meaning", ())]
    return {stem(word, language): stem(group[0], language) for group in groups for word in group}


def likeness(concept: str, others: Concepts) -> float:
    """How well a concept is met by one of the others, 0 to 1."""
    return 1.0 if concept in others else max((_alike(concept, other) for other in others), default=0.0)


@lru_cache(maxsize=200_000)
def _alike(one: str, other: str) -> float:
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    if len(shorter) < _SHORTEST_PART or one[0].isdigit() or other[0].isdigit():
        return 0.0
    if shorter in longer:
        return _CONTAINED + 0.3 * len(shorter) / len(longer)
    return _ALIKE if longer.startswith(shorter[: max(_SHORTEST_BEGINNING, ceil(0.7 * len(shorter)))]) else 0.0
