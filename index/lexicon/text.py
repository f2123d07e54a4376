"""A text as the lexicon reads it: its words, where clauses and sentences end, which words have a capital by right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from index.documents import Span
from index.lexicon.inflection import articles
from index.lexicon.meanings import EITHER, Known, known_words

_LETTERS = "[A-Za-zÀ-ÖØ-öø-ɏЀ-ӿ]+"  # of our languages and their neighbours; a set is quicker than all letters
_WORD = re.compile(rf"({_LETTERS}(?:['’]{_LETTERS})?(?:[*:_]in(?:nen)?\b)?)")
_SENTENCE_END = re.compile(r"(?<!\d)[.!?…](?=\W)|[;\n]")
_OPENING = re.compile(r"[„“\"»«:(–—•]")
_HYPHENS = ("-", "\u2010", "\u2011")


class Gap(NamedTuple):
    """What follows a word: a hyphen, the end of its clause, of its sentence; whether what comes next begins one."""

    hyphen: bool
    clause_ends: bool
    sentence_ends: bool
    opens: bool


class Reading:
    """The words of a text by their places, 0 and up. What is not asked for is not worked out: most texts are only
    looked through for their words. `written`: the words as they stand there."""

    def __init__(self, text: str, language: str) -> None:
        self.language = language
        self._text = text
        self._parts = _WORD.split(text)  # what is between words and words by turns: quicker than match by match
        self.written: Sequence[str] = self._parts[1::2]
        table = known_words(language)
        self.words: Sequence[Known] = [table[word] for word in self.written]

    @cached_property
    def gaps(self) -> Sequence[Gap]:
        return [_gap(between) for between in (*self._parts[2:-1:2], "\n")]

    @cached_property
    def sentences(self) -> Sequence[int]:
        """The number of each word's sentence."""
        return list(accumulate((gap.sentence_ends for gap in self.gaps), initial=0))

    @cached_property
    def ordinals(self) -> Sequence[int]:
        """How many words that are no articles stand before each."""
        passed_over = articles(self.language)
        return list(accumulate((word.key not in passed_over for word in self.words), initial=0))

    @cached_property
    def shapes(self) -> Sequence[int]:
        """Of each word; in German EITHER where the place or the text decides whether there is a capital."""
        if self.language != "de":
            return [word.shape for word in self.words]
        if self.caseless:
            return [EITHER] * len(self.words)
        initial = (True, *(gap.opens for gap in self.gaps))
        return [EITHER if begins else word.shape for begins, word in zip(initial, self.words, strict=False)]

    @cached_property
    def caseless(self) -> bool:
        return self._text.islower()

    @cached_property
    def _ends(self) -> Sequence[int]:
        return list(accumulate(map(len, self._parts)))

    def bounds(self, place: int) -> tuple[int, int]:
        """The characters at which a word begins, and at which it has ended."""
        return self._ends[2 * place], self._ends[2 * place + 1]

    def span(self, first: int, last: int) -> Span:
        """The characters from one word to another."""
        return Span(self._ends[2 * first], self._ends[2 * last + 1])

    def group(self, place: int) -> int:
        """How many words from here on are one hyphenated word."""
        gaps, length = self.gaps, 1
        while gaps[place + length - 1].hyphen and place + length < len(self.words):
            length += 1
        return length


@lru_cache(maxsize=10_000)
def _gap(between: str) -> Gap:
    ends = _SENTENCE_END.search(between + " ") is not None
    clause_ends = ends or between.strip() not in ("", "'", "’", *_HYPHENS)
    return Gap(between in _HYPHENS, clause_ends, ends, ends or _OPENING.search(between) is not None)
