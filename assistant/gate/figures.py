"""What one figure or number word is worth: "1.500", "zweihundertfünfzig", "третий"."""

from __future__ import annotations

import re
from functools import cache

from assistant.gate.valued import forms
from index.wordlists import words_of

_AND_A_HALF = "einhalb"
_ORDINAL_END = re.compile(r"(?:ste|te)[nrsm]?\Z")


def readings(digits: str, language: str) -> tuple[float, ...]:
    """What a figure can mean: "1.500" is 1500 in German; in English it is odd, and can be 1.5 or 1500."""
    figure = re.sub(r"['’\s\xa0\u202f]", "", digits)
    marks = re.findall(r"[.,]", figure)
    if not marks:
        return (float(figure),)
    whole, decimal = re.sub(r"[.,]", "", figure), _decimal(figure)
    if len(set(marks)) > 1:
        return (decimal,)
    if len(marks) > 1:
        return (float(whole),)
    if not re.fullmatch(r"\d{1,3}[.,]\d{3}", figure) or figure.startswith("0"):
        return (decimal,)
    usual = {"de": ".", "en": ","}.get(language)
    return (float(whole),) if marks[0] == usual else (decimal, float(whole))


def _decimal(figure: str) -> float:
    head, _, tail = figure.replace(",", ".").rpartition(".")
    return float(f"{head.replace('.', '')}.{tail}")


@cache
def word_value(word: str, language: str) -> float | None:
    for name in ("number_words", "ordinal_words"):
        value = forms(name, language).value(word)
        if value is not None:
            return float(value)
    return None if language in ("en", "ru") else _german(word)


def is_ordinal(word: str, language: str) -> bool:
    """Whether a number in words says which one, not how many: "the second"."""
    if forms("ordinal_words", language).value(word) is not None:
        return True
    return language == "de" and bool(_ORDINAL_END.search(word)) and _german(word) is not None


def _german(word: str) -> float | None:
    """Compounds such as "zweihundertfünfzigtausend", "dreijährig", "zwanzigsten"."""
    for suffix in words_of("assistant.words", "number_suffixes", "de"):
        head, found, tail = word.partition(suffix.rstrip("*"))
        if found and head and (not tail or suffix.endswith("*")):
            return _cardinal(head)
    if _ORDINAL_END.search(word):
        return _cardinal(_ORDINAL_END.sub("", word))
    return _cardinal(word)


def _cardinal(word: str) -> float | None:
    plain = forms("number_words", "de").value(word)
    if plain is not None:
        return float(plain)
    if word in ("ein", "eins"):
        return 1.0
    if word.endswith(_AND_A_HALF):
        whole = _cardinal(word.removesuffix(_AND_A_HALF))
        return whole + 0.5 if whole else None
    for scale, size in (("tausend", 1000), ("hundert", 100)):
        head, found, tail = word.partition(scale)
        if found:
            parts = (_cardinal(head) if head else 1.0, _cardinal(tail.removeprefix("und")) if tail else 0.0)
            return None if None in parts else (parts[0] or 0) * size + (parts[1] or 0)
    head, found, tail = word.partition("und")
    ones, tens = (_cardinal(head), _cardinal(tail)) if found and head and tail else (None, None)
    return ones + tens if ones is not None and tens is not None and ones < 10 <= tens < 100 else None
