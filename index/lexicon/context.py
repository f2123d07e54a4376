"""Whether an English word that can be a noun and a verb is one or the other, by the word before it."""

from __future__ import annotations

import re

from index.lexicon.meanings import EITHER, NOMINAL, VERBAL
from index.lexicon.tables import word_set
from index.lexicon.text import Reading

_PARTICIPIAL = re.compile(r"(?:ed|ing)$")  # "the alleged …", "after leaving": the word before does not tell
_POSSESSIVE = re.compile(r"['’]s?$")
_CARRIER = "to"  # "to court a voter", "go to court"
_FARTHEST = 2  # words that are passed over


def english_shape(reading: Reading, place: int) -> int:
    """NOMINAL after an article ("the strike"), VERBAL after a pronoun ("they strike"), else what it mostly is."""
    key = reading.words[place].key
    before = _before(reading, place)
    if before in word_set("en", "before_verbs"):
        return VERBAL
    nominal = before in word_set("en", "before_nouns") or _POSSESSIVE.search(before)
    if nominal and not _PARTICIPIAL.search(key):
        return NOMINAL
    if before == _CARRIER and key not in word_set("en", "mostly_verbs"):
        return EITHER
    if key in word_set("en", "mostly_nouns"):
        return NOMINAL
    return VERBAL if key in word_set("en", "mostly_verbs") else EITHER


def _before(reading: Reading, place: int) -> str:
    """The word before in the same clause, adverbs and short adjectives passed over; empty where there is none."""
    for at in range(place - 1, max(-1, place - 2 - _FARTHEST), -1):
        if reading.gaps[at].clause_ends:
            return ""
        key = reading.words[at].key
        if key not in word_set("en", "passed_over") and key not in word_set("en", "graded"):
            return reading.written[at].lower()
    return ""
