"""Russian names in their first form, as far as given names and lists tell it."""

from __future__ import annotations

import re
from functools import cache

from assistant.sources.given_names import given_names
from assistant.sources.words import grammar
from index.terms import stem

_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё-]+\Z")
_OBLIQUE = {  # endings of surnames in other cases, by gender
    "f": ((r"(ов|ев|ёв|ин|ын)(?:ой|у|ою)\Z", r"\1а"), (r"(ск|цк)(?:ой|ую|ою)\Z", r"\1ая")),
    "m": ((r"(ов|ев|ёв|ин|ын)(?:а|у|ым|е)\Z", r"\1"), (r"(ск|цк)(?:ого|ому|им|ом)\Z", r"\1ий")),
}


# Ends of adjectives that begin the name of a body: "Государственная служба".
_ADJECTIVES = (
    "нная",
    "нный",
    "нной",
    "нного",
    "льная",
    "льный",
    "льной",
    "льного",
    "одная",
    "одный",
    "одной",
    "нтральная",
)


# Ends of adjectives in the nominative, and of the nouns that go with them.
_AGREEING = (
    (("ая", "яя"), ("а", "я", "ь")),
    (("ый", "ий"), tuple("бвгджзйклмнпрстфхцчшщь")),
    (("ое", "ее"), ("о", "е")),
    (("ые", "ие"), ("ы", "и", "а", "я")),
)
_ANY_CASE = (
    *("ая", "яя", "ой", "ей", "ую", "юю", "ый", "ий", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем"),
    *("ое", "ее", "ые", "ие", "ых", "их", "ыми", "ими"),
)
_ENDING = re.compile(rf"(?:{'|'.join(sorted(_ANY_CASE, key=len, reverse=True))})\Z")
# Adjectives, the first perhaps with a capital, right before a noun.
ADJECTIVES_BEFORE = re.compile(rf"(?:\b[А-ЯЁ]?[а-яё-]{{3,}}(?:{'|'.join(_ANY_CASE)}) ){{1,3}}\Z")
_BEFORE_NAME = re.compile(r"(?:[А-ЯЁа-яё-]+ ){1,6}\Z")
_FARTHEST = 80  # characters
_SOURCE = re.compile(r"источник|собеседни[кц]|корреспондент|журналист")
_TITLE_DATIVES = (
    (re.compile(r"(?<=[лр])ю\Z"), "ь"),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])у\Z"), ""),
    (re.compile(r"(?<=и)ям\Z"), "я"),
    (re.compile(r"(?<=ст)ям\Z"), "и"),
)
_TITLE_GENITIVES = (
    (re.compile(r"(?<=[лр])я\Z"), "ь"),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])а\Z"), ""),
    (re.compile(r"(?<=[бвдзлмнпрстф])ы\Z"), "а"),
)
_TITLE_WITH = (
    (re.compile(r"(?<=[лр])ем\Z"), "ь"),
    (re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])ом\Z"), ""),
    (re.compile(r"(?<=[бвдзлмнпрстф])ой\Z"), "а"),
)
_SHORTEST = 7  # letters of an adjective that surnames hardly look like
_PAST = ("ил", "ал", "ел", "ул", "ыл", "ила", "ала", "ела", "ула", "ыла", "или", "али", "ели", "ыли", "лся", "лась")


def given_in_any_case(word: str) -> str | None:
    """The first form of a given name: "Ирины" -> "Ирина"."""
    if word in given_names():
        return word
    return _by_stem().get(stem(word.lower(), "ru")) if _CYRILLIC.match(word) else None


@cache
def _by_stem() -> dict[str, str]:
    return {stem(name.lower(), "ru"): name for name in given_names() if _CYRILLIC.match(name)}


def first_form(name: str) -> str:
    """A full name in the nominative: "Ирины Волковой" -> "Ирина Волкова"."""
    first, _, last = name.partition(" ")
    given = given_in_any_case(first)
    if not given or not last or given == first:
        return name
    for pattern, ending in _OBLIQUE[given_names()[given]]:
        last = re.sub(pattern, ending, last)
    return f"{given} {last}"


def from_instrumental(name: str) -> str:
    """ "министром Робертсом Лаукшей" -> "Робертс Лаукша"; a name whose given name no list has."""
    first, _, last = name.partition(" ")
    if not last or not first.endswith(("ом", "ем")):
        return name
    last = re.sub(r"(ов|ев|ин|ын)ым\Z", r"\1", last)
    last = re.sub(r"(?:ой|ей)\Z", "а", re.sub(r"(?<=[бвгджзклмнпрстфхцчшщ])ом\Z", "", last))
    return f"{first[:-2]} {last}"


