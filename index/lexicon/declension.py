"""Whether a Russian word can be a form of another: tells apart what one stem unites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from index.lexicon import russian
from index.lexicon.tables import first_words, word_set
from index.lexicon.words import listed

_VERB, _REFLEXIVE = "v", "r"  # letters of senses
_SHORT = 4  # letters of a stem that is everybody's
_NOT_FINITE = re.compile(
    r"(?:[оая]м|[ое]в|[ая]ми|[ая]х|[^тй]е|о[йю]|остью?|[^жшчщл]а|и[яюией]|ием|[бгдзкпрсфхцчщ]|[^аеиоуыэюя](?:т|н|в|м))$"
)
_DEVERBAL = re.compile(r"(?:[еая]н|т)и(?:[еяюий]|ем|ям|ями|ях)$")  # "изучение": what somebody does
_SHORT_PARTICIPLE = re.compile(r"(?:[еая]н|[аеияуы]т)$")
_PAST = re.compile(r"[аеиоуыя]л[аои]?$")
_ADJECTIVE = re.compile(r"(?:[ыио]й|ая|яя|ое|ее|ые|[гкхжшщч]ие)(?:ся)?$")
_ADVERB = re.compile(r".{3}[^аеиоуыэюя][оеи]$")
_HARD = ["ый", "ой", "ая", "ое", "ые", "ого", "ому", "ым", "ом", "ую", "ою", "ых", "ыми", "о", "а", "ы", "ее", "ей"]
_SOFT = ["ий", "яя", "ее", "ие", "его", "ему", "им", "ем", "ей", "юю", "ею", "их", "ими", "е", "я"]
_VELAR = [
    "ий",
    "ой",
    "ая",
    "ое",
    "ее",
    "ие",
    "ого",
    "его",
    "ому",
    "ему",
    "им",
    "ом",
    "ем",
    "ей",
    "ую",
    "ою",
    "их",
    "ими",
    "о",
    "а",
]
_VELARS = "гкхжшщч"
_HUSHERS = "жшщчц"
_VOWELS = "аеиоуыэюя"
# Of nouns, by the last letter of the dictionary form.
_OF_NOUNS = {
    "а": ["а", "е", "у", "ой", "ою", "ей", "ею", "ам", "ами", "ах"],
    "я": ["я", "и", "е", "ю", "ей", "ею", "ям", "ями", "ях"],
    "о": ["о", "а", "у", "ом", "е", "ам", "ами", "ах"],
    "е": ["е", "а", "я", "у", "ю", "ом", "ем", "и", "ей", "ам", "ями", "ами", "ах", "ям", "ях", "ев"],
    "ь": ["ь", "и", "ью", "я", "ю", "ем", "е", "ей", "ям", "ями", "ях"],
    "й": ["й", "я", "ю", "ем", "е", "и", "ев", "ей", "ям", "ями", "ях", "ом"],
    "ы": ["ы", "ов", "ам", "ами", "ах"],
    "и": ["и", "ов", "ев", "ей", "ям", "ями", "ях", "ам", "ами", "ах", "ий"],
}
_IS_FEMININE = re.compile(r"(?:ст|[жшчщ])ь$")
_FEMININE = ["ь", "и", "ью", "ей", "ям", "ями", "ях"]
_OF_CONSONANTS = ["а", "у", "ом", "ем", "е", "ов", "ев", "ам", "ами", "ах"]
_FLEETING = re.compile(r"[ео]([^аеиоуыэюяьй])$")
_TWO_CONSONANTS = re.compile(r"([^аеиоуыэюя])([^аеиоуыэюя])$")
_SURNAME = re.compile(r"[ое]в(?:а|у|ы[мх]|е|ой)?$")
_PEOPLE = re.compile(r"[ая]нин$")


def true_meanings(word: str, stem: str, found: Sequence[int], inflects: bool) -> tuple[int, ...]:
    """Those of the concepts of a stem that the word can name, by the forms of the words that name them.

    `found`: what the word's ending lets it name. `inflects`: whether it looks like a participle or a finite verb. Where
    no noun or adjective has this form, `found` is kept but for what it surely cannot be.
    """
    words = listed(stem)
    known = {w.concept for w in words}
    verbs = [w for w in words if w.part == _VERB]
    exact = [w.concept for w in verbs if word in _finite(w.lemma)]
    clear = exact if word[-1] not in "ую" else []  # "причину" is hardly ever what somebody causes
    named = [w.concept for w in words if w.part not in (_VERB, _REFLEXIVE) and is_form(word, w.lemma)]
    free = [n for n in found if n not in known]  # of words that are not told apart
    if named:
        return tuple(dict.fromkeys([*free, *named, *clear]))
    verbal = inflects or _DEVERBAL.search(word) or not _NOT_FINITE.search(word)
    likely = [w.concept for w in verbs if verbal and can_be(word, w.lemma)]
    loose = len(stem) > _SHORT and not _SURNAME.search(word)
    others = [w.concept for w in words if w.part not in (_VERB, _REFLEXIVE)] if loose else []
    possible = {*exact, *likely, *others}
    return tuple(dict.fromkeys([*free, *(n for n in found if n in possible)])) or tuple(dict.fromkeys(exact or likely))


def is_form(word: str, lemma: str) -> bool:
    """Whether a noun or adjective in its dictionary form can be written so; both in lower case without "ё"."""
    return word in _declined(lemma)


def can_be(word: str, infinitive: str) -> bool:
    """Whether what looks like a verb's past can be that of this verb; of other forms it is not asked."""
    return _PAST.search(word) is None or word in _finite(infinitive)


