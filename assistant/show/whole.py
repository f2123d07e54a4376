"""Paths and addresses stay in one piece, so that they can be copied: a terminal wraps them better than we would."""

from __future__ import annotations

import re

_BESIDE = 24  # columns that indents, labels and punctuation may take beside a stand-in
_PATH = re.compile(r"\S*[/\\]\S*")
# `plain` leaves neither mark in anybody's words, and both are zero columns wide.
_STAND_IN = re.compile("\x02(\\d+)_*\x03")


class Whole:
    """While lines are broken, each path is a stand-in without white space, no wider than a line."""

    def __init__(self, columns: int) -> None:
        self._room = columns - _BESIDE
        self.cell = columns * 9 // 20  # room for a path in a table; a longer one pushes aside what follows it
        self._kept: list[str] = []

    def stand_in(self, text: str, room: int | None = None) -> str:
        number = str(len(self._kept))
        self._kept.append(text)
        return f"\x02{number.ljust(min(len(text), room or self._room), '_')}\x03"

    def stand_ins(self, text: str) -> str:
        """Of a running text, only what would be broken within."""
        return _PATH.sub(lambda m: self.stand_in(m[0]) if len(m[0]) > self._room else m[0], text)

    def put_back(self, lines: str) -> str:
        return _STAND_IN.sub(lambda match: self._kept[int(match[1])], lines)
