"""German nouns and noun phrases: what is a noun and no name, and the form of the dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from assistant.gate.nouns import Token, is_common
from index.documents import Span
from index.wordlists import word_list

_ENDINGS = {"m": "er", "f": "e", "n": "es", "p": "e"}
_ADJECTIVE_ENDINGS = ("en", "em", "er", "es", "e")
_NAMING = re.compile(r"(?:sch|lich|ig|Rot|Neu|Groß|Alt|Jung|Frei|Grün|Weiß|Blau|Ober|Unter)en\Z")  # adjectives
_NUMERALS = frozenset(["zwei", "drei", "vier", "fünf", "sechs", "mehrere", "einige", "viele", "beide", "zahlreiche"])
_SHORTEST_DATIVE = 6  # letters of a plural in "-ern": "Teilnehmern", but "Bayern"


def _list(name: str) -> tuple[str, ...]:
    return word_list("assistant.words/sources", "german")[name]


def forms_of(phrase: str) -> list[tuple[str, ...]]:
    """A listed word or phrase in all the forms in which it may stand, in lower case; adjectives before their noun.

    Stems won't do for looking up: Snowball's make one of "Arbeit" and "Arbeiter".
    """
    *before, noun = phrase.lower().split()
    choices = [_adjective_forms(word) for word in before] + [_noun_forms(noun)]
    return list(product(*choices))


def _adjective_forms(word: str) -> list[str]:
    stem = next((word.removesuffix(e) for e in _ADJECTIVE_ENDINGS if word.endswith(e)), None)
    return [f"{stem}{ending}" for ending in _ADJECTIVE_ENDINGS] if stem and len(stem) > 2 else [word]


def _noun_forms(word: str) -> list[str]:
    if word.endswith("in"):
        return [word, f"{word}nen"]
    if word.endswith("e"):
        return [word, f"{word}n", f"{word}s"]
    if word.endswith(("er", "el", "en", "ium")):
        return [word, f"{word}s", f"{word}n"]
    return [word, *(f"{word}{ending}" for ending in ("s", "es", "e", "en", "n"))]


@lru_cache(maxsize=20_000)
def is_noun(word: str) -> bool:
    """Whether a capitalised word is a common noun of the language."""
    return is_common(Token(word, Span(0, len(word)), "", "", False), "de")


def gender_of(noun: str) -> str:
    """m, f, n, or p for a plural; a guess by the noun's end."""
    low = noun.lower()
    if low.endswith(_list("plural")):
        return "p"
    if low.endswith(_list("feminine")):
        return "f"
    return "n" if low.removesuffix("s").removesuffix("e").endswith(_list("neuter")) else "m"


def nominative(words: Sequence[str]) -> list[str]:
    """ "des ukrainischen Militärgeheimdienstes" -> "ukrainischer Militärgeheimdienst"; anything harder stays."""
    rest = list(words)
    determiner = rest.pop(0).lower() if len(rest) > 1 and rest[0].lower() in _list("determiners") else ""
    head = next((n for n, w in enumerate(rest) if w[0].isupper()), None)
    if head is None or any(not w.isalpha() for w in rest[:head]):
        return rest
    if determiner and head + 1 < len(rest) and _NAMING.search(rest[head]):  # "der Westmärkischen Zeitung"
        noun = _without_genitive(rest[head + 1]) if determiner in ("des", "eines") else rest[head + 1]
        return [*rest[:head], _ended(rest[head], gender_of(noun)), noun, *rest[head + 2 :]]
    if determiner in _list("genitives"):
        rest[head] = _without_genitive(rest[head])
    if rest[head].lower().endswith(("kreisen", "ern")) and not determiner and len(rest[head]) > _SHORTEST_DATIVE:
        rest[head] = rest[head][:-1]
    if not determiner and all(w.endswith("e") for w in rest[:head]):
        return rest
    gender = "p" if rest[0].lower() in _NUMERALS else gender_of(rest[head])
    return [*(_ended(w, gender) for w in rest[:head]), *rest[head:]]


def _without_genitive(noun: str) -> str:
    if noun.endswith(("stes", "tes", "des", "kes", "fes", "ses", "ges")):
        return noun[:-2]
    return noun.removesuffix("s") if not noun.endswith("ss") else noun


def _ended(adjective: str, gender: str) -> str:
    if adjective.endswith("einander"):  # "voneinander unabhängige"
        return adjective
    for ending in _ADJECTIVE_ENDINGS:
        if adjective.endswith(ending) and len(adjective) > len(ending) + 3:
            return adjective[: -len(ending)] + _ENDINGS[gender]
    return adjective
