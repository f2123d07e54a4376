"""The stems of a Russian word's forms: Snowball unites most of them, the rest is made here first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index import terms
from index.lexicon.tables import first_words, longest_ending, word_set

_INFINITIVE = re.compile(r"(?:ть|ти|чь)(?:ся|сь)?$")
_NOMINAL = re.compile(r"(?:ость|ости|дцать)$")
# What the last consonant of a stem in -ить becomes in the first person and in the passive participle.
_MUTATIONS = (("ст", "щ"), ("д", "ж"), ("д", "жд"), ("т", "ч"), ("т", "щ"), ("с", "ш"), ("з", "ж"))
_HUSHED = ("ж", "ш", "щ", "ч")
_LABIALS = re.compile(r"[бпвмф]$")


def stems(word: str) -> frozenset[str]:
    """The stems of all forms of a word in its dictionary form."""
    return terms.stems(forms(word), "ru") - word_set("ru", "no_stems")


def forms(word: str) -> frozenset[str]:
    """Forms of a word in its dictionary form: at least one of each stem that its forms have."""
    word = folded(word)
    made = set(_verb(re.sub(r"(?:ся|сь)$", "", word)) if is_verb(word) else _declined(word))
    return frozenset({word, *first_words("ru", "words").get(word, ()), *made})


def is_verb(word: str) -> bool:
    """Whether an infinitive: "говорить", but neither "область" nor "ночь"."""
    if _NOMINAL.search(word) or word in word_set("ru", "nouns"):
        return False
    return _INFINITIVE.search(word) is not None and len(word) > 3


def is_reflexive(word: str) -> bool:
    return word.endswith(("ся", "сь"))


def folded(word: str) -> str:
    return word.lower().replace("ё", "е")


def stem_of(word: str) -> str:
    return terms.stem(folded(word), "ru")


def _verb(infinitive: str) -> Iterator[str]:
    table = first_words("ru", "endings")
    ending = longest_ending(infinitive, table)
    if ending:
        before = infinitive.removesuffix(ending)
        yield from (before + form for form in table[ending])
    yield infinitive
    root = infinitive[:-2]
    if infinitive.endswith(("овать", "евать")):
        new = root[:-3] + ("у" if root.endswith("ова") or root[-4:-3] in "жчшщц" else "ю")
        yield from (new + e for e in ("ет", "ют", "я", "й", "ющий", "емый"))
    if infinitive.endswith("нуть"):
        yield from (root[:-1] + e for e in ("ет", "ут", "у"))
        yield from (root + "л", root + "ла", root + "ли", root + "тый", root + "т", root + "в", root + "вший")
        if root[-3:-2] not in "аеиоуыэюя":  # "погиб", but "протянул"
            yield from (root[:-2], root[:-2] + "ла", root[:-2] + "ли", root[:-2] + "ло", root[:-2] + "ший")
    elif infinitive.endswith("ить"):
        yield from _passive(root[:-1])
    elif infinitive.endswith("еть"):
        yield from (root + e for e in ("л", "ла", "ли", "ет", "ют", "ю", "ем", "я", "в", "вший", "ющий", "ние"))
    elif infinitive.endswith(("ать", "ять")):
        yield from (root + e for e in ("л", "ла", "ли", "ет", "ют", "нный", "н", "но", "ны"))
        yield from (root + e for e in ("ю", "ем", "я", "в", "вший", "ющий", "ние"))


def _passive(root: str) -> Iterator[str]:
    changed = {root} | {root.removesuffix(old) + new for old, new in _MUTATIONS if root.endswith(old)}
    if _LABIALS.search(root):
        changed.add(root + "л")
    for form in changed:
        yield from (form + e for e in ("у", "ю", "енный", "ен", "ена", "ено"))
    third = ("ат", "ащий") if root.endswith(_HUSHED) else ("ят", "ящий")
    yield from (root + e for e in ("ил", "ила", "или", "ит", "ивший", *third))


def _declined(word: str) -> Iterator[str]:
    yield from _vowel_comes(word)
    yield from _vowel_goes(word)
    if word.endswith("ный"):
        root = word[:-3]
        yield from (root + "ен", root + "на", root + "но", root + "ны")
    if re.search(r"[ыо]й$|ий$", word):
        yield from (word[:-2] + e for e in ("ая", "ые", "ого", "ым", "о", "ы", "а", "ее"))
    else:
        yield from _cases(word)


def _cases(word: str) -> Iterator[str]:
    """The forms that Snowball does not always bring to one stem; it does the others to one of these."""
    root = re.sub(r"[аяоеьй]$", "", word)
    yield from (root + e for e in ("", "а", "у", "ом", "е", "и", "ов", "ах", "я", "ю"))
    if word.endswith("ея"):  # "идея"
        yield from (word[:-1] + e for e in ("й", "ю", "ям", "ями", "ях"))
    if word.endswith(("ия", "ие", "ий")):
        yield from (word[:-1] + e for e in ("я", "и", "ю", "ей", "ем", "й", "ях"))


def _vowel_comes(word: str) -> Iterator[str]:
    """Feminines and neuters whose genitive plural parts two consonants: "отставка", "отставок"."""
    match = re.search(r"([^аеиоуыэюя])(к)[аои]$", word)
    if match:
        yield word[:-2] + ("е" if match[1] in "жчшщйь" else "о") + "к"


def _vowel_goes(word: str) -> Iterator[str]:
    """Masculines that lose their last vowel: "украинец", "украинца"; "рынок", "рынка"."""
    match = re.search(r"(?<=[^аеиоуыэюя])[ео]([кц])$", word)
    if match:
        short = word[:-2] + ("ь" if word[-3] == "л" else "") + match[1]
        yield from (short + e for e in ("а", "у", "ом", "ем", "и", "ов", "ев"))
    if re.search(r"[^аеиоуыэюя]ен$", word):  # "согласен", "согласны"
        yield from (word[:-2] + "н" + e for e in ("а", "о", "ы", "ый"))
