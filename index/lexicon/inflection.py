"""All forms of a word as the lexicon lists it, and what a phrase is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from index.lexicon import english, german, german_verbs, russian
from index.lexicon.tables import first_words, irregular, word_set
from index.terms import stop_words

NOUN, ADJECTIVE, VERB, REFLEXIVE, CAPITALS = "n", "a", "v", "r", "c"

_RUSSIAN_ADJECTIVE = re.compile(r"(?:[ыо]й|(?<![нцр])ий|[оа]е|о)$")
_LONGEST_PARTICLE = 3  # letters of a Russian function word that has but one form
_CAPITALS = re.compile(r"[A-ZÄÖÜА-ЯЁ]{2,}")


@dataclass(frozen=True, slots=True)
class Word:
    """The forms of one word as `key_of` writes them.

    `part` is one of the letters above. `particle` and `parted`: of a separable verb, see `german_verbs.Verb`.
    `guessed`: those of the forms that `german.guessed` made. `finite`: those that only a German verb's finite form is.
    """

    forms: frozenset[str]
    part: str
    particle: str = ""
    parted: frozenset[str] = frozenset()
    guessed: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()


@cache
def articles(language: str) -> frozenset[str]:
    """What stands between the words of a phrase at will; left out of a phrase, and not counted in a text."""
    return word_set(language, "articles")


def inflected(listed: str, language: str, kind: str) -> list[Word]:
    """The words of an entry as listed ("ab|lehnen", "to step down", "военный корабль"), articles left out.

    `kind` is the concept's: those of people have feminine forms.
    """
    parts = [p.strip("()!?,.") for p in listed.split() if any(map(str.isalpha, p))]
    if len(parts) == 1 and _CAPITALS.fullmatch(listed):
        return [_in_capitals(listed, language)]
    if language == "en" and parts[0] == "to" and len(parts) > 1:
        return [_english_verb(parts[1].lower()), *(_fixed(p) for p in _kept(parts[2:], "en"))]
    parts = _kept(parts, language) or parts
    if language == "de":
        person, alone, ends = kind in ("person", "role"), len(parts) == 1, (0, len(parts) - 1)
        if len(parts) > 1 and _is_predicate(*parts[-2:]):
            words = [_german(p, person, False, n == 0) for n, p in enumerate(parts[:-2])]
            return [*words, _german_predicate(parts[-2]), _german(parts[-1], person, False, True)]
        return [_german(p, person, alone, n in ends) for n, p in enumerate(parts)]
    if language == "en":
        return [*(_fixed(p) for p in parts[:-1]), _english(parts[-1], len(parts) == 1)]
    return [_russian(p, len(parts) == 1) for p in parts]


@cache
def _in_capitals(listed: str, language: str) -> Word:
    """Names in capitals ("NGO", "ИИ") count only where they are written so: "us" is not the US, "ии" an ending."""
    key = key_of(listed.lower(), language)
    return Word(frozenset({key, *((key + "s",) if language != "ru" else ())}), CAPITALS)


def _kept(parts: list[str], language: str) -> list[str]:
    return [p for p in parts if p.lower() not in articles(language)]


@cache
def _german(listed: str, person: bool, alone: bool, at_end: bool) -> Word:
    bare = listed.replace("=", "").replace("-", "")
    if not alone and bare in stop_words("de") | word_set("de", "negations") and not _looks_like_a_verb(bare):
        return _german_function_word(bare, not listed.startswith("="))
    if bare[0].isupper() and listed.startswith("="):
        return Word(_swiss((bare.lower(),)), NOUN)
    if bare[0].isupper():
        noun = german.noun(bare, person)
        return Word(_swiss(noun.forms), NOUN, guessed=_swiss(noun.guessed))
    if "|" in bare or (at_end and not listed.startswith("=") and _looks_like_a_verb(bare)):
        verb = german_verbs.verb(german_verbs.marked(bare))
        return Word(_swiss(verb.whole), VERB, verb.particle, _swiss(verb.parted), finite=_swiss(verb.finite))
    return Word(_swiss(german.adjective(bare.lower())), ADJECTIVE) if alone or len(bare) > 3 else _fixed(bare)


def _is_predicate(word: str, verb: str) -> bool:
    """Whether these are an adjective and the verb that it goes with: "knapp werden"."""
    plain = word.removeprefix("=")
    is_adjective = plain.islower() and plain.isalpha() and not (len(plain) == len(word) and _looks_like_a_verb(word))
    function_words = stop_words("de") | word_set("de", "negations")
    is_verb = verb[0].islower() and (_looks_like_a_verb(verb) or "|" in verb)
    return is_adjective and is_verb and plain not in function_words


@cache
def _german_predicate(listed: str) -> Word:
    return Word(_swiss(german.predicative(listed.removeprefix("="))), ADJECTIVE)


def _german_function_word(bare: str, contracts: bool) -> Word:
    contracted = first_words("de", "contracted").get(bare, ()) if contracts else ()
    return Word(_swiss((bare.lower(), *contracted)), ADJECTIVE)


def _swiss(forms: Iterable[str]) -> frozenset[str]:
    """Keys: one spelling for those who write ß and those who don't."""
    return frozenset(form.replace("ß", "ss") for form in forms)


