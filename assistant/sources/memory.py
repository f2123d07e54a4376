"""Whom an article has named so far, and where: whom a pronoun or a word such as "the office" means."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.sources.figures import Figure
from index.documents import Span
from index.terms import stem

Test = Callable[[Figure], bool]

_EARLY = 25  # characters into a sentence within which its subject stands
_NOT_FAR = 300  # characters


@dataclass(frozen=True, slots=True)
class _Mention:
    """`leading`: as speaker, or where a sentence has its subject."""

    at: int
    figure: Figure
    leading: bool


class Memory:
    """`at` is the place that has been reached; `starts` are those of the article's sentences."""

    def __init__(self, text: str, language: str, starts: Sequence[int]) -> None:
        self.at = 0
        self._text = text
        self._language = language
        self._starts = starts
        self._mentions: list[_Mention] = []
        self._coming: list[tuple[int, int, Figure]] = []
        self._roles: dict[str, Figure] = {}

    def note(self, at: int, figure: Figure, leading: bool | None = None) -> None:
        """`leading` is told by the place where it is not given."""
        self._mentions.append(_Mention(at, figure, self._is_early(at) if leading is None else leading))

    def expect(self, figure: Figure, name: str) -> None:
        """Notes where else the article has a name, so that a pronoun there means its bearer."""
        wanted = name.rsplit(maxsplit=1)[-1] if figure.person else name
        for found in re.finditer(rf"\b{re.escape(wanted)}s?\b", self._text[self.at :]):
            insort(self._coming, (self.at + found.start(), len(self._coming), figure), key=lambda coming: coming[0])

    def reach(self, until: int) -> None:
        """Takes in the names that were expected before a place."""
        while self._coming and self._coming[0][0] < until:
            at, _, figure = self._coming.pop(0)
            self.note(at, figure)

    def latest(self, test: Test) -> Figure | None:
        """The last named that passes the test, or for whom the last named speaks."""
        return next((found for m in reversed(self._mentions) if (found := _passing(m.figure, test))), None)

    def within(self, span: Span, test: Test) -> list[Figure]:
        """Whom the words of a span name, in the order of the text."""
        found = [m for m in self._mentions if span.start <= m.at < span.end and test(m.figure)]
        return [m.figure for m in sorted(found, key=lambda m: m.at)]

    def subject(self) -> Figure | None:
        """The last speaker or subject, if not far back."""
        return next((m.figure for m in reversed(self._mentions) if m.leading and self.at - m.at <= _NOT_FAR), None)

    def referent(self, *tests: Test, near: int | None = None) -> Figure | None:
        """Whom a pronoun means: the last speaker or subject of the paragraph that fits, else anybody who does."""
        paragraph = self._text.rfind("\n", 0, self.at)
        earliest = -1 if near is None else self.at - near
        for test in tests:
            for leading, since in ((True, paragraph), (False, paragraph), (True, -1), (False, -1)):
                known = (
                    m for m in reversed(self._mentions) if m.at >= max(since, earliest) and (m.leading or not leading)
                )
                if found := next((f for m in known if (f := _passing(m.figure, test))), None):
                    return found
        return None

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
