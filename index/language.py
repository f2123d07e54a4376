"""Which language a text is in. The only door to py3langid.

German, English and Russian are told by script and function words, in microseconds; py3langid, which takes most of a
second to load, is asked only about a text that this leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from index.terms import words
from index.wordlists import LANGUAGES, words_of

UNKNOWN = "und"
_SAMPLE = 6_000  # characters that are looked at
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_NOT_RUSSIAN = re.compile("[іїєґўјљњћђѓќџҚқҒғҮүҰұҢңӘәӨө]", re.IGNORECASE)
_CLEAR_SHARE = 0.22  # function words among all words; running text of the three languages has 0.3 to 0.5
_CLEAR_LEAD = 2.0  # times as many as of the next language
_FEW_WORDS = 3
# German function words that Dutch has too, and which therefore don't tell the two apart.
_DUTCH = frozenset({"die", "in", "was", "an", "er", "had", "dan", "als", "man", "wie", "hier", "so"})


def language_of(text: str) -> str:
    """The ISO 639-1 code of a text's language, "und" where it has too few letters to tell."""
    sample = text[:_SAMPLE]
    tokens = words(sample)
    if sum(token[0].isalpha() for token in tokens) < _FEW_WORDS:
        return UNKNOWN
    return clear_language(tokens, sample) or _asked(sample)


def clear_language(tokens: Sequence[str], text: str) -> str | None:
    """The language of the three whose function words clearly prevail, or None. `tokens`: the text's words."""
    shares = _shares(tokens, text)
    first, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    clear = shares[first] >= _CLEAR_SHARE and shares[first] >= _CLEAR_LEAD * shares[second]
    return first if clear and not (first == "de" and _could_be_dutch(tokens)) else None


def foreign_to(language: str, tokens: Sequence[str], text: str) -> bool:
    """Whether a line, however short, is clearly not in this language: by its script, or by its function words.

    Names and loan words decide nothing; a line without function words in the same script is not foreign.
    """
    letters = len(_LETTER.findall(text))
    cyrillic = len(_CYRILLIC.findall(text))
    if letters < 4:
        return False
    if language in LANGUAGES and (cyrillic * 2 > letters) != (language == "ru"):
        return True
    others = [code for code in ("de", "en") if code != language]
    own = sum(token in _telling(language) for token in tokens) if language in LANGUAGES else 0
    return own == 0 and any(sum(token in _telling(code) for token in tokens) >= 2 for code in others)


def function_share(language: str, tokens: Sequence[str]) -> float:
    """The share of function words of one of the three languages, 0.0 of others."""
    return sum(token in _function(language) for token in tokens) / max(1, len(tokens))


def _could_be_dutch(tokens: Sequence[str]) -> bool:
    german = _function("de")
    return sum(t in german and t not in _DUTCH for t in tokens) * 8 < len(tokens)


def _shares(tokens: Sequence[str], text: str) -> dict[str, float]:
    total = max(1, sum(token[0].isalpha() for token in tokens))
    shares = {code: sum(map(_function(code).__contains__, tokens)) / total for code in LANGUAGES}
    if len(_NOT_RUSSIAN.findall(text)) * 200 > len(text):
        shares["ru"] = 0.0  # Ukrainian, Serbian, Kazakh: many words in common, letters that Russian doesn't have
    return shares


@cache
def _function(language: str) -> frozenset[str]:
    return words_of("index.words", "function_words", language)


@cache
def _telling(language: str) -> frozenset[str]:
    """Function words that no other of the three languages has."""
    others = frozenset().union(*(_function(code) for code in LANGUAGES if code != language))
    return _function(language) - others


def _asked(sample: str) -> str:
    import py3langid

    code: str = py3langid.classify(sample)[0]
    return code
