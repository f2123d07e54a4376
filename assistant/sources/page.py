"""A text cut into words once, with what the word lists say of each, so that its phrases can be read cheaply."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from assistant.sources.words import Match, book, key
from index.documents import Span

_WORD = re.compile(
    r"[^\W\d_]\.(?=\s|$|,)|[^\W_]+(?:['’.&/-][^\W_]+)*(?:['’](?=\s))?|&|[„“”\"«»‚‘’›‹]|[(),;:–—.!?]"  # words, marks
)
MARKS = frozenset('„“«»"‚‘’›‹”')
BREAKS = frozenset(",;:–—().!?")


class Word(NamedTuple):
    text: str
    low: str
    start: int
    end: int


class Page:
    """`texts` and `keys` are those of `words`, in their order."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.words = [Word(m.group(), m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
        self.texts = [w.text for w in self.words]
        self.keys = [key(t, language) for t in self.texts]
        self._starts = [w.start for w in self.words]
        self._book = book(language)
        self._matches: dict[int, Match | None] = {}

    def range(self, span: Span) -> tuple[int, int]:
        """The numbers of the first word within a span and of the first after it."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def match(self, at: int) -> Match | None:
        """The longest entry of the word lists that begins at a word."""
        if at not in self._matches:
            self._matches[at] = self._book.match(self.texts, self.keys, at) if self.texts[at][0].isalnum() else None
        return self._matches[at]

    def entry(self, word: str) -> Match | None:
        """What the word lists say of a single word."""
        return self._book.match([word], [key(word, self.language)], 0)
