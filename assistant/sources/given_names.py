"""Given names: they tell persons from houses, and he from she."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from index.terms import stem
from index.wordlists import word_list


def given_name(name: str) -> str | None:
    """f or m if the first word of two or more is a given name."""
    first, _, rest = name.partition(" ")
    if not rest:
        return None
    return given_names().get(first.split("-")[0]) or _oblique().get(stem(first.lower(), "ru"))


@cache
def _oblique() -> Mapping[str, str]:
    """Russian given names by their stems: "Ирины"."""
    return {stem(name.lower(), "ru"): gender for name, gender in given_names().items() if name[0] >= "А"}


@cache
def given_names() -> Mapping[str, str]:
    """Given names with f or m."""
    lists = word_list("assistant.words/sources", "given_names")
    return {name: gender for gender in ("f", "m") for name in lists[gender]}
