"""Words that stand for something told before, wherever they are in a sentence; and sentences that tell nothing."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from assistant.cues import find
from index.wordlists import words_of

_FOLDER = "assistant.words"
_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[,;:.!?–—]")
_QUOTED = re.compile(r"[\"„“»«][^\"„“”»«]*[\"“”»«]")
_MARKS = frozenset(",;:.!?–—")
_SUBJECT_OR_OBJECT = "это"
_EARLY = 7  # tokens
_REMEMBERED = 64  # texts: each is asked several things in a row


def refers_back(text: str, language: str) -> bool:
    """Whether its first clause takes up something that is not in the sentence: "diese Bedrohung", "on it"."""
    found = _outside_quotations(text)
    clause = _first_clause(found)
    taking_up = _taking_up(language)
    return (
        _demonstrative(found, language)
        or any(_takes_up(clause, n, language) for n, token in enumerate(clause) if token.lower() in taking_up)
        or _points_with_adverb(found, clause, language)
        or any(cue in " ".join(found[:_EARLY]).lower().split() for cue in _list("late_points", language))
    )


@lru_cache(maxsize=_REMEMBERED)
def _outside_quotations(text: str) -> list[str]:
    return _TOKEN.findall(_QUOTED.sub(" ", text))


def _demonstrative(tokens: list[str], language: str) -> bool:
    """German "Das ist", "Die hat", against the article in "Das Ministerium", "Das russische Ministerium"."""
    if language != "de" or len(tokens) < 2 or not tokens[1][0].islower():
        return False
    return (tokens[0] == "Das" and tokens[1].endswith("t")) or (
        tokens[0] in ("Das", "Die", "Der", "Den", "Dem") and tokens[1] in _list("verbs_after_das", "de")
    )


@cache
def _taking_up(language: str) -> frozenset[str]:
    return _list("demonstratives", language) | _list("pointing_objects", language) | {_SUBJECT_OR_OBJECT}


def _first_clause(found: list[str]) -> list[str]:
    end = next((n for n, token in enumerate(found) if token in _MARKS), len(found))
    return found[: end + 1]


def _takes_up(clause: list[str], at: int, language: str) -> bool:
    """A demonstrative that no time follows ("this week"), or an English object with nothing to stand for."""
    token, follower = clause[at].lower(), clause[at + 1].lower() if at + 1 < len(clause) else "."
    if token == _SUBJECT_OR_OBJECT and (follower in _MARKS or follower in _list("prepositions", language)):
        return at > 0  # "услышал это из окна", not "это в Москве …" at the front, which the lists have
    if token in _list("demonstratives", language):
        times = _list("time_nouns", language)
        later = clause[at + 2].lower() if at + 2 < len(clause) else ""
        return follower not in _MARKS and follower not in times and later not in times
    return (
        token in _list("pointing_objects", language)
        and at > 1
        and clause[at - 1].lower() in _list("prepositions", language)
        and follower in _MARKS
        and "and" not in clause[:at]
    )


def _points_with_adverb(found: list[str], clause: list[str], language: str) -> bool:
    """German "dazu", "damit" in the first clause, unless a clause follows that says what it is."""
    listed = _list("pointing_adverbs", language)
    if not any(token.lower() in listed for token in clause):
        return False
    return not any(token.lower() in _list("correlates", language) for token in found[len(clause) - 1 :])


def speaks_as_i(text: str, language: str) -> bool:
    """Whether somebody says "I" or "we" outside of quotation marks."""
    listed = _list("first_person", language)
    found = _outside_quotations(text)
    return any(
        (token in listed or (token.lower() in listed and (n == 0 or token == "I")))
        and not (token == "I" and n and found[n - 1][0].isupper())
        for n, token in enumerate(found)
    )


def announces(text: str, language: str) -> bool:
    """Whether a sentence only says what will be told: "Ein Überblick", "Here is what we know"."""
    return bool(find("announces", text, language))


def addresses_reader(text: str, language: str) -> bool:
    """Whether it speaks to its readers outside of quotation marks; German "Sie" counts inside a sentence only."""
    listed = _list("addresses", language)
    found = _outside_quotations(text)
    return any(
        (token if language == "de" else token.lower()) in listed
        for n, token in enumerate(found)
        if language != "de" or (n and found[n - 1] not in _MARKS)
    )


def _list(name: str, language: str) -> frozenset[str]:
    return words_of(_FOLDER, name, language)
