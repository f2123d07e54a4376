"""English words of saying and their forms."""

from __future__ import annotations

from functools import cache

from index.wordlists import word_list

FOLDER = "assistant.words/attribution"
_DOUBLING = frozenset(["admit", "quip", "refer", "rebut", "blog", "blab", "pin", "slam", "pen"])


def words(name: str) -> tuple[str, ...]:
    return word_list(FOLDER, "en").get(name, ())


@cache
def word_set(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name))


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {parts[0]: tuple(parts[1:]) for parts in (line.split() for line in words("irregular"))}


def past(verb: str) -> tuple[str, ...]:
    if verb in _irregular():
        return _irregular()[verb]
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ied",)
    return (verb + verb[-1] + "ed",) if verb in _DOUBLING else (verb + "ed",)


def third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


def gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if verb in _DOUBLING else verb + "ing"


@cache
def cue_forms() -> dict[str, str]:
    """Every finite form of the verbs in the lists, with its verb."""
    named = {line.split()[0] for line in words("reports_with")}
    verbs = {*word_set("says", "tells", "wants", "reports", "counts"), *named}
    found: dict[str, str] = {}
    for verb in sorted(verbs):
        for form in (verb, third(verb), *past(verb)):
            found[form] = verb
    return found


@cache
def gerunds() -> dict[str, str]:
    return {gerund(verb): verb for verb in word_set("says", "tells")}


@cache
def finite_words() -> frozenset[str]:
    """Words that are finite verbs wherever they stand, and past forms, which mostly are."""
    found = set(word_set("finite"))
    for line in words("irregular"):
        found |= {line.split()[1], third(line.split()[0])}
    return frozenset(found | set(cue_forms()) - {"comment", "state", "report", "show", "find", "point", "post", "fear"})
