"""One spelling for a name however it is inflected or transliterated: Лаврова, Lawrow, Lavrov's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = re.compile(r"[а-яёіїєґ]")
_RU_ENDINGS = re.compile(
    r"(?:ского|скому|ским|ском|ского|ого|ому|ыми|ими|ами|ями|ым|им|ом|ем|ём|ой|ей|ою|ую|ая|яя|ий|ый|ые|ие|ых|их"
    r"|[аяуюеиыоьй])\Z"
)
_TO_LATIN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "o", "ж": "S", "з": "S", "и": "i", "й": "i",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "S", "т": "t", "у": "u", "ф": "f",
        "х": "X", "ц": "S", "ч": "X", "ш": "S", "щ": "S", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "u", "я": "a",
        "і": "i", "ї": "i", "є": "e", "ґ": "g",
    }
)  # fmt: skip
# Sounds that German and English write differently.
_SOUNDS = {
    "schtsch": "S", "shch": "S", "tsch": "X", "ssch": "S", "sch": "S", "tch": "X", "kh": "X", "ch": "X", "zh": "S",
    "sh": "S", "ts": "S", "tz": "S", "cz": "X", "ss": "S", "z": "S", "s": "S", "w": "v", "ph": "f", "x": "kS",
    "ck": "k", "c": "k", "q": "k",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_GLIDES = re.compile(r"[ijyh]")
_DOUBLED = re.compile(r"(.)\1+")
_OV = re.compile(r"(?:[oe]v|off|eff|of)\Z")
_VOWELS = re.compile(r"[aeou]")
_FIRST_VOWEL = str.maketrans("aeou", "AAAA")  # which one it is says little, that there is one says much
_UMLAUTS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"))


@lru_cache(maxsize=20_000)
def variants(word: str) -> frozenset[str]:
    """How a word may stand elsewhere in the same script: without accents, genitive, German "-er" or Russian case."""
    plain = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    if _CYRILLIC.search(plain):
        stem = _RU_ENDINGS.sub("", plain) if len(plain) > 3 else plain
        return frozenset({plain, stem if len(stem) >= 3 else plain})
    forms = {_bare(plain)}
    if any(umlaut in plain for umlaut, _ in _UMLAUTS):
        forms.add(_bare(_spelled_out(plain)))
    for ending in ("s", "er", "ern", "en"):
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            forms |= {_bare(plain.removesuffix(ending))}
    return frozenset(forms)


@lru_cache(maxsize=20_000)
def sounds(word: str) -> frozenset[str]:
    """Skeletons of a name that survive transliteration between German, English and Russian, vowels kept."""
    return frozenset(_sound(form) for form in variants(word) if len(form) >= 3)


def consonants(word: str) -> frozenset[str]:
    """Skeletons without vowels: for a name in another script, whose vowels are rendered freely."""
    bones = {sound[:1].translate(_FIRST_VOWEL) + _VOWELS.sub("", sound[1:]) for sound in sounds(word)}
    return frozenset(bone for bone in bones if len(bone) >= 2)


def is_cyrillic(word: str) -> bool:
    return bool(_CYRILLIC.search(word.lower()))


def _sound(form: str) -> str:
    if _CYRILLIC.search(form):
        sound = form.replace("дж", "й").translate(_TO_LATIN)
    else:
        sound = _SOUND.sub(lambda m: _SOUNDS[m[0]], form)
    sound = _DOUBLED.sub(r"\1", _GLIDES.sub("", sound))
    return _OV.sub("Ov", sound)


def _bare(word: str) -> str:
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.replace("ß", "ss").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def _spelled_out(word: str) -> str:
    for umlaut, letters in _UMLAUTS:
        word = word.replace(umlaut, letters)
    return word