def _looks_like_a_verb(word: str) -> bool:
    """In a phrase the verb stands last, or first where something hangs on it: "handeln mit"."""
    ends_so = re.search(r"(?:en|[^aeiou]ern|[ae]uern|äuern|eiern|eln|tun)$", word) is not None
    no_verbs = word_set("de", "no_verbs") | stop_words("de") - {"haben", "werden"}
    return ends_so and word not in no_verbs


@cache
def _english_verb(infinitive: str) -> Word:
    return Word(_atlantic(english.verb(infinitive)), VERB)


@cache
def _english(listed: str, alone: bool) -> Word:
    bare = listed.lower()
    graded = alone or bare not in irregular("en")["forms"]  # "for good" is not "for better"
    forms = _atlantic(english.noun(bare) | (english.adjective(bare) if graded else frozenset()))
    is_name = alone and listed[0].isupper()
    return Word(frozenset(map(name_key, forms)) if is_name else forms, NOUN)


def _atlantic(forms: Iterable[str]) -> frozenset[str]:
    """Keys: as either side spells it."""
    return frozenset(joined(spelling) for form in forms for spelling in english.spellings(form))


@cache
def _russian(listed: str, alone: bool) -> Word:
    word = listed.lower()
    variants = first_words("ru", "variants").get(word, ())
    particle = not alone and len(word) <= _LONGEST_PARTICLE and word in stop_words("ru")
    if variants or particle:  # "не" is no noun with the form "на"
        return Word(frozenset((russian.stem_of(word), *variants)), ADJECTIVE)
    if russian.is_verb(listed):
        part = REFLEXIVE if russian.is_reflexive(listed) else VERB
    else:
        part = ADJECTIVE if _RUSSIAN_ADJECTIVE.search(listed) else NOUN
    if "-" not in listed:
        return Word(russian.stems(listed), part)
    # In a hyphenated word only the last part is declined as a rule: "премьер-министр".
    return Word(frozenset(russian.stem_of(joined(listed) + e) for e in ("", "а", "у", "ом", "е", "ы")), part)


@cache
def _fixed(word: str) -> Word:
    return Word(frozenset({joined(word.lower()).replace("ß", "ss")}), ADJECTIVE)


def joined(word: str) -> str:
    """A hyphenated word as one: how the table of forms writes it."""
    return word.replace("-", "").replace("’", "'")


def lemma_key(word: str) -> str:
    """Of a Russian word in its dictionary form, which no other word of the same stem has."""
    return "!" + russian.folded(joined(word))


def name_key(key: str) -> str:
    """Of an English word that is written with a capital ("May", "Monday")."""
    return "^" + key


def key_of(word: str, language: str) -> str:
    """What a word of a text, in lower case, is looked up by; Swiss spelling is the same as German."""
    plain = joined(word)
    if language == "ru":
        return russian.stem_of(plain)
    if language == "de":
        return plain.replace("ß", "ss")
    return plain.removesuffix("'s").removesuffix("'")
