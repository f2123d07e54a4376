"""An article's text as data in a prompt: nothing in it may look like the prompt's own frame."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_SPACE = re.compile(r"\s+")
_NUMBERED = re.compile(r"\[(\d+)\]")
LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType({"de": "German", "en": "English", "ru": "Russian"})
_FENCE = "====="


def visible(text: str) -> str:
    """On one line, without characters that nobody sees (zero width, direction marks) or that control a terminal."""
    kept = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cs") or c in "\n\t")
    return _SPACE.sub(" ", kept).strip()


def clean(text: str) -> str:
    """What is visible, for prompts that number sentences: a number in brackets is ours alone there."""
    return _NUMBERED.sub(r"(\1)", visible(text))


def fence_for(text: str) -> str:
    """A line of equals signs that is longer than any in the text, so that the text cannot end it."""
    longest = max((len(run) for run in re.findall(r"=+", text)), default=0)
    return "=" * max(len(_FENCE), longest + 3)
