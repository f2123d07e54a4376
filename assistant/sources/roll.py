"""An article's figures by their names, so that a long article with many people is not gone through for each name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from assistant.sources.figures import Figure, word_keys
from assistant.sources.words import grammar


class Roll:
    """Figures in the order in which they entered; names that they get later are known as soon as they have them.

    What may fit is looked up by words, as `Figure.called` would compare them: a single word with a single one or with
    the end of several, several words with at least two of several.
    """

    def __init__(self) -> None:
        self._entered: list[Figure] = []
        self._alone: defaultdict[str, set[int]] = defaultdict(set)
        self._at_end: defaultdict[str, set[int]] = defaultdict(set)
        self._within: defaultdict[str, set[int]] = defaultdict(set)

    def enter(self, figure: Figure) -> None:
        number = len(self._entered)
        self._entered.append(figure)
        for name in figure.names:
            self._note(number, name)
        figure.heard = lambda name: self._note(number, name)

    def called(self, name: str) -> Iterator[Figure]:
        """Whom a name may mean, those first who entered first."""
        words = [w for w in name.split() if w.lower() not in grammar("articles")]
        numbers = self._found(self._alone, *words)
        if len(words) == 1:
            numbers |= self._found(self._at_end, *words)
        for one, other in combinations([self._found(self._within, w) for w in words], 2):
            numbers |= one & other
        return (self._entered[n] for n in sorted(numbers) if self._entered[n].called(name))

    def _note(self, number: int, name: str) -> None:
        words = name.split()
        ends = words[-1:] if self._entered[number].person else [words[0], words[-1]] if words else []
        repeats = any(word_keys(one) & word_keys(other) for one, other in combinations(words, 2))
        self._add(self._alone, words if len(words) == 1 or repeats else [], number)
        self._add(self._at_end, ends, number)
        self._add(self._within, words, number)

    def _add(self, index: defaultdict[str, set[int]], words: list[str], number: int) -> None:
        for word in words:
            for key in word_keys(word):
                index[key].add(number)

    def _found(self, index: defaultdict[str, set[int]], *words: str) -> set[int]:
        return set().union(*(index[key] for word in words for key in word_keys(word) if key in index))
