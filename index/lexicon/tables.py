"""Reads the lexicon's YAML files: the concepts' data and the irregular forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml


def files_in(folder: str) -> list[Traversable]:
    """The YAML files of a folder beside this file, by name."""
    place = resources.files("index") / "lexicon" / folder
    return sorted((f for f in place.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)


def parsed(file: Traversable) -> Any:
    """A file's content with every scalar as a string, so that "no" and "on" stay words."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


@cache
def irregular(language: str) -> Mapping[str, Any]:
    """The irregular forms of a language by the kind of list."""
    (file,) = (f for f in files_in("irregular") if f.name == f"{language}.yaml")
    return dict(parsed(file))


@cache
def first_words(language: str, name: str) -> dict[str, tuple[str, ...]]:
    """A list of lines "word form form …" as the forms by their first word."""
    lines = (line.split() for line in irregular(language)[name])
    return {first: tuple(rest) for first, *rest in lines}


@cache
def word_set(language: str, name: str) -> frozenset[str]:
    return frozenset(irregular(language)[name])


def longest_ending(word: str, table: Mapping[str, object], shortest: int = 2) -> str | None:
    """The longest key of `table` that `word` ends in, of at least `shortest` letters."""
    return next((word[i:] for i in range(len(word) - shortest + 1) if word[i:] in table), None)