def asks_for_genitive(text: str, at: int) -> bool:
    """Whether a word before a place asks whose it is: "по словам", "со слов", perhaps with what that person is."""
    before = _BEFORE_NAME.search(text, max(0, at - _FARTHEST), at)
    return before is not None and not grammar("whose", "ru").isdisjoint(before.group().lower().split())


def from_genitive(name: str) -> str:
    """ "Пребена Лунда" -> "Пребен Лунд", "Ивонны Дюран" -> "Ивонна Дюран": likewise, where a word asks for the
    genitive ("по словам …"), in which only men's names end in "-а"."""
    first, _, last = name.partition(" ")
    gender, given = _given_from_genitive(first)
    if not last or not gender or given_in_any_case(first):
        return name
    for pattern, ending in _OBLIQUE[gender]:
        last = re.sub(pattern, ending, last)
    if gender == "m" and last == name.partition(" ")[2]:
        last = re.sub(r"(?<=[бвгджзклмнпрстфхцчшщ])а\Z", "", last)
    return f"{given} {last}"


def title_in_first_form(title: str, text: str, at: int) -> str:
    """A quoted title of one word, or of one with an adjective, in the nominative: «Московскому наблюдателю», "источник
    «Вестника»". No title in the nominative ends like a dative; for other cases the word before `at` asks, where the
    title begins."""
    *adjectives, noun = title.split()
    if len(adjectives) > 1 or not all(map(is_adjective_in_any_case, adjectives)):
        return title
    before = text[max(0, at - _FARTHEST) : at].rstrip('«„“" ').rsplit(maxsplit=1)[-1:]
    word = before[0].lower() if before else ""
    whose = word in grammar("whose", "ru") or _SOURCE.match(word)
    forms = (*_TITLE_DATIVES, *(_TITLE_GENITIVES if whose else _TITLE_WITH if word in ("с", "со") else ()))
    first = next((pattern.sub(ending, noun) for pattern, ending in forms if pattern.search(noun)), noun)
    return title if first == noun else " ".join([*(agreeing(a, first) for a in adjectives), first])


def _given_from_genitive(word: str) -> tuple[str, str]:
    """Whose name it is by its ending, "m" or "f", and the name; ("", "") where the ending does not tell."""
    if re.search(r"[бвгджзклмнпрстфхцчшщ]а\Z", word):
        return "m", word[:-1]
    if word.endswith("ея"):  # "Матея"
        return "m", f"{word[:-1]}й"
    return ("f", f"{word[:-1]}а") if re.search(r"[бвдзлмнпрстфц]ы\Z", word) else ("", "")


def is_adjective_of_place(word: str, following: str) -> bool:
    """ "Самарской области": no name of anybody."""
    return (
        word.endswith(("ской", "ского", "скому", "ском", "ских", "ская", "ский", "ское", "ские", *_ADJECTIVES))
        and following.islower()
    )


def is_adjective(word: str) -> bool:
    """Whether it is formed like an adjective in the nominative, as surnames are too: "Местная", "Толстой"."""
    return word.lower().endswith(tuple(ending for endings, _ in _AGREEING for ending in endings))


def is_adjective_in_any_case(word: str) -> bool:
    """Likewise in any case: "Координационном", where a word for a body follows."""
    return word.lower().endswith(_ANY_CASE) and len(word) > _SHORTEST


def agreeing(adjective: str, noun: str) -> str:
    """The adjective, in any case, as it goes with a noun in the nominative."""
    stem = _ENDING.sub("", adjective)
    last = noun.split(maxsplit=1)[0][-1:].lower()
    soft = stem[-1:] in "гкхжшщч"
    if last in "ая":
        return f"{stem}ая"
    if last in "ое" or (noun.lower().startswith("мин") and last in "ыи"):  # "Минобороны"
        return f"{stem}ое"
    if last in "ыи":
        return f"{stem}{'ие' if soft else 'ые'}"
    return f"{stem}{'ий' if soft else 'ый'}"


def agrees(adjective: str, following: str) -> bool:
    """Whether a word in lower case behind may be the noun that it belongs to, and is no verb: "Местная станция"."""
    if not following.islower() or following.endswith(_PAST):
        return False
    return any(adjective.lower().endswith(ends) and following.endswith(nouns) for ends, nouns in _AGREEING)
