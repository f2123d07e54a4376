"""Paths and addresses stay in one piece, so that they can be copied: a terminal wraps them better than we would."""

from __future__ import annotations

import re

_BESIDE = 24  # columns that indents, labels and punctuation may take beside a stand-in
_PATH = re.compile(r"\S*[/\\]\S*")
# `plain` leaves neither mark in anybody's words, and both are zero columns wide.
_STAND_IN = re.compile("\x02(\\d+)_*\x03")
_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_LABEL = re.compile(r" *(?:(?:\[\d+\]|\d+\.|[-!+?=]) )?")


class Whole:
    """While lines are broken, each path is a stand-in without white space, no wider than a line."""

    def __init__(self, columns: int) -> None:
        self._columns = columns
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
        return "".join(map(self._put_back, lines.splitlines(keepends=True)))

    def _put_back(self, line: str) -> str:
        """Words that find no room beside a path that is longer than its stand-in go on below it."""
        whole = self._shown(line)
        label = _LABEL.match(line)
        if whole == line or not label or _columns(whole.rstrip("\n")) <= self._columns:
            return whole
        below = " " * len(label[0])
        lines, filled = "", label[0]
        for word in map(self._shown, line[len(label[0]) :].split(" ")):
            if filled.strip() and filled != label[0] and _columns(f"{filled} {word}".rstrip("\n")) > self._columns:
                lines, filled = f"{lines}{filled}\n", below + word
            else:
                filled = f"{filled}{'' if filled in (label[0], below) else ' '}{word}"
        return lines + filled

    def _shown(self, text: str) -> str:
        return _STAND_IN.sub(lambda match: self._kept[int(match[1])], text)


def _columns(text: str) -> int:
    return len(_COLOUR.sub("", text))
