"""English phrases that take a clause: "is adamant that …", "made it clear that …", "took the view that …"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from assistant.read.attribution.drafts import Range
from assistant.read.attribution.english.words import past, third, word_set, words
from assistant.read.attribution.tokens import Token

_BE = ("is", "are", "was", "were", "been", "remains", "remained", "remain")
_BETWEEN = 4  # words between the phrase and its clause: "made clear on Monday that"


def told_act(tokens: Sequence[Token], at: int) -> bool:
    """ "cast doubt on": whether a phrase begins there that tells an act of speech alone."""
    return any(tuple(t.low for t in tokens[at + 1 : at + 1 + len(p)]) == p for p in _acts().get(tokens[at].low, ()))


def idiom_clause(tokens: Sequence[Token], at: int, last: int) -> tuple[int, int] | None:
    """The last word of an idiom that begins with the verb at `at`, and the "that" of its clause."""
    for phrase in _idioms().get(tokens[at].low, ()):
        end = at + len(phrase)
        if tuple(t.low for t in tokens[at + 1 : end + 1]) != phrase or tokens[end].quote:
            continue
        reach = range(end + 1, min(end + _BETWEEN + 2, last + 1))
        that = next((i for i in reach if tokens[i].low == "that" and not tokens[i].quote), 0)
        if that:
            return end, that
    return None


def hearsay(tokens: Sequence[Token]) -> Range | None:
    """The cue of "is said to have …", "are believed to …": nobody is named who says so."""
    lows = [token.low if not token.quote else "" for token in tokens]
    for at in range(1, len(lows) - 1):
        if lows[at] in word_set("hearsay") and lows[at - 1] in ("is", "are", "was", "were") and lows[at + 1] == "to":
            return at - 1, at + 1
    return None


def _idioms() -> dict[str, tuple[tuple[str, ...], ...]]:
    return _by_form("idioms")


def _acts() -> dict[str, tuple[tuple[str, ...], ...]]:
    return _by_form("acts")


@cache
def _by_form(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words behind the verb, by each of its forms, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in words(name):
        verb, *phrase = line.split()
        for form in _BE if verb == "be" else (verb, third(verb), *past(verb)):
            found.setdefault(form, []).append(tuple(phrase))
    return {form: tuple(sorted(entries, key=len, reverse=True)) for form, entries in found.items()}
