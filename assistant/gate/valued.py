"""Word lists whose entries are a value and its forms ("3 drei dreier"), for numbers, months, days and currencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from index.wordlists import LANGUAGES, word_list

_FOLDER = "assistant.words"
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Forms:
    """Values by word, and by how a word begins (entries ending in `*`)."""

    exact: Mapping[str, str]
    starts: tuple[tuple[str, str], ...]
    begins: tuple[str, ...]

    def value(self, word: str) -> str | None:
        found = self.exact.get(word)
        if found is None and word.startswith(self.begins):  # few do, and this asks for all of them at once
            return next((value for start, value in self.starts if word.startswith(start)), None)
        return found


@cache
def forms(name: str, language: str) -> Forms:
    """The list of one language; of all of them where the language is none of ours."""
    exact: dict[str, str] = {}
    starts: list[tuple[str, str]] = []
    for code in (language,) if language in LANGUAGES else LANGUAGES:
        for entry in word_list(_FOLDER, code).get(name, ()):
            value, *words = entry.split()
            starts += [(word[:-1], value) for word in words if word.endswith("*")]
            exact.update((word, value) for word in words if not word.endswith("*"))
    return Forms(exact, tuple(starts), tuple(start for start, _ in starts))


def at_digits(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """`pattern.finditer` for a pattern that begins with a digit after a look behind: most texts have few digits, and
    the search for such a pattern looks behind every letter."""
    at = 0
    while digit := _DIGIT.search(text, at):
        match = pattern.match(text, digit.start())
        if match:
            yield match
        at = (match or digit).end()
