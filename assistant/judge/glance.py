"""What a text speaks of at a glance: its words one by one, its places and its dates.

It says a thing as well as the bag of `spoken_of` does, without a unit for each word: most texts that a statement is
compared with are only glanced at, and many of their words are new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from assistant.judge.match import Gist, Keys
from assistant.judge.meaning import key_of, links_of, name_keys, places_in_parts
from assistant.judge.unit import Unit
from assistant.judge.units import WORD, meant_by, places_in, unspoken
from index.terms import stem


class Spoken(NamedTuple):
    """The words and places of a text, as they can be kept with it: all that needs its words to be looked up.

    `stems`: of its words. `names`: those with a capital that the lexicon does not know. `keys` and `parts`: as a
    `Unit` has them, without those of stems and names. `linked`: the concepts whose links count, of whole words or else
    of parts. `places`, `wider` and `near`: of its places the stems, and what a `Unit` has besides.
    """

    stems: Keys
    names: Keys
    keys: Keys
    parts: Keys
    linked: Keys
    places: Keys
    wider: Keys
    near: Keys


def spoken_in(text: str, language: str) -> Spoken:
    stops, there = unspoken(language), places_in(text, language)
    words = {word: meant_by(word, language) for word in dict.fromkeys(WORD.findall(text))}
    told = [word for word, meant in words.items() if meant or word.lower() not in stops]
    whole = {word: {concept for concept, part in meant if not part} for word, meant in words.items()}
    parts = {word: {concept for concept, part in meant if part} for word, meant in words.items()}
    return Spoken(
        stems=frozenset(stem(word.lower().replace("’", "'"), language) for word in told),
        names=frozenset(word for word in told if word[0].isupper() and not words[word]),
        keys=frozenset(map(key_of, frozenset().union(*whole.values()))).union(*(u.keys for u in there)),
        parts=frozenset(map(key_of, frozenset().union(*parts.values()))).union(
            *(places_in_parts(word) for word in told if "-" in word)
        ),
        linked=frozenset().union(*(whole[word] or parts[word] for word in words)),
        places=frozenset(u.stem for u in there),
        wider=frozenset().union(*(u.wider for u in there)),
        near=frozenset().union(*(u.near for u in there)),
    )


class Glance(Gist):
    """`days`: finds the dates; called when one is asked for."""

    def __init__(self, spoken: Spoken, days: Callable[[], Iterable[Unit]]) -> None:
        self._find_days = days
        links = [links_of(concept) for concept in spoken.linked]
        super().__init__(
            spoken.keys.union((f"w:{stem}" for stem in spoken.stems), *map(name_keys, spoken.names)),
            spoken.wider.union(*(one.wider for one in links)),
            spoken.parts,
            spoken.near.union(*(one.near for one in links)),
            [*spoken.stems, *spoken.places],
        )

    @cached_property
    def _days(self) -> tuple[Unit, ...]:
        return tuple(self._find_days())

    def _counted(self) -> Iterable[Unit]:
        return self._days
