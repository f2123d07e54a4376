"""What a single word of a text means, by itself or taken apart, in a form that is found quickly again."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from index.lexicon.compounds import compound, of_verb
from index.lexicon.declension import true_meanings
from index.lexicon.inflection import key_of, lemma_key, name_key
from index.lexicon.russian import folded
from index.lexicon.tables import word_set
from index.lexicon.words import NOTHING, Senses, parted_particles, senses
from index.terms import stop_words

# What a word looks like, where that tells its meanings apart: in German by its capital, in Russian by its ending.
EITHER, LOWER, UPPER, VERBAL, REFLEXIVE, PARTICIPIAL, ADJECTIVAL, NOMINAL = range(8)
_REFLEXIVE = re.compile(r"(?:ся|сь)$")
_VERBAL = re.compile(r"(?:ть|[аеиоуыя]л[аои]?|[аеуюя][ею]т|[иеуюя]т)$")
_PARTICIPIAL = re.compile(r"[аеёя]н[аоы]?$")  # "задержаны", but "страны"
_ADJECTIVAL = re.compile(r"(?:[ыи][йхм]|ая|яя|[ое]е|ые|(?<![нт])ие|[ое]го|[ое]му|ую|юю|[ыи]ми)$")
_OPEN = re.compile(r"(?:[ое]|ой|ей)$")
_SHORTEST_ROOT = 3
_HARD = {"ч": "к", "ж": "г", "ш": "х"}  # what a noun's last letter was before the suffix of its adjective
_GENDER_MARK = re.compile(r"[*:_]")
_MOST = 200_000  # words that are remembered


class Meaning(NamedTuple):
    """`concept`: its number. `end`: how many letters of the word name it, 0 for all. `part`: see `Mention`."""

    concept: int
    end: int
    part: bool


class Known(NamedTuple):
    """A word as it is written. `key` is what it is looked up by.

    `shape`: one of those above. `capitals`: all of it. `meanings`: by itself, in that shape. `phrase_words`: the words
    of phrases that it can be. `parted`: the separable verbs that it can be without their particle, and `particle`:
    whether it can be one.
    """

    key: str
    shape: int
    capitals: bool
    meanings: tuple[Meaning, ...]
    phrase_words: tuple[int, ...]
    parted: tuple[int, ...]
    particle: bool


class _Words(dict[str, Known]):
    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> Known:
        if len(self) > _MOST:
            self.clear()
        self[word] = known = _known(word, self._language)
        return known


@cache
def known_words(language: str) -> dict[str, Known]:
    """The words of a language as they are met, each looked up once."""
    return _Words(language)


def _known(word: str, language: str) -> Known:
    capitals = word.isupper()
    shape = _shape(word, language)
    plain = word.lower() if word.isalpha() else _GENDER_MARK.sub("", word.lower())
    key = key_of(plain, language)
    found = senses(key, language)
    particle = language == "de" and key in parted_particles()
    meant = _exactly(word, plain, key, language)
    if not meant and not (language == "ru" and plain in word_set("ru", "bare")):
        meant = meanings(key, shape, capitals, language)
        if language == "ru" and meant and not capitals:
            meant = _of_forms(folded(plain), key, shape, meant)
    if not meant and word[0].islower() and (shape == ADJECTIVAL or (language == "ru" and word.endswith("ой"))):
        meant = tuple(Meaning(n, 0, True) for n in of_noun(key))  # with a capital, it is a surname as often
    if language == "en" and not meant and key not in stop_words("en"):
        meant = meanings(name_key(key), EITHER, capitals, language)  # a name in a text that is careless of capitals
    return Known(key, shape, capitals, meant, found.phrase_words, found.parted, particle)


def _of_forms(plain: str, key: str, shape: int, found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """What of a Russian stem's meanings this form of it can have."""
    if shape == REFLEXIVE:
        return found
    inflects = shape in (VERBAL, PARTICIPIAL, ADJECTIVAL)
    return tuple(Meaning(n, 0, False) for n in true_meanings(plain, key, [m.concept for m in found], inflects))


def _exactly(word: str, plain: str, key: str, language: str) -> tuple[Meaning, ...]:
    """What only this spelling means: a Russian word in its dictionary form, an English one with a capital."""
    if language == "ru":
        return meanings(lemma_key(plain), EITHER, False, language)
    if language == "en" and word[0].isupper():
        return meanings(name_key(key), EITHER, False, language)
    return ()


def _shape(word: str, language: str) -> int:
    if language == "de":
        return EITHER if word.isupper() and len(word) > 3 else UPPER if word[0].isupper() else LOWER
    if language == "ru" and len(word) > 3:
        lowered = word.lower()
        if _REFLEXIVE.search(lowered):
            return REFLEXIVE
        if _VERBAL.search(lowered):
            return VERBAL
        if _ADJECTIVAL.search(lowered) and not lowered.endswith(("ний", "ций")):
            return ADJECTIVAL
        if _PARTICIPIAL.search(lowered):
            return PARTICIPIAL
        return EITHER if _OPEN.search(lowered) else NOMINAL
    return EITHER


@lru_cache(maxsize=50_000)
def meanings(key: str, shape: int, capitals: bool, language: str) -> tuple[Meaning, ...]:
    """Of a word as `Known` describes it."""
    found = fitting(senses(key, language), shape, capitals)
    if language == "de" and shape != LOWER:
        found = found or of_verb(key)
    if found or language != "de":
        return tuple(Meaning(n, 0, False) for n in found)
    apart = compound(key, noun=True) if shape != LOWER else None
    apart = apart or (compound(key, noun=False) if shape != UPPER else None)
    if not apart:
        return ()
    before = tuple(Meaning(n, apart.border, True) for n in apart.modifier)
    return before + tuple(Meaning(n, 0, True) for n in apart.head)


def of_noun(adjective: str) -> tuple[int, ...]:
    """The concepts of the noun that a Russian adjective is made of, both as stems: "ракетн" has "ракет"."""
    for suffix in word_set("ru", "relational"):
        root = adjective.removesuffix(suffix).removesuffix("ь")
        if not adjective.endswith(suffix) or len(root) < _SHORTEST_ROOT:
            continue
        hard = root[:-1] + _HARD.get(root[-1], root[-1])
        if found := senses(root, "ru").nouns or senses(hard, "ru").nouns:
            return found
    return ()


def fitting(sense: Senses, shape: int, capitals: bool) -> tuple[int, ...]:
    """The meanings that a word of this shape has, where it could have several: a German noun is never without its
    capital nor a finite verb with one ("Malte"), and one stem may be a Russian verb's and a noun's."""
    if sense is NOTHING:
        return ()
    if capitals and sense.capitals:
        return sense.capitals
    nouns, adjectives, verbs = sense.nouns, sense.others, sense.verbs + sense.reflexives
    either = nouns + adjectives + verbs + sense.finite
    by_shape = {
        LOWER: adjectives + verbs + sense.finite,
        UPPER: nouns or adjectives + verbs,
        VERBAL: sense.verbs or nouns + adjectives or verbs + sense.finite,
        REFLEXIVE: sense.reflexives or verbs or either,
        PARTICIPIAL: nouns + verbs or either,
        ADJECTIVAL: adjectives or either,
        NOMINAL: nouns or either,
    }
    return tuple(dict.fromkeys(by_shape.get(shape, either)))
