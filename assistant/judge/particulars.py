"""Small words by which a statement says more than the rest of it: that it was all, only this, the first, already.

They weigh next to nothing, being in every text; yet who says of all what an article says of some, or of
now what it says of some day, says something else with the same words.
"""

from __future__ import annotations

from assistant.cues import find
from assistant.judge.sides import Side

_LISTS = ("wholes", "soles", "firsts")
NAMES = ("whole_unsaid", "particular_unsaid")


def unsaid(asked: Side, told: Side) -> tuple[float, float]:
    """Whether the statement has a word for all of something and the claim has none; likewise any such small word."""
    lost = [_has(asked, name) and not _has(told, name) for name in _LISTS]
    return float(lost[0]), float(any(lost))


def _has(side: Side, name: str) -> bool:
    return bool(find(name, side.text, side.language))
