"""Where questions are typed on a terminal that can do no more than print: an editor's shell, a dumb terminal."""

from __future__ import annotations

import sys

from assistant.chat.words import is_whole

_SIGN, _MORE = "> ", "  "


def plain_prompt() -> str:
    """The next line. Raises EOFError on Ctrl-D, KeyboardInterrupt on Ctrl-C."""
    typed = _line(_SIGN)
    while not is_whole(typed):
        typed += f"\n{_line(_MORE)}"
    return typed


def _line(sign: str) -> str:
    sys.stdout.write(sign)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")
