"""Russian words of saying and their forms."""

from __future__ import annotations

from functools import cache

from index.wordlists import word_list

FOLDER = "assistant.words/attribution"


def words(name: str) -> tuple[str, ...]:
    return word_list(FOLDER, "ru").get(name, ())


@cache
def word_set(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in words(name))


def past(verb: str) -> tuple[str, ...]:
    """сообщил, сообщила, сообщило, сообщили; опроверг, опровергла; признался, призналась."""
    if verb.endswith("лся"):
        return verb, verb[:-2] + "ась", verb[:-2] + "ось", verb[:-2] + "ись"
    if verb.endswith(("шёл", "шел")):
        return verb, verb[:-2] + "ла", verb[:-2] + "ло", verb[:-2] + "ли"
    stem = verb if verb.endswith("л") else verb + "л"
    return verb, stem + "а", stem + "о", stem + "и"


@cache
def says() -> frozenset[str]:
    return frozenset([*words("says_present"), *(form for verb in words("says_past") for form in past(verb))])


@cache
def reports() -> frozenset[str]:
    return frozenset([*words("reports_present"), *(form for verb in words("reports_past") for form in past(verb))])


@cache
def counts() -> frozenset[str]:
    return frozenset(form for verb in words("counts_past") for form in past(verb))


@cache
def idioms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What stands behind the verb of a phrase that takes a clause, by each of its forms."""
    return _by_form("idioms")


@cache
def reports_with() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The same of a phrase that tells the act alone."""
    return _by_form("reports_with")


def _by_form(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in words(name):
        verb, *rest = line.split()
        for form in past(verb) if verb.endswith(("л", "лся")) else (verb,):
            found.setdefault(form, []).append(tuple(rest))
    return {form: tuple(entries) for form, entries in found.items()}


@cache
def phrases(name: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of a list by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words(name):
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(entries, key=len, reverse=True)) for first, entries in found.items()}


@cache
def names() -> frozenset[str]:
    """ "назвал", "охарактеризовал": what somebody calls something."""
    return frozenset([*words("names_present"), *(form for verb in words("names_past") for form in past(verb))])
