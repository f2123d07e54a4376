"""Whom an article has named so far, and where: whom a pronoun or a word such as "the office" means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from assistant.sources.figures import Figure
from index.documents import Span
from index.terms import stem

Test = Callable[[Figure], bool]

_EARLY = 25  # characters into a sentence within which its subject stands
_NOT_FAR = 300  # characters
_BEGINNING = -1  # where a publisher that speaks itself is noted


@dataclass(frozen=True, slots=True)
class _Mention:
    """`noted`: how many were noted before it; `leading`: as speaker, or where a sentence has its subject."""

    at: int
    noted: int
    figure: Figure
    leading: bool


class Memory:
    """`at` is the place that has been reached; `starts` are those of the article's sentences."""

    def __init__(self, text: str, language: str, starts: Sequence[int]) -> None:
        self.at = 0
        self._text = text
        self._language = language
        self._starts = starts
        self._mentions: list[_Mention] = []  # in the order of the text
        # Everybody once, whoever was named last at the end: a long article names the same people again and again.
        self._latest: dict[Figure, None] = {}
        self._latest_leading: dict[Figure, None] = {}
        self._coming: list[tuple[int, int, Figure]] = []
        self._expected = 0
        self._roles: dict[str, Figure] = {}

    def note(self, at: int, figure: Figure, leading: bool | None = None) -> None:
        """`leading` is told by the place where it is not given."""
        leading = self._is_early(at) if leading is None else leading
        insort(self._mentions, _Mention(at, len(self._mentions), figure, leading), key=_at)
        for latest in (self._latest, self._latest_leading) if leading else (self._latest,):
            latest.pop(figure, None)
            latest[figure] = None

    def expect(self, figure: Figure, name: str) -> None:
        """Notes where else the article has a name, so that a pronoun there means its bearer."""
        wanted = name.rsplit(maxsplit=1)[-1] if figure.person else name
        for at in self._places(wanted):
            heappush(self._coming, (at, self._expected, figure))
            self._expected += 1

    def _places(self, name: str) -> Iterator[int]:
        """Where a name stands as a word of its own from here on, perhaps with an "s" for whose. `find` is much faster
        than an expression, which would be compiled for each name of each article."""
        at = self._text.find(name, self.at) if name else -1
        while at >= 0:
            end = at + len(name)
            whole = self._parts_words(at) and (
                self._parts_words(end) or (self._text.startswith("s", end) and self._parts_words(end + 1))
            )
            if whole:
                yield at
            at = self._text.find(name, end if whole else at + 1)

    def _parts_words(self, at: int) -> bool:
        """Whether a word begins or ends at a place."""
        return _is_of_word(self._text[at - 1 : at]) != _is_of_word(self._text[at : at + 1])

    def reach(self, until: int) -> None:
        """Takes in the names that were expected before a place."""
        while self._coming and self._coming[0][0] < until:
            at, _, figure = heappop(self._coming)
            self.note(at, figure)

    def latest(self, test: Test) -> Figure | None:
        """The last named that passes the test, or for whom the last named speaks."""
        return _first(self._recent(_BEGINNING), test)

    def within(self, span: Span, test: Test) -> list[Figure]:
        """Whom the words of a span name, in the order of the text."""
        first, end = (bisect_left(self._mentions, at, key=_at) for at in (span.start, span.end))
        return [m.figure for m in self._mentions[first:end] if test(m.figure)]

    def subject(self) -> Figure | None:
        """The last speaker or subject, if not far back."""
        return next(self._recent(self.at - _NOT_FAR, leading=True), None)

    def referent(self, *tests: Test, near: int | None = None) -> Figure | None:
        """Whom a pronoun means: the last speaker or subject of the paragraph that fits, else anybody who does."""
        paragraph = self._text.rfind("\n", 0, self.at)
        earliest = _BEGINNING if near is None else self.at - near
        for test in tests:
            for leading, since in ((True, paragraph), (False, paragraph), (True, _BEGINNING), (False, _BEGINNING)):
                if found := _first(self._recent(max(since, earliest), leading=leading), test):
                    return found
        return None

    def _recent(self, since: int, *, leading: bool = False) -> Iterator[Figure]:
        """Whoever was named from a place on, the last noted first."""
        if since <= _BEGINNING:
            return reversed(self._latest_leading if leading else self._latest)
        here = self._mentions[bisect_left(self._mentions, since, key=_at) :]
        here.sort(key=lambda m: m.noted, reverse=True)
        return (m.figure for m in here if m.leading or not leading)

    def remember(self, role: str, figure: Figure) -> None:
        self._roles[stem(role.lower(), self._language)] = figure

    def remembered(self, role: str) -> Figure | None:
        """Who had a role last."""
        return self._roles.get(stem(role.lower(), self._language))

    def _is_early(self, at: int) -> bool:
        number = bisect_right(self._starts, at) - 1
        start = self._starts[number] if number >= 0 else at
        return number >= 0 and at - start <= _EARLY and "," not in self._text[start:at]


def _passing(figure: Figure, test: Test) -> Figure | None:
    if test(figure):
        return figure
    return figure.body if figure.speaks_for and test(figure.body) else None


def _first(figures: Iterator[Figure], test: Test) -> Figure | None:
    return next((found for figure in figures if (found := _passing(figure, test))), None)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _at(mention: _Mention) -> int:
    return mention.at
