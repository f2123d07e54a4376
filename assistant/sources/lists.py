"""The word lists whose entries have parts of their own, as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml


@cache
def entries(path: str) -> Mapping[str, Any]:
    """A list by its path under assistant/words: "sources/roles"."""
    folder, _, file = path.rpartition("/")
    words = resources.files("assistant") / "words"
    return parsed((words / folder / f"{file}.yaml").read_text(encoding="utf-8"))


def parsed(text: str) -> dict[str, Any]:
    """YAML with every value a text, so that the place NO is no False."""
    content: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader) or {}
    return content
