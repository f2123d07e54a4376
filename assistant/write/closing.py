"""Sentences that belong to the one before: they say who said it, or that nobody could check it."""

from __future__ import annotations

from functools import cache, lru_cache

from assistant.cues import denials, find, tokens
from index.wordlists import words_of

_FOLDER = "assistant.words"
_NEAR = 4  # words after "Об этом" within which the saying has to come
_LONGEST = 25  # words of a sentence that only says that nothing could be checked
_LONGEST_DENIAL = 14


@lru_cache(maxsize=20_000)
def closes(text: str, language: str) -> bool:
    """Whether a sentence only attributes, denies or reserves what the sentence before it tells."""
    found = tokens(text)
    if not found:
        return False
    if len(found) <= _LONGEST and find("unverified", text, language):
        return True
    if any(cue.span.start == found[0].span.start for cue in find("closings", text, language)):
        return True
    return _opens(text, language) or (len(found) <= _LONGEST_DENIAL and _takes_up(text, language))


def _opens(text: str, language: str) -> bool:
    """ "Das sagte …", "That was confirmed by …", «Об этом в среду сообщил …»."""
    found = tokens(text)
    begun, longest = _openers(language)
    joined = " ".join(word.text for word in found[: longest + 1])
    if not joined.startswith(begun):
        return False
    openers = [o for o in begun if joined.startswith(o)]
    after = max(len(opener.split()) for opener in openers)
    near = {word.span.start for word in found[after : after + (1 if language == "de" else _NEAR)]}
    cues = (*find("attributions", text, language), *denials(text, language))
    return any(cue.span.start in near for cue in cues)


@cache
def _openers(language: str) -> tuple[tuple[str, ...], int]:
    """What such sentences open with, each with a space after it, and how many words the longest has."""
    openers = words_of(_FOLDER, "closing_openers", language)
    return tuple(f"{o} " for o in openers), max((len(o.split()) for o in openers), default=0)


def _takes_up(text: str, language: str) -> bool:
    """ "The ministry said so on Monday", "Das Amt wies das zurück": short, and its object is the sentence before."""
    if language == "en":
        return bool(find("closings", text, language))
    said_before = {"de": {"das", "dies"}, "ru": {"это"}}.get(language, set())
    return bool(denials(text, language)) and any(
        word.text in said_before and _is_pronoun(text, word.span.end) for word in tokens(text)[1:]
    )


def _is_pronoun(text: str, end: int) -> bool:
    """Whether no noun follows "das": the German article stands before a capital."""
    follower = text[end:].lstrip()
    return not follower[:1].isupper()
