"""What a text speaks of at a glance: its words one by one, its places and its dates.

It says a thing as well as the bag of `spoken_of` does, without a unit for each word: most texts that a statement is
compared with are only glanced at, and many of their words are new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from assistant.judge.match import Gist
from assistant.judge.meaning import joined, name_keys, places_in_parts
from assistant.judge.unit import Unit
from assistant.judge.units import WORD, meant_by, places_in, unspoken
from index.terms import stem


class Glance(Gist):
    """`days`: finds the dates; called when one is asked for."""

    def __init__(self, text: str, language: str, days: Callable[[], Iterable[Unit]]) -> None:
        self._find_days = days
        stops, there = unspoken(language), places_in(text, language)
        words = {word: meant_by(word, language) for word in dict.fromkeys(WORD.findall(text))}
        kept = [word for word, meant in words.items() if meant or word.lower() not in stops]
        stems = [stem(word.lower().replace("’", "'"), language) for word in kept]
        links = [joined(meant) for meant in words.values() if meant]
        names = [name_keys(word) for word in kept if word[0].isupper() and not words[word]]
        parts = [places_in_parts(word) for word in kept if "-" in word]
        super().__init__(
            frozenset(f"w:{s}" for s in stems).union(*names, *(one.keys for one in links), *(u.keys for u in there)),
            frozenset().union(*(one.wider for one in links), *(u.wider for u in there)),
            frozenset().union(*(one.parts for one in links), *parts),
            frozenset().union(*(one.near for one in links), *(u.near for u in there)),
            [*stems, *(u.stem for u in there)],
        )

    @cached_property
    def _days(self) -> tuple[Unit, ...]:
        return tuple(self._find_days())

    def _counted(self) -> Iterable[Unit]:
        return self._days
