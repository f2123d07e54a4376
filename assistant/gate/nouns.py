"""Whether a capitalised word is a common word rather than a name, by how often which languages use it.

German capitalises every noun, English titles and first words. What gives a common noun away: it has plurals and heads
compounds, its own language uses it far more than its neighbours do, an article stands before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.gate.figures import word_value
from index.documents import Span
from index.embedding.frequency import weight
from index.wordlists import words_of

_FOLDER = "assistant.words"
_ADJECTIVE = re.compile(r"(?:isch|lich|ig|bar|sam|haft)(?:e|en|er|es|em)\Z")
_INFLECTION = re.compile(r"(?:e|en|er|es|em)\Z")
_UNSEEN = 0.99  # the weight of a word that a list does not have
_MUCH_RARER = 0.2  # in weight: 1.2 on the Zipf scale
_RARER = 0.4
_NEIGHBOURS = ("en", "es", "fr", "it", "pl")
_PLURALS = ("e", "en", "n", "ern", "es", "nen")
_SHORTEST_PART = 4
_SHORTEST_HEAD = 2  # "Öl" + "teppich"
_COMMON_HEAD = 0.62  # the weight of a short word that may begin a compound: "Ro" + "stock" is none
_LINKS = ("", "s", "es", "n", "en", "er")


@dataclass(frozen=True, slots=True)
class Token:
    """A word with what decides whether it is a name: what stands before and after, whether it begins a sentence."""

    word: str
    span: Span
    before: str
    after: str
    starts: bool


def is_common(token: Token, language: str) -> bool:
    if _is_shaped_like_name(token.word) or _follows_title(token, language):
        return False
    if language == "de":
        return _is_german_noun(token)
    if language == "ru":
        return token.starts and not _is_russian_surname(token)
    return _is_own_word(token.word.lower(), token.starts) or (token.starts and _ends_like_word(token.word, language))


def _is_shaped_like_name(word: str) -> bool:
    """Capitals beyond the first letter, or digits: an acronym, "McDonald", "G7"."""
    return any(c.isupper() or c.isdigit() for c in word[1:])


def _follows_title(token: Token, language: str) -> bool:
    return any(token.before in words_of(_FOLDER, name, language) for name in ("person_titles", "name_bearers"))


def _is_german_noun(token: Token) -> bool:
    word = token.word.lower()
    if _follows_first_name(token):
        return False
    evident = _is_noun(word)
    if evident or _counts(token.before) or _is_adjective_like(token.before):
        return True
    if token.before.lower() in words_of(_FOLDER, "determiners", "de"):
        return not _is_international(word)
    return token.starts and _begins_sentences(token, word)


def _is_adjective_like(word: str) -> bool:
    """ "russischen", "nördliche": what follows is a noun."""
    return word.islower() and bool(_ADJECTIVE.search(word))


def _begins_sentences(token: Token, word: str) -> bool:
    """Whether a German word that is no noun can begin a sentence: an adverb, a participle, an adjective."""
    if word in words_of(_FOLDER, "start_adverbs", "de"):
        return True
    if token.after.lower() in words_of(_FOLDER, "auxiliaries", "de") and word.endswith(("t", "en")):
        return _is_seen(word, "de") and not _is_international(word)
    if token.after[:1].isupper():
        stem = _INFLECTION.sub("", word)
        return stem != word and _is_seen(word, "de") and _is_seen(stem, "de")
    return any(word.endswith(ending) for ending in words_of(_FOLDER, "adverb_endings", "de"))


@cache
def _is_noun(word: str) -> bool:
    if _ends_like_noun(word):
        return True
    if any(_is_seen(word + ending, "de") for ending in _PLURALS) or word in _heads():
        return True
    singulars = [word.removesuffix(e) for e in _PLURALS if word.endswith(e) and len(word) - len(e) >= 4]
    if _is_seen(word, "de") and any(_is_seen(s, "de") and not _is_foreign(s) for s in singulars):
        return True
    return _is_compound(word)


def _ends_like_noun(word: str) -> bool:
    return any(word.endswith(e) and len(word) > len(e) + 2 for e in words_of(_FOLDER, "noun_endings", "de"))


def _is_foreign(word: str) -> bool:
    return _is_international(word) and word not in _heads()


def _is_compound(word: str) -> bool:
    """Two known words, with or without a link between them: "Hafen" + "arbeiter"."""
    if any(word.endswith(ending) for ending in words_of(_FOLDER, "name_endings", "de")):
        return False
    for cut in range(_SHORTEST_HEAD, len(word) - _SHORTEST_PART + 1):
        tail = word[cut:]
        if not _is_seen(tail, "de") or (cut < _SHORTEST_PART and weight(word[:cut], "de") > _COMMON_HEAD):
            continue
        head = word[:cut]
        if any(_is_seen(head.removesuffix(link), "de") for link in _LINKS if head.endswith(link)):
            return True
    return False


@cache
def _heads() -> frozenset[str]:
    """Words that end a longer word of the list whose beginning is in the list too: "minister" in "innenminister"."""
    from index.embedding.frequency import known_words

    known = known_words("de")
    return frozenset(
        word[cut:]
        for word in known
        if len(word) >= 2 * _SHORTEST_PART
        for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        if word[cut:] in known and any(word[:cut].removesuffix(link) in known for link in _LINKS)
    )


def _is_seen(word: str, language: str) -> bool:
    return weight(word.replace("ß", "ss"), language) < _UNSEEN


def is_function_word(word: str, language: str) -> bool:
    lists = (("index.words", "function_words"), ("index.words", "sentence_starters"), (_FOLDER, "determiners"))
    return any(word in words_of(folder, name, language) for folder, name in lists)


def _follows_first_name(token: Token) -> bool:
    before = token.before.lower()
    if not token.before[:1].isupper() or len(before) <= 2 or is_function_word(before, "de"):
        return False
    if (
        _counts(before)
        or _ends_like_noun(before)
        or before in _heads()
        or before in words_of(_FOLDER, "start_adverbs", "de")
    ):
        return False
    seldom = _is_seen(before, "de") and not _is_noun(before) and not before.endswith("s")  # no genitive: "Norwegens"
    return seldom or _is_international(before)


def _counts(word: str) -> bool:
    return word.isdigit() or (bool(word) and word_value(word.lower(), "de") is not None)


@cache
def _is_international(word: str) -> bool:
    """Whether English or a neighbour of German uses the word nearly as much: names are at home in many languages."""
    own = weight(word, "de")
    return own >= _UNSEEN or any(_is_seen(word, code) and weight(word, code) - own < _RARER for code in _NEIGHBOURS)


@cache
def _is_own_word(word: str, starts: bool) -> bool:
    """Whether other languages use an English word far less than English does, or don't know it.

    At the start of a sentence, where any word has a capital, one language may use it as much ("revenue").
    """
    own = weight(word, "en")
    others = sorted(weight(word, code) for code in ("es", "fr", "it", "pl"))
    return own < _UNSEEN and others[1 if starts else 0] - own >= _MUCH_RARER


def _ends_like_word(word: str, language: str) -> bool:
    return any(word.endswith(e) and len(word) > len(e) + 2 for e in words_of(_FOLDER, "start_endings", language))


def _is_russian_surname(token: Token) -> bool:
    word = token.word.lower()
    if token.after[:1].isupper():
        return True
    ending = any(word.endswith(e) and len(word) > len(e) + 2 for e in words_of(_FOLDER, "surname_endings", "ru"))
    return ending and (not _is_seen(word, "ru") or token.after.lower() in words_of(_FOLDER, "attributions", "ru"))
