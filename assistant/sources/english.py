"""English nouns in the forms in which they may stand."""

from __future__ import annotations


def forms_of(phrase: str) -> list[tuple[str, ...]]:
    """A listed word or phrase, singular and plural, in lower case."""
    *before, noun = phrase.lower().split()
    return [(*before, form) for form in (noun, *_plurals(noun))]


def _plurals(noun: str) -> list[str]:
    if noun.endswith("man"):
        return [f"{noun.removesuffix('man')}men"]
    if noun.endswith("y") and noun[-2:-1] not in "aeou":
        return [f"{noun[:-1]}ies"]
    return [f"{noun}es"] if noun.endswith(("s", "x", "ch", "sh")) else [f"{noun}s"]
