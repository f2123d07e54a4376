"""Word lists are data: YAML files beside the rules that use them, one file a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

import yaml

LANGUAGES = ("de", "en", "ru")

Words = Mapping[str, tuple[str, ...]]


@cache
def word_list(folder: str, language: str) -> Words:
    """The lists in `<folder>/<language>.yaml` by name; `folder` is a package path such as "index.words".

    A language that we have no file for has no words: rules then see an empty list, never an error.
    """
    package, _, directory = folder.partition(".")
    file = resources.files(package).joinpath(*directory.split("."), f"{language}.yaml")
    if not file.is_file():
        return MappingProxyType({})
    # Strings only, so that "on" and "no" stay words; safe, and ten times as fast as the Python loader.
    content = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return MappingProxyType({name: tuple(map(str, words)) for name, words in content.items()})


@cache
def words_of(folder: str, name: str, *languages: str) -> frozenset[str]:
    """One list over several languages (all three if none is named)."""
    return frozenset(w for code in languages or LANGUAGES for w in word_list(folder, code).get(name, ()))
