"""What the name of a paper, a portal or a publishing body looks like, and how to print it."""

from __future__ import annotations

import re
from functools import cache

from index.wordlists import words_of

DOMAIN = re.compile(
    r"(?:[a-z0-9äöü-]+\.)+(?:de|at|ch|li|com|net|org|info|eu|news|tv|ru|kg|kz|by|ua|uk|us|ie|example)", re.IGNORECASE
)
_BREAKS_NAME = re.compile(r"[:?!„“”\"»«;,()@*#…]|\.(?:\s|$)")
_CAPS_WORD = re.compile(r"[^\W\d_]{4,}")


@cache
def alternatives(name: str) -> str:
    """A regex of all words of a list, the longest first."""
    return "|".join(sorted(map(re.escape, words_of("index.words", name)), key=len, reverse=True))


@cache
def lower_words(name: str) -> frozenset[str]:
    """All words of a list in lower case."""
    return frozenset(word.casefold() for word in words_of("index.words", name))


def is_name(name: str) -> bool:
    """Whether it is shaped like the name of a paper or a body: few words, capitals, no sentence, no agency."""
    words = name.split()
    if not 1 <= len(words) <= 6 or len(name) > 60 or name.casefold() in lower_words("sections"):
        return False
    if _BREAKS_NAME.search(name) or agency_in(name):
        return False
    connectors = lower_words("name_connectors")
    fitting = connectors | lower_words("paper_nouns")
    begins = words[0][0].isupper() or DOMAIN.fullmatch(name) is not None
    return begins and all(_fits(w, fitting) for w in words) and any(w.casefold() not in connectors for w in words)


def _fits(word: str, fitting: frozenset[str]) -> bool:
    return word[0].isupper() or word.casefold() in fitting or not word[0].isalpha() or bool(DOMAIN.fullmatch(word))


def agency_in(text: str) -> str | None:
    """The news agency that a name or a short line holds as a word of its own."""
    agencies = lower_words("news_agencies")
    if text.casefold() in agencies:
        return text
    return next((word for word in re.split(r"[\s/,|()–—.:;©]+", text) if word.casefold() in agencies), None)


def is_short_name(name: str) -> bool:
    """At most four words, the first no section and no function word but an article."""
    words = name.split()
    opening = lower_words("sections") | (lower_words("function_words") - {"the", "der", "die", "das"})
    return len(words) <= 4 and words[0].casefold() not in opening


def sounds_like_a_paper(name: str) -> bool:
    """Whether a word of it is what papers are called: "… Zeitung", "…bote", "… Herald", "Вечерний …"."""
    nouns, suffixes = lower_words("paper_nouns"), tuple(lower_words("paper_suffixes"))
    words = re.split(r"[\s-]+", name.casefold())
    return any(w in nouns or (w.endswith(suffixes) and w not in lower_words("no_papers")) for w in words)


def without_legal_form(name: str) -> str:
    """ "Beispielbote Digital GmbH" -> "Beispielbote"."""
    name = name.strip()
    bare = re.sub(rf"(?:\s+(?:{alternatives('legal_forms')}))+$", "", name)
    return re.sub(r"(?<=\w)\s+(?:Digital|Online|Medien|Media)$", "", bare) if bare != name else bare


def readable(name: str, text: str) -> str:
    """A name in capitals as the text writes it elsewhere, else with capital initials; short ones may be initials."""
    if name != name.upper() or not _CAPS_WORD.search(name) or len(name) <= 5:
        return name
    elsewhere = (found[0] for found in re.finditer(re.escape(name), text[:20_000], re.IGNORECASE))
    written = next((other for other in elsewhere if other[0].isupper() and other != name), None)
    return written or _CAPS_WORD.sub(lambda word: word[0].capitalize(), name)
