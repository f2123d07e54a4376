"""What one word can mean: looked up in the compiled tables, German compounds taken apart."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from index.lexicon.compiled import BUCKET, compiled
from index.lexicon.concepts import Concept


class Senses(NamedTuple):
    """Numbers: of the concepts of a noun, an adjective, a verb, a name in capitals; of separable verbs; of words that
    phrases are made of; of the concepts of a Russian verb in -ся, and of a German one by a form that is only finite."""

    nouns: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    verbs: tuple[int, ...] = ()
    capitals: tuple[int, ...] = ()
    parted: tuple[int, ...] = ()
    phrase_words: tuple[int, ...] = ()
    frequency: tuple[int, ...] = ()
    reflexives: tuple[int, ...] = ()
    finite: tuple[int, ...] = ()

    @property
    def frequent(self) -> bool:
        """Whether it is a frequent word of German, be it in the lexicon or not."""
        return bool(self.frequency)

    @property
    def any(self) -> bool:
        return bool(self.nouns or self.others or self.verbs or self.reflexives or self.finite or self.capitals)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`rest`: its words in order but for the `verb`, which may stand elsewhere. `parted`: the last one is the particle
    of the verb. `tight`: the rest are function words, which stand beside it. `word_set`: all of the words."""

    concept: int
    verb: int | None
    rest: tuple[int, ...]
    word_set: frozenset[int]
    parted: bool
    tight: bool


NOTHING = Senses()


_texts = cache(compiled)


@cache
def _table(name: str) -> Any:
    return json.loads(_texts()[name])


@cache
def concept_at(number: int) -> Concept:
    """Read only where it is asked for: there are thousands."""
    identifier, kind, *links = _table("concepts")[number].split(";")
    return Concept(identifier, kind, *(frozenset(ids.split()) for ids in links))


@cache
def numbers() -> Mapping[str, int]:
    """The concepts' numbers by their ids."""
    return {line.partition(";")[0]: number for number, line in enumerate(_table("concepts"))}


@cache
def _forms(language: str) -> Mapping[str, str]:
    forms: Mapping[str, str] = _table(language)["forms"]
    return forms


@lru_cache(maxsize=100_000)
def senses(key: str, language: str) -> Senses:
    """Of a word as `inflection.key_of` writes it."""
    bucket = _forms(language).get(key[:BUCKET])
    if bucket is None:
        return NOTHING
    start = bucket.find(f";{key}=")
    if start < 0:
        return NOTHING
    start += len(key) + 2
    return _parsed(bucket[start : bucket.index(";", start)])


@lru_cache(maxsize=20_000)
def _parsed(line: str) -> Senses:
    numbers: dict[str, list[int]] = {letter: [] for letter in "navcspfrw"}
    for sense in line.split(" "):
        numbers[sense[0]].append(int(sense[1:]))
    return Senses(*map(tuple, numbers.values()))


class Listed(NamedTuple):
    """A Russian word as an entry lists it: the letter of its sense, its concept, its dictionary form."""

    part: str
    concept: int
    lemma: str


@lru_cache(maxsize=20_000)
def listed(stem: str) -> tuple[Listed, ...]:
    """The Russian words that have a stem."""
    found = (word.split(":") for word in _table("ru")["lemmas"].get(stem, "").split())
    return tuple(Listed(sense[0], int(sense[1:]), lemma) for sense, lemma in found)


@cache
def particles() -> Mapping[int, tuple[str, int]]:
    """Particle and concept of a separable verb, by its number."""
    return {n: (particle, concept) for n, (particle, concept) in enumerate(_table("de")["parted"])}


@cache
def parted_particles() -> frozenset[str]:
    """The particles of all separable verbs."""
    return frozenset(particle for particle, _ in particles().values())


@cache
def phrases(language: str) -> Mapping[int, Sequence[Phrase]]:
    """Phrases by the rarest of their words, which is where they are looked for."""
    made = [_phrase(*numbers) for numbers in _table(language)["phrases"]]
    uses: defaultdict[int, int] = defaultdict(int)
    for phrase in made:
        for word in phrase.word_set:
            uses[word] += 1
    by_word: defaultdict[int, list[Phrase]] = defaultdict(list)
    for phrase in made:
        by_word[min(phrase.word_set, key=lambda w: uses[w])].append(phrase)
    return by_word


def _phrase(concept: int, words: Sequence[int], verb: int, parted: bool, tight: bool) -> Phrase:
    rest = tuple(w for n, w in enumerate(words) if n != verb)
    return Phrase(concept, words[verb] if verb >= 0 else None, rest, frozenset(words), parted, tight)
