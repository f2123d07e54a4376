"""Whether a capitalised word is a common word rather than a name, by how often which languages use it.

German capitalises every noun, English titles and first words. What gives a common noun away: it has plurals and heads
compounds, its own language uses it far more than its neighbours do, an article stands before it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from index.embedding.frequency import weight
from index.wordlists import words_of

if TYPE_CHECKING:
    from assistant.gate.names import Token

_FOLDER = "assistant.words"
_UNSEEN = 0.99  # the weight of a word that a list does not have
_MUCH_RARER = 0.2  # in weight: 1.2 on the Zipf scale
_RARER = 0.4
_NEIGHBOURS = ("en", "es", "fr", "it", "pl")
_PLURALS = ("e", "en", "n", "ern", "es", "nen")
_SHORTEST_PART = 4
_LINKS = ("", "s", "es", "n", "en", "er")


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
    return token.before in words_of(_FOLDER, "person_titles", language)


def _is_german_noun(token: Token) -> bool:
    word = token.word.lower()
    if _follows_first_name(token):
        return False
    evident = _is_noun(word)
    if token.before.lower() in words_of(_FOLDER, "determiners", "de"):
        return evident or not _is_international(word)
    if token.starts and not evident:
        speaks = token.after.lower() in words_of(_FOLDER, "attributions", "de")
        return _is_seen(word, "de") and not _is_international(word) and not speaks and not token.after[:1].isupper()
    return evident


@cache
def _is_noun(word: str) -> bool:
    if any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in words_of(_FOLDER, "noun_endings", "de")):
        return True
    if any(_is_seen(word + ending, "de") for ending in _PLURALS) or word in _heads():
        return True
    singular = next((word.removesuffix(e) for e in _PLURALS if word.endswith(e) and len(word) - len(e) >= 4), None)
    return bool(singular and _is_seen(singular, "de") and _is_seen(word, "de")) or _is_compound(word)


def _is_compound(word: str) -> bool:
    """Two known words, with or without a link between them: "Hafen" + "arbeiter"."""
    for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        tail = word[cut:]
        if not _is_seen(tail, "de"):
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
    return weight(word, language) < _UNSEEN


def _follows_first_name(token: Token) -> bool:
    before = token.before.lower()
    return token.before[:1].isupper() and len(before) > 2 and not _is_noun(before) and _is_international(before)


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
    if token.after[:1].isupper() or not _is_seen(word, "ru"):
        return True
    ending = any(word.endswith(e) and len(word) > len(e) + 2 for e in words_of(_FOLDER, "surname_endings", "ru"))
    return ending and token.after.lower() in words_of(_FOLDER, "attributions", "ru")
