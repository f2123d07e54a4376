"""Whom a pronoun means: "er", "she", "они", "one of them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.sources.figures import Figure
from assistant.sources.memory import Test
from assistant.sources.phrase import Phrase
from assistant.sources.words import grammar

if TYPE_CHECKING:
    from assistant.sources.cast import Cast

_LONGEST = 2  # words: "she", "und er"


_TESTS: dict[str, tuple[Test, ...]] = {
    "he": (lambda f: f.person and f.gender in ("m", ""), lambda f: not f.person and f.gender in ("m", "n", "")),
    "she": (
        lambda f: f.person and f.gender in ("f", ""),
        lambda f: f.gender in ("f", "p") or (not f.person and not f.gender),
    ),
    "it": (lambda f: not f.person,),
    "they": (lambda f: True,),
}
_GERMAN_ES: tuple[Test, ...] = (lambda f: not f.person and f.gender == "n",)  # which is seldom anybody


def pronoun(cast: Cast, phrase: Phrase) -> Figure | None:
    """Who is meant, where the words are a pronoun and somebody fits it."""
    if " ".join(phrase.words[:3]).lower().startswith(tuple(grammar("one_of", cast.language))):
        return cast.memory.referent(lambda f: f.person or not f.named)
    if not phrase.words or len(phrase.words) > _LONGEST:
        return None
    word = phrase.words[-1].lower()
    for name, tests in _TESTS.items():
        if word in grammar(name, cast.language):
            return cast.memory.referent(*(_GERMAN_ES if name == "it" and cast.language == "de" else tests))
    return None