@lru_cache(maxsize=20_000)
def _finite(infinitive: str) -> frozenset[str]:
    """What `russian.forms` makes of a verb, with each person of its past and each gender of its short participle."""
    made = {*russian.forms(infinitive), infinitive[:-2] + "л"}
    past = {form + end for form in made if form.endswith("л") for end in "аои"}
    short = {form + end for form in made if _SHORT_PARTICIPLE.search(form) for end in "аоы"}
    return frozenset(made | past | short)


@lru_cache(maxsize=20_000)
def _declined(lemma: str) -> frozenset[str]:
    if lemma in word_set("ru", "indeclinable"):
        return frozenset((lemma,))
    irregular = first_words("ru", "words").get(lemma, ())
    return frozenset((lemma, *irregular, *_forms(lemma), *(f for i in irregular for f in _oblique(i))))


def _oblique(form: str) -> Iterator[str]:
    """Of a listed irregular plural or genitive those that go with it: "судна", "судном"."""
    if form[-1] in "аяыие":
        ends = ("а", "я", "у", "ю", "ом", "ем", "е", "ам", "ям", "ами", "ями", "ах", "ях")
        yield from (form[:-1] + end for end in ends)


def _forms(lemma: str) -> Iterator[str]:
    if _ADJECTIVE.search(lemma):
        ending = "ся" if lemma.endswith("ся") else ""
        yield from (form + ending for form in _adjective(lemma.removesuffix("ся")))
    elif _ADVERB.search(lemma):
        yield from _adjective(lemma[:-1] + ("ый" if lemma.endswith("о") else "ий"))
    last, root = lemma[-1], lemma[:-1]
    if last not in _OF_NOUNS:
        yield from _of_consonant(lemma)
        return
    yield from (root + end for end in (_FEMININE if _IS_FEMININE.search(lemma) else _OF_NOUNS[last]))
    if last in "ао" and root[-1:] in _VELARS:
        yield root + "и"
    elif last == "а":
        yield root + "ы"
    if last == "ь":
        yield from (base + end for base in _roots(root) for end in _OF_NOUNS["ь"])
        if root[-1:] in _HUSHERS:
            yield from (root + end for end in ("ам", "ами", "ах"))
    if last == "й" and root[-1:] == "е":
        yield from (root[:-1] + "ь" + end for end in ("я", "ю", "ем", "е", "и", "ев"))
    if lemma.endswith("мя"):
        yield from (root + end for end in ("ени", "енем", "ена", "ен", "енам", "енами", "енах"))
    if last != "ь" and root[-1:] not in _VOWELS:
        yield from _bare(root, last)
    elif last in "яе":
        yield root + "й"


def _of_consonant(lemma: str) -> Iterator[str]:
    many = ["и" if lemma[-1] in _VELARS else "ы", *(["ей"] if lemma[-1] in _HUSHERS else [])]
    yield from (base + end for base in _roots(lemma) for end in many + _OF_CONSONANTS)
    if _PEOPLE.search(lemma):
        yield from (lemma[:-2] + end for end in ("е", "", "ам", "ами", "ах"))


def _roots(root: str) -> Iterator[str]:
    """With its last vowel and without: "рынок", "рынка"; "боец", "бойца"."""
    yield root
    if _FLEETING.search(root):
        before = root[:-2]
        yield before + ("й" if before[-1:] in _VOWELS else "ь" if before[-1:] == "л" else "") + root[-1]
        yield before + root[-1]


def _bare(root: str, last: str) -> Iterator[str]:
    """The genitive plural: "стран", "недель", "писем", "земель", "статей"."""
    yield root
    if last in "яе":
        yield root + "ь"
    if root.endswith("ь"):
        yield from (root[:-1] + "ей", root[:-1] + "ий")
    yield from (form + soft for form in _with_vowel(root) for soft in ("", "ь"))


def _with_vowel(root: str) -> Iterator[str]:
    if two := _TWO_CONSONANTS.search(root):
        before = root[: two.start()] + ("" if two[1] in "ьй" else two[1])
        yield from (before + vowel + two[2] for vowel in "ео")


def _adjective(lemma: str) -> Iterator[str]:
    root = lemma[:-2]
    ends = _VELAR if root[-1:] in _VELARS else _SOFT if lemma.endswith(("ий", "яя")) else _HARD
    yield from (root + end for end in ends)
    if root.endswith("т") and ends is _SOFT:  # "третий"
        yield from (root + "ь" + end for end in ("я", "е", "и", "его", "ей", "ему", "им", "ем", "ю", "их", "ими"))
    if lemma in word_set("ru", "never_short"):
        return
    yield from (root, root + "и", *_with_vowel(root)) if ends is _VELAR else (root, *_with_vowel(root))
    if root.endswith("нн") and len(root) > 6:
        yield from (root[:-1] + end for end in ("", "а", "о", "ы"))
