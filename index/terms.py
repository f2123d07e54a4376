"""Words and their stems, for de, en and ru: what the lexical search counts. The only door to PyStemmer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

import Stemmer

from index.wordlists import words_of

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_ALGORITHMS = {"de": "german", "en": "english", "ru": "russian"}
_CYRILLIC = re.compile(r"[а-яё]")


def words(text: str) -> list[str]:
    """The words and numbers of a text, lower case, in order. Hyphenated compounds are given part by part."""
    return [w.replace("’", "'") for w in _WORD.findall(text.lower().replace("\xad", ""))]


@cache
def _stemmer(language: str, remembered: int = 10_000) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_ALGORITHMS[language], remembered)


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of one lower-case word; one in Cyrillic letters is stemmed as Russian whatever the text's language."""
    if word[:1].isdigit():
        return word.replace(".", "").replace(",", ".") if language != "en" else word.replace(",", "")
    if _CYRILLIC.search(word):
        language = "ru"
    if language not in _ALGORITHMS:
        return word
    stemmed: str = _stemmer(language).stemWord(word)
    return stemmed.replace("ё", "е")


def stems(words_of_one: Iterable[str], language: str) -> frozenset[str]:
    """The stems of many words in lower case, of letters only, in one of de, en and ru; not remembered."""
    return frozenset(s.replace("ё", "е") for s in _stemmer(language, 0).stemWords(list(words_of_one)))


def terms(text: str, language: str) -> list[str]:
    """The stems of a text's words, function words left out, in order."""
    stops = stop_words(language)
    return [stem(w, language) for w in words(text) if w not in stops]


@cache
def stop_words(language: str) -> frozenset[str]:
    """Function words that say nothing about a topic."""
    return words_of("index.words", "function_words", *((language,) if language in _ALGORITHMS else ()))
