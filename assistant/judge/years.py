"""Whether a figure between 1900 and 2099 is a year or counts something: "seit 2024", "etwa 2000 Liter", "по 2000 лари".

What stands beside it tells: a word for a year, an age of the world or a month before it makes it a year, a word that
bounds a figure or shares it out a count, and so does the name of a measure, of money or of people after it.
"""

from __future__ import annotations

import re

from assistant.cues import find
from assistant.gate.numbers import Number
from index.lexicon.meanings import known_words
from index.lexicon.words import concept_at
from index.wordlists import LANGUAGES

_YEAR = re.compile(r"(?:19|20)\d\d")
_ROUND = re.compile(r"\d\d(?:00|50)")
_NEXT = re.compile(r"\s+([^\W\d_]+)")
_LAST = re.compile(r"([^\W\d_]+)\.?\s+\Z")
_LOOK_BACK = 24  # characters
_BOUNDS = ("at_least", "at_most", "at_about", "shared_out")
_MEASURES = frozenset(("unit", "measure", "money", "currency"))
_COUNTED = _MEASURES | {"person", "group", "role", "animal", "vehicle", "weapon"}


def is_year(number: Number, text: str, language: str) -> bool:
    if number.percent or not _YEAR.fullmatch(number.words):
        return False
    before, after = text[max(0, number.span.start - _LOOK_BACK) : number.span.start], text[number.span.end :]
    if _ends_with("year_before", before, language) or _begins_with("year_after", after, language):
        return True
    within = _is_after("year_within", before, language)
    if not within and any(_ends_with(words, before, language) for words in _BOUNDS):
        return False
    counted = _counted(after, language)
    # "Sie wurde 2023 Ministerin", "2000 Menschen": how round a figure is tells where people follow it.
    return not (counted and (_ROUND.fullmatch(number.words) or (not within and counted & _MEASURES)))


def _counted(after: str, language: str) -> frozenset[str]:
    """The kinds of what follows that figures count."""
    following = _NEXT.match(after)
    if following is None or language not in LANGUAGES:
        return frozenset()
    meanings = known_words(language)[following[1]].meanings
    return frozenset(concept_at(m.concept).kind for m in meanings) & _COUNTED


def _ends_with(words: str, before: str, language: str) -> bool:
    cues = find(words, before, language)
    return bool(cues) and not before[cues[-1].span.end :].strip(" .\xa0")


def _is_after(words: str, before: str, language: str) -> bool:
    last = _LAST.search(before)
    return bool(last and find(words, last[1], language))


def _begins_with(words: str, after: str, language: str) -> bool:
    cues = find(words, after, language)
    return bool(cues) and not after[: cues[0].span.start].strip(" \xa0")
