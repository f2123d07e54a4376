"""The forms of German nouns and adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.lexicon.german_verbs import ADJECTIVE_ENDINGS
from index.lexicon.tables import first_words, irregular, longest_ending, word_set

_UMLAUTS = str.maketrans("aou", "äöü")
_FEMININE = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|enz|anz|ik|ur|ei|ie|thek|age|ade)$(?<!eur)")
# Participles and adjectives that stand for people: "Beamter, die Beamten".
_LIKE_ADJECTIVES = re.compile(
    r"(?:amt|net|igt|klagt|letzt|teilt|haftet|sandt|kannt|wandt|delt|lobt|lehrt|griffen|fangen|wachsen|lassen|end|lich"
    r"|los|ig|fremd|tot|krank|deutsch)er$"
)
_WOMAN = re.compile(r"(?:er|ist|ent|ant|or|eur|är|at|ot|og|ig|ling|ier|nt|rt|d|f|sch)in$")
_PARTICIPLE = re.compile(r"(?:^(?:be|emp|ent|er|ge|miss|ver|zer).*t|iert)$")
_BARE_PLURAL = re.compile(r"(?:er|el|en|chen|lein)$")
_STEM_VOWEL = re.compile(r"(?<![ea])(au|[aou])(?=[^aeiouäöü]*(?:e[lnr])?$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Noun:
    """All forms of a noun, in lower case. `guessed`: plurals among them that a noun of this shape may have or not."""

    forms: frozenset[str]
    guessed: frozenset[str]


def noun(word: str, person: bool) -> Noun:
    """A noun by its singular; of a person's, the feminine forms too."""
    word = word.lower()
    listed = set() if _is_feminine(word) else _from_table(word)
    certain = {word, word + "s", *(listed or _by_ending(word))}
    guessed = _guessed(word) - certain if certain == {word, word + "s"} else frozenset()
    if word.endswith("e") and (person or _LIKE_ADJECTIVES.search(word + "r")):  # "der Beamte, ein Beamter"
        guessed = frozenset(word[:-1] + ending for ending in ("er", "em", "es"))
    elif guessed:
        certain |= {word + "es", *((word + "se", word + "ses") if word.endswith("s") else ())}
    feminine = _feminine(word) if person else ()
    return Noun(frozenset({*certain, *guessed, *feminine}), guessed)


def _is_feminine(word: str) -> bool:
    """Whether the ending says so: "Gewerkschaft" is no "Schaft"."""
    return bool(_FEMININE.search(word)) and word not in _plurals()


def _from_table(word: str) -> set[str]:
    """The cases of a noun whose plural is known; of others, none."""
    ending = longest_ending(word, _plurals(), shortest=3)
    if not ending or not (ending == word or _is_compound(word, ending)):
        return set()
    plurals = _plurals()[ending]
    forms = {f for plural in plurals for f in _with_dative(word.removesuffix(ending) + plural.lower())}
    forms |= {word + "es", word + "e"} if word[-1] not in "aeiou" else {word}
    forms |= {word + "n", word + "en"} if plurals[0].endswith("en") else set()
    return forms | ({word + "ns"} if word.endswith("e") else set())


@cache
def _plurals() -> dict[str, tuple[str, ...]]:
    return {singular.lower(): plurals for singular, plurals in first_words("de", "plurals").items()}


def _is_compound(word: str, ending: str) -> bool:
    """Whether what stands before the known noun can be a word: "Kranken-haus", not "App-arat"."""
    before = word.removesuffix(ending)
    return len(before) >= 2 and re.search(r"[aeiouyäöü]", before) is not None


def _by_ending(word: str) -> Iterator[str]:
    if _WOMAN.search(word):
        yield word + "nen"
    if word.endswith("ier"):  # "Offiziere", but "Spanier"
        yield from (word + "e", word + "en", word + "n")
    elif _FEMININE.search(word):
        yield from (word + "en", word + "n")
    elif word.endswith("e"):
        yield from (word + "n", word + "ns")
    elif _BARE_PLURAL.search(word):
        yield word + "n"
        yield from (word[:-1] + e for e in ("", "n", "m", "s")) if _LIKE_ADJECTIVES.search(word) else ()
    elif word.endswith("nis"):
        yield from (word + "se", word + "sen", word + "ses")
    elif word.endswith(("us", "um", "a", "o")):
        stem = re.sub(r"(?:us|um|a|o)$", "", word)
        yield from (stem + "en", stem + "a", word + "se", word + "sse", word + "e")


def _guessed(word: str) -> frozenset[str]:
    umlauted = _umlauted(word)
    return frozenset({word + "e", word + "en", umlauted + "e", umlauted + "en"})


def _with_dative(plural: str) -> Iterator[str]:
    yield plural
    if plural[-1] not in "ns":
        yield plural + "n"


def _umlauted(word: str) -> str:
    """The last stem vowel with its umlaut: "vorschlag" -> "vorschläg"; a word without such a vowel as it is."""
    return _STEM_VOWEL.sub(lambda m: m[0][0].translate(_UMLAUTS) + m[0][1:], word, count=1)


def _feminine(word: str) -> Iterator[str]:
    if word.endswith("mann") and word != "mann":
        stem = word.removesuffix("mann")
        yield from (stem + "frau", stem + "frauen", stem + "leute", stem + "leuten", stem + "männer", stem + "männern")
    elif re.search(r"(?:schaft|ung|heit|keit|ion|in|frau|leute|te[rn]?)$", word) and not word.endswith("ter"):
        return
    else:
        stem = word.removesuffix("e")
        for form in {stem, _umlauted(stem)} if len(stem) <= 7 else {stem}:
            yield from (form + "in", form + "innen")


def adjective(word: str) -> frozenset[str]:
    """All forms of an adjective (or of an adverb, which has fewer: the others do no harm), in lower case."""
    if word in word_set("de", "undeclined"):
        return frozenset({word})
    stems = set(_declinable(word))
    forms = {word, *(stem + ending for stem in stems for ending in ADJECTIVE_ENDINGS)}
    forms |= {stem for stem in stems if stem.endswith("er")}
    listed = irregular("de")["forms"].get(word, ())
    return frozenset(forms - word_set("de", "undeclined") | {word, *listed})


def predicative(word: str) -> frozenset[str]:
    """The forms of an adjective that goes with a verb ("kleiner werden"), which are none that stand before a noun."""
    if word in word_set("de", "undeclined") or _PARTICIPLE.search(word):
        return frozenset({word})
    stem = word.removesuffix("e")
    irregular_ones = (f for f in irregular("de")["forms"].get(word, ()) if f.endswith("er"))
    return frozenset({word, stem + "er", *irregular_ones, *((_umlauted(stem) + "er",) if _has_umlaut(stem) else ())})


def _declinable(word: str) -> Iterator[str]:
    stem = word.removesuffix("e")
    short = re.sub(r"e([lr])$", r"\1", stem)  # "dunkel" -> "dunkle"
    yield from (stem, short)
    if re.search(r"(?:^ge.*(?:t|en)|iert|los)$", word) or word in word_set("de", "ungraded"):
        return
    for base in {stem, short} | ({_umlauted(stem)} if _has_umlaut(stem) else set()):
        yield from (base + "er", base + "st", base + "est")


def _has_umlaut(word: str) -> bool:
    return longest_ending(word, dict.fromkeys(word_set("de", "umlauts")), shortest=3) == word
