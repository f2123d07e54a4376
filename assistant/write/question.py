"""What a question asks for: its concepts, and the kind of thing that would answer it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from assistant.write.concepts import Concepts, concept
from index.embedding.frequency import weight
from index.terms import stop_words, words
from index.wordlists import LANGUAGES, words_of

_FOLDER = "assistant.words"
_NAME = re.compile(r"(?<![\w'’-])[^\W\d_a-zäöüßа-яё][\w'’-]+")
_AGE = re.compile(r"\(\d{1,3}\)|,\s\d{1,3},")
_REMEMBERED = 64  # questions: each is asked about many sentences
_NAMELIKE = 0.55  # a capitalised word this telling may be a name; German capitalises every noun


class Asked(StrEnum):
    """The kind of thing that a question asks for; also the name of the word list that tells it."""

    AGE = "asks_age"
    NUMBER = "asks_number"
    TIME = "asks_time"
    PERSON = "asks_person"
    PLACE = "asks_place"
    CAUSE = "asks_cause"
    OTHER = "asks_other"


@dataclass(frozen=True, slots=True)
class Question:
    """`words`: those that say what it is about, lower case, in order; there are none in "What happened?"."""

    text: str
    language: str
    asked: Asked
    words: tuple[str, ...]

    def concepts(self, language: str) -> Concepts:
        """Its concepts as a text in that language would word them, with their weights."""
        return _concepts(self.words, self.language, language)

    def met_by(self, sentence: str, language: str) -> float:
        """1 if the sentence has the kind of thing that is asked for, beyond what the question itself says; else 0.

        A half where any sentence could answer.
        """
        if self.asked is Asked.OTHER:
            return 0.5
        if self.asked is Asked.AGE:
            return float(_gives_age(sentence, language))
        if self.asked in (Asked.PERSON, Asked.PLACE):
            found = any(weight(w.lower(), language) >= _NAMELIKE for w in self._new(_NAME.findall(sentence)))
        else:
            cues = words_of(_FOLDER, self.asked.replace("asks", "gives"), language)
            digits = self.asked in (Asked.NUMBER, Asked.TIME)
            found = any(w in cues or (digits and w[0].isdigit()) for w in self._new(words(sentence)))
        return float(found)

    def _new(self, found: list[str]) -> list[str]:
        said = _said(self.text)
        return [w for w in found if w.lower() not in said]


@lru_cache(maxsize=_REMEMBERED)
def _concepts(found: tuple[str, ...], own: str, language: str) -> Concepts:
    return {concept(w, language): weight(w, own) for w in found}


@lru_cache(maxsize=_REMEMBERED)
def _said(text: str) -> frozenset[str]:
    return frozenset(words(text))


def _gives_age(sentence: str, language: str) -> bool:
    """A figure with "Jahre", "aged", "born", or the figure alone in brackets as news prints it: "Meier (34)"."""
    found = words(sentence)
    counts = any(w[0].isdigit() or w in words_of(_FOLDER, "gives_number", language) for w in found)
    return bool(_AGE.search(sentence)) or (counts and any(w in words_of(_FOLDER, "gives_age", language) for w in found))


def read_question(text: str, language: str) -> Question:
    """Reads a question; `language` is that of the articles, for a question that doesn't tell its own."""
    own = _language(text, language)
    silent = stop_words(own) | words_of(_FOLDER, "tells_no_topic", own)
    return Question(text, own, _asked(text, own), tuple(w for w in words(text) if w not in silent))


def _language(text: str, fallback: str) -> str:
    """By function words alone: a question is too short for anything cleverer, and this needs no loading."""
    counts = {code: sum(w in stop_words(code) for w in words(text)) for code in LANGUAGES}
    best = max(counts.values())
    candidates = [code for code in LANGUAGES if counts[code] == best]
    return fallback if fallback in candidates or best == 0 else candidates[0]


def _asked(text: str, language: str) -> Asked:
    padded = f" {' '.join(words(text))} "
    return next((kind for kind in Asked if any(f" {cue} " in padded for cue in _cues(kind, language))), Asked.OTHER)


@cache
def _cues(kind: Asked, language: str) -> tuple[str, ...]:
    return tuple(sorted(words_of(_FOLDER, kind.value, language)))
