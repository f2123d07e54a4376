"""What a single word or token says of numbers: its value, whether it scales, whether a number may begin with it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.gate.figures import word_value
from assistant.gate.valued import forms
from index.wordlists import words_of

_LETTERS = re.compile(r"[^\W\d_]+")
_REMEMBERED = 50_000  # words


@lru_cache(maxsize=_REMEMBERED)
def worth(word: str, language: str) -> tuple[float, bool, bool] | None:
    """A word's value, whether it scales what stands before it, and whether it is surely a number."""
    if word in words_of("assistant.words", "one_words", language):
        return 1.0, False, False
    scale = forms("scale_words", language).value(word)
    if scale:
        return float(scale), True, True
    value = word_value(word, language)
    return (value, False, True) if value is not None else None


class Count(NamedTuple):
    """Whether a number may begin with a token, and the value that it has where it is a vague one."""

    begins: bool
    vague: str | None


class Counts(dict[str, Count | None]):
    """What the tokens that were met say of numbers; most words say nothing."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, token: str) -> Count | None:
        if len(self) > _REMEMBERED:
            self.clear()
        lowered = token.lower()
        begins = not _LETTERS.fullmatch(token) or worth(lowered, self._language) is not None
        vague = vague_worth(lowered, self._language)
        self[token] = count = Count(begins, vague) if begins or vague else None
        return count


@cache
def counts(language: str) -> Counts:
    return Counts(language)


@lru_cache(maxsize=_REMEMBERED)
def vague_worth(word: str, language: str) -> str | None:
    return forms("vague_words", language).value(word)
