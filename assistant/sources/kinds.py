"""What somebody is whose name no list knows: told by what stands around the name in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.gate.nouns import Token, is_common
from assistant.sources.german import is_noun
from assistant.sources.given_names import given_name
from assistant.sources.phrase import Name, Phrase
from assistant.sources.words import Sort, book, concepts, grammar, key
from assistant.sourcing import SourceKind
from index.embedding.frequency import weight
from index.lexicon.lexicon import mentions
from index.names import DOMAIN, lower_words, sounds_like_a_paper
from index.wordlists import word_list

PRINTS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})  # who prints or sends what others say
_SOMEBODY = frozenset({"person", "role", "group"})
_LOOK_BACK = 40  # characters before a name, for the word that says what it is
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_APPOSED = re.compile(r"[“”\"»«]?\s*,\s+(?:eine?[mrn]?|de[rmn]|die|das|the|an?)\s+((?:[^\W_]+(?:['’]s)?[ -]?){1,5})")
_BEFORE_A_COMPANY = re.compile(
    r"\b(?:[Bb]ei|[Aa]t|die|der|[Ss]hares in|[Ss]hares of|Aktien? von|Anteile an|[Аа]кции|[Аа]кций|[Вв] компании) \Z"
)
_BEFORE_A_PLACE = re.compile(r"(?<![Ss]hares )\b(?:in|nach|near) \Z")
_WHERE = re.compile(r"\b(?:in|im|am|aus|near|around)(?: de[mrn]| the)? \Z")
_LONGEST_BEFORE = 12  # characters
_ENDS = re.compile(r"\b")
_ACRONYM = re.compile(r"[A-ZÄÖÜА-ЯЁ]{2,6}\Z")


def kind_of_name(name: Name, text: str, language: str) -> tuple[SourceKind | None, str | None]:
    """The kind and, where a word for it stands by, the concept; (None, None) is a person or nobody knows."""
    if concept := _concept_beside(name.text, text, language):
        return concepts()[concept].kind, concept
    words = name.text.split()
    if is_company(words):
        return SourceKind.COMPANY, None
    if name.quoted or sounds_like_a_paper(name.text) or DOMAIN.fullmatch(name.text):
        return SourceKind.OUTLET, None
    if len(words) == 1 and _ACRONYM.match(name.text):
        return SourceKind.NGO, None
    if len(words) == 1 and _acts_as_company(name.text, text):
        return SourceKind.COMPANY, None
    return None, None


def _concept_beside(name: str, text: str, language: str) -> str | None:
    """ "Spedition Paletta Logistik", "the airline Avantair", "Bilk, ein Portal aus Kiew"."""
    at = text.find(name)
    while at >= 0:
        before = _WORD.findall(text, max(0, at - _LOOK_BACK), at)
        between = text[at - 3 : at].strip() if at >= 3 else ""
        if before and not set(between) & set(".;:!?,(") and (found := _concept(before[-1], language)):
            return found
        if apposed := _APPOSED.match(text, at + len(name)):
            for word in _WORD.findall(apposed[1]):
                if word.lower() in grammar("small", language):  # "der sich auf …": no apposition
                    break
                if found := _concept(word, language):
                    return found
        at = text.find(name, at + len(name))
    return None


def _concept(word: str, language: str) -> str | None:
    match = book(language).match([word], [key(word, language)], 0)
    if match is None or match.sort is not Sort.CONCEPT or concepts()[match.value].owned or concepts()[match.value].part:
        return None
    return match.value


def is_company(words: list[str]) -> bool:
    return (
        "&" in words
        or any(w.rpartition("-")[2] in grammar("legal_forms") for w in words[1:])
        or any(w.lower() in _company_words() for w in words[1:])
    )


def _acts_as_company(name: str, text: str) -> bool:
    """ "bei Avantair", "at Rosterline", "Avantair-Flüge", "Avantair said its …": said of houses, hardly of people.

    What things happen in or near is a place, and no house.
    """
    places = list(_places(name, text))
    before = ((_BEFORE_A_PLACE.search(text, max(0, start - _LONGEST_BEFORE), start), end) for start, end in places)
    if any(place and _behind_a_place().match(text, end) for place, end in before):
        return False
    behind = _behind_a_company()
    return any(
        not text[start - 1 : start].isalnum()
        and (
            behind.match(text, end)
            or (_BEFORE_A_COMPANY.search(text, max(0, start - _LONGEST_BEFORE), start) and _ENDS.match(text, end))
        )
        for start, end in places
    )


def _places(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where it begins and ends in the text."""
    at = text.find(name)
    while at >= 0:
        yield at, at + len(name)
        at = text.find(name, at + len(name))


@cache
def _behind_a_place() -> re.Pattern[str]:
    return re.compile(rf"(?![\w-])(?! (?:{_forms()})\b)")


@cache
def _behind_a_company() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, grammar("firm_verbs")))
    return re.compile(rf"-[A-ZÄÖÜ]\w+|\b(?: \w+)? (?:{_forms()})\b|\b \w+ (?:that )?its\b|\b (?:{verbs})\b")


@cache
def _forms() -> str:
    return "|".join(map(re.escape, grammar("legal_forms")))


@cache
def _company_words() -> frozenset[str]:
    return frozenset(word_list("assistant.words/sources", "grammar")["company_words"])


def is_mere_noun(name: Name, phrase: Phrase) -> bool:
    """A noun, not a name: "Vorsicht", "(fünf) Tagen Vollmachten"; in English only a single, very common one."""
    if _is_genitive(name, phrase):
        return True
    paper = sounds_like_a_paper(name.text) and name.text.casefold() not in lower_words("paper_nouns")
    if phrase.language == "de" and not name.quoted and name.text.lower() in grammar("objects", "de"):
        return True  # "zieht der Flughafen Bilanz"
    if name.quoted or name.titled or _ACRONYM.match(name.text) or paper:  # "Emspost", no mere "Post"
        return False
    language = phrase.language
    if len(name.words) > 1:
        name_like = "&" in name.words or given_name(name.text)
        return (
            language == "de"
            and not name_like
            and all(is_noun(word) or is_noun(word.removesuffix("n")) for word in name.words)
        )
    if language == "de":
        determined = phrase.first in grammar("determiners") and weight(name.text.lower(), "de") < 1.0
        return determined or is_noun(name.text) or is_somebody(name.text, "de")
    return language == "en" and is_common(Token(name.text, name.span, "", "", True), "en")


def _is_genitive(name: Name, phrase: Phrase) -> bool:
    """ "eine Analyse des Genoms": names of bodies and people have no ending behind "des"."""
    if phrase.language != "de" or len(name.words) > 1 or not name.text.endswith("s") or "-" in name.text:
        return False
    named = name.quoted or name.titled or name.text.isupper() or sounds_like_a_paper(name.text)
    return not named and phrase.text[: name.span.start - phrase.span.start].lower().endswith("des ")


def is_where(name: Name, phrase: Phrase) -> bool:
    """ "three groups, in Utrecht", "Wasser aus dem Badesee": a name behind such a word is a place's."""
    before = phrase.text[: max(0, name.span.start - phrase.span.start)]
    paper = sounds_like_a_paper(name.text) and len(name.words) > 1
    return not (name.quoted or name.titled or paper) and _WHERE.search(before) is not None


def is_somebody(words: str, language: str) -> bool:
    """Whether words are of people or a group, by the lexicon: "conservationists", "Naturschützer"."""
    return any(m.concept.kind in _SOMEBODY for m in mentions(words, language))
