"""What a text speaks of at a glance: its words one by one, its places and its dates.

It says a thing as well as the bag of `spoken_of` does, without a unit for each word: most texts that a statement is
compared with are only glanced at, and many of their words are new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from assistant.judge.match import Gist
from assistant.judge.meaning import key_of, links_of, name_keys
from assistant.judge.unit import Unit, UnitKind
from assistant.judge.units import labels_in, place_links
from assistant.judge.worded import unspoken
from assistant.judge.written import WORD
from index.lexicon.meanings import known_words
from index.lexicon.words import concept_at
from index.places import places
from index.terms import stem
from index.wordlists import LANGUAGES


class Spoken(NamedTuple):
    """What a text's words and places are, each once and in its order: all that they must be looked up for.

    `names`: words with a capital that the lexicon does not know. `whole`: the concepts of whole words, `parts` those of
    parts of words, and `alone` of those again the ones whose word has no concept as a whole. `places` by id, as they
    stand there, with the stems of their words in `called`; `inner` are those in parts of words with a hyphen. `labels`
    are the keys of what is named by a letter and a number.
    """

    stems: tuple[str, ...]
    names: tuple[str, ...]
    whole: tuple[str, ...]
    parts: tuple[str, ...]
    alone: tuple[str, ...]
    places: tuple[str, ...]
    called: tuple[str, ...]
    inner: tuple[str, ...]
    labels: tuple[str, ...]


def spoken_in(text: str, language: str) -> Spoken:
    stops, known = unspoken(language), known_words(language) if language in LANGUAGES else None
    stems: list[str] = []
    names: list[str] = []
    whole: list[int] = []
    parts: list[int] = []
    alone: list[int] = []
    inner: list[str] = []
    for word in dict.fromkeys(WORD.findall(text)):
        lowered = word.lower()
        if meanings := known[word].meanings if known is not None else ():
            apart = [m.concept for m in meanings if m.part]
            whole += (m.concept for m in meanings if not m.part)
            parts += apart
            alone += apart if len(apart) == len(meanings) else ()
        elif lowered in stops:
            continue
        elif word[0].isupper():
            names.append(word)
        stems.append(stem(lowered.replace("’", "'"), language))
        if "-" in word:
            inner += (place.id for part in word.split("-") for place in places(part))
    there = places(text)
    return Spoken(
        tuple(dict.fromkeys(stems)),
        tuple(names),
        _ids(whole),
        _ids(parts),
        _ids(alone),
        tuple(dict.fromkeys(place.id for place in there)),
        tuple(dict.fromkeys(stem(place.words.lower(), language) for place in there)),
        tuple(dict.fromkeys(inner)),
        tuple(dict.fromkeys(labels_in(text))),
    )


def _ids(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(concept_at(number).id for number in dict.fromkeys(numbers))


class Glance(Gist):
    """`days`: finds the dates; called when one is asked for."""

    def __init__(self, spoken: Spoken, days: Callable[[], Iterable[Unit]]) -> None:
        self._find_days = days
        links = [links_of(concept) for concept in (*spoken.whole, *spoken.alone)]
        there = [place_links(place) for place in spoken.places]
        keys = {f"w:{stem}" for stem in spoken.stems}.union(map(key_of, spoken.whole), *map(name_keys, spoken.names))
        super().__init__(
            frozenset(keys.union(spoken.labels, *(place.keys for place in there))),
            frozenset().union(*(one.wider for one in links), *(place.wider for place in there)),
            frozenset(map(key_of, spoken.parts)).union(f"p:{place}" for place in spoken.inner),
            frozenset().union(*(one.near for one in links), *(place.near for place in there)),
            [*spoken.stems, *spoken.called],
        )

    def _counting(self, asked: Unit) -> Unit | None:
        return super()._counting(asked) if asked.kind is UnitKind.DATE else None  # it has no numbers

    @cached_property
    def _days(self) -> tuple[Unit, ...]:
        return tuple(self._find_days())

    def _counted(self) -> Iterable[Unit]:
        return self._days
