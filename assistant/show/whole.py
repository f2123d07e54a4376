"""Paths and addresses stay in one piece, so that they can be copied: a terminal wraps them better than we would."""

from __future__ import annotations

import re

_BESIDE = 24  # columns that indents, labels and punctuation may take beside a stand-in
_PATH = re.compile(r"\S*[/\\]\S*")
# `plain` leaves neither mark in anybody's words, and both are zero columns wide.
_STAND_IN = re.compile("\x02(\\d+)_*\x03")
_COLOUR = "(?:\x1b\\[[0-9;]*m)*"
# A line of running text with one, behind its indent and label; colours may begin and end anywhere.
_HELD = re.compile(
    f"(?P<indent> *(?:(?:\\[\\d+\\]|\\d+\\.|[-!+?=]) )?)(?P<before>[^\x02]*?)(?P<opening>[^ \x02]*)\x02(?P<number>\\d+)_*\x03(?P<mark>{_COLOUR}[,;:).]*{_COLOUR})"
    "(?P<behind>[^\x02]*)\\Z",
    re.DOTALL,
)
_SPACE = re.compile(f"({_COLOUR}) +")


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
        """What stood behind a path that turns out longer than a line has room for goes on in the next one."""
        whole = _STAND_IN.sub(lambda match: self._kept[int(match[1])], line)
        held = _HELD.match(line)
        if not held or _columns(whole.rstrip("\n")) <= self._columns:
            return whole
        label, before, behind = held["indent"], held["before"], _SPACE.sub(r"\1", held["behind"], count=1)
        path = held["opening"] + self._kept[int(held["number"])] + held["mark"]
        below = f"\n{' ' * len(label)}"
        if _plain(before).strip() and _columns(label + before + path) > self._columns:
            before = before.rstrip(" ") + below
        return f"{label}{before}{path}{below if _plain(behind).strip() else ''}{behind}"


def _columns(text: str) -> int:
    return len(_plain(text))


def _plain(text: str) -> str:
    return re.sub(_COLOUR, "", text)
