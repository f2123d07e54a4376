"""Sentences on the terminal as they pass the gate, until the whole result takes their place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from assistant.show.plain import plain_line
from assistant.show.text import width

if TYPE_CHECKING:
    from assistant.domain import Sentence

_BACK_AND_CLEAR = "\x1b[{lines}F\x1b[J"


class Preview:
    """Draws only on a terminal. What stands there when the user breaks off stays."""

    def __init__(self, stream: TextIO | None = None, *, wanted: bool = True) -> None:
        self._stream = stream or sys.stderr
        self._draws = wanted and self._stream.isatty() and sys.stdout.isatty()
        self._lines = 0

    def shown(self, sentence: Sentence) -> None:
        if not self._draws:
            return
        import textwrap

        lines = textwrap.wrap(plain_line(sentence.text), width() - 3) or [""]
        self._stream.write("".join(f"{' - ' if n == 0 else '   '}{line}\n" for n, line in enumerate(lines)))
        self._stream.flush()
        self._lines += len(lines)

    def clear(self) -> None:
        """Before the whole result is written."""
        if self._lines:
            self._stream.write(_BACK_AND_CLEAR.format(lines=self._lines))
            self._stream.flush()
            self._lines = 0
