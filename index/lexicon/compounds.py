"""German compounds that the lexicon does not list, taken apart at the border before their head."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from index.lexicon.german_verbs import ADJECTIVE_ENDINGS
from index.lexicon.tables import word_set
from index.lexicon.words import NOTHING, senses

_SHORTEST_HEAD = 4
_SHORTEST_MODIFIER = 3
_LINKS = ("", "s", "es", "n", "en", "er", "e")
# What turns the head into its contrary, or is no word of its own.
_NO_MODIFIERS = frozenset(
    ("un", "nicht", "anti", "gegen", "ver", "zer", "ent", "ein", "los", "der", "die", "das", "den")
)


@dataclass(frozen=True, slots=True)
class Compound:
    """Numbers of the head's concepts, of those of what stands before it, and how many letters the latter has.

    A head that is hardly more than an ending has none: who is "arbeitslos" is not loose.
    """

    head: tuple[int, ...]
    modifier: tuple[int, ...]
    border: int


@lru_cache(maxsize=100_000)
def compound(word: str, noun: bool) -> Compound | None:
    """A word in lower case taken apart, its head as long as it can be; None where that gives no known head.

    `noun`: the head is a noun, else an adjective. A frequent word with an adjective at its end is hardly ever made of
    it: "vielleicht", "beziehungsweise".
    """
    if not noun and (shaded := _shaded(word)):
        return shaded
    if _is_undivided(word) or (not noun and senses(word, "de").frequent):
        return None
    no_heads, place_heads = word_set("de", "no_heads"), word_set("de", "place_heads")
    for border in range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_HEAD + 1):
        rest = word[border:]
        if rest in no_heads:
            continue
        found = senses(rest, "de")
        if found is NOTHING and not (noun and "ung" in rest):  # for most borders
            continue
        head = found.nouns or of_verb(rest) if noun else found.others
        if head and (modifier := _modifier(word[:border])) is not None and (modifier or rest not in place_heads):
            return Compound(head, modifier, border)
    return _with_short_head(word) if noun else None


def _with_short_head(word: str) -> Compound | None:
    """ "Patentamt": of a head of three letters what stands before it must be known."""
    ending = _ending(word, "short_heads")
    border = len(word) - len(ending)
    if ending and border >= _SHORTEST_HEAD and (modifier := _modifier(word[:border])):
        return Compound(senses(ending, "de").nouns, modifier, border)
    return None


def _shaded(word: str) -> Compound | None:
    """An adjective whose head only shades what stands before it: "fristlos", "gebührenfrei"."""
    for ending in ("", *ADJECTIVE_ENDINGS):
        bare = word.removesuffix(ending)
        head = _ending(bare, "shades")
        border = len(bare) - len(head) if head else 0
        if bare + ending == word and border >= _SHORTEST_MODIFIER and (modifier := _modifier(word[:border])):
            return Compound((), modifier, border)
    return None


def _ending(word: str, listed: str) -> str:
    """The longest word of a list that another ends with; empty where it ends with none."""
    endings = _longest_first(listed)
    return next(filter(word.endswith, endings)) if word.endswith(endings) else ""  # nearly none does


@cache
def _longest_first(listed: str) -> tuple[str, ...]:
    return tuple(sorted(word_set("de", listed), key=len, reverse=True))


@lru_cache(maxsize=50_000)
def of_verb(noun: str) -> tuple[int, ...]:
    """The concepts of the verb that a noun in "-ung" is made of: "Verringerung", "Umwandlungen"."""
    root = noun.removesuffix("en").removesuffix("ung")
    if root == noun or not noun.removesuffix("en").endswith("ung"):
        return ()
    verbs = (root + "en", root + "n", root[:-1] + "eln") if root.endswith("l") else (root + "en", root + "n")
    return next((found for verb in verbs if (found := senses(verb, "de").verbs)), ())


def _is_undivided(word: str) -> bool:
    undivided = word_set("de", "undivided")
    return any(word.removesuffix(ending) in undivided for ending in ("", "s", "es"))


def _modifier(word: str) -> tuple[int, ...] | None:
    """The concepts of a modifier, none where it is only a word of the language; None where it is no word."""
    if word in _NO_MODIFIERS or word in word_set("de", "particles") or word in word_set("de", "prefixes"):
        return None
    for bare in _without_links(word):
        found = senses(bare, "de")
        if found.nouns or found.others:  # "Rechtsextremist", "Rechtsanwalt"
            return tuple(dict.fromkeys(found.nouns + found.others)) if bare == word else found.nouns or found.others
    noun = senses(word + "e", "de").nouns  # "Sprachschule"
    if noun and len(word) > _SHORTEST_MODIFIER and word not in word_set("de", "verb_modifiers"):
        return noun
    if len(word) > _SHORTEST_MODIFIER and senses(word + "en", "de").verbs:
        return senses(word + "en", "de").verbs
    inner = compound(word, noun=True) if len(word) > _SHORTEST_HEAD + _SHORTEST_MODIFIER else None
    if inner:
        return inner.head
    return () if any(senses(bare, "de").frequent for bare in _without_links(word)) else None


def _without_links(word: str) -> Iterator[str]:
    for link in _LINKS:
        bare = word.removesuffix(link) if link else word
        if len(bare) >= _SHORTEST_MODIFIER and (not link or bare != word):
            yield bare
