"""A terminal is given back as it was found, also where the conversation is ended from outside."""

from __future__ import annotations

import os
import signal
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

_ENDING = (signal.SIGTERM, signal.SIGHUP)
_SIGNALLED = 128  # the exit code of a program that a signal ends is this and the signal's number


class Ended(SystemExit):
    """The program is to end: nobody is there any more to read what it prints."""

    @property
    def status(self) -> int:
        return int(str(self.code))


@contextmanager
def orderly_ending() -> Iterator[None]:
    """Raises `Ended` where a signal asks the program to end: what is under way keeps what it has; then it ends at once.

    Without it a prompt, or a pager, would leave the shell a terminal that shows nothing of what is typed. Threads are
    not waited for, nor is anything closed: whatever is kept is whole at any moment, also after a kill.
    """
    before = {number: signal.signal(number, _end) for number in _ENDING}
    modes = _modes()
    try:
        yield
    except Ended as ended:
        _set(modes)
        os._exit(ended.status)
    finally:
        _set(modes)
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    for other in _ENDING:  # a second one must not break off the tidying up
        signal.signal(other, signal.SIG_IGN)
    raise Ended(_SIGNALLED + number)


def _modes() -> list[Any]:
    try:
        return termios.tcgetattr(sys.stdin.fileno())
    except (termios.error, ValueError):  # no terminal
        return []


def _set(modes: list[Any]) -> None:
    if not modes:
        return
    try:
        termios.tcsetattr(sys.stdin.fileno(), termios.TCSADRAIN, modes)
    except (termios.error, ValueError):  # it is gone: the line was cut
        return
