"""How often Python looks for garbage: seldom, in processes of ours, which make a million small things that they keep.

A program that remembers what words and sentences mean has little that its reference counts do not free, while each
look at all of it takes a tenth of a second: that was a third of the time of an answer.
"""

from __future__ import annotations

import gc

_MADE = 200_000  # things made and not freed, after which the youngest are looked at; Python's own number is 700
_OLDER = 1000  # such looks, after which those are looked at that outlived some: what is kept, nearly all of it


def look_seldom() -> None:
    """For the start of a process: it holds for all of it."""
    gc.set_threshold(_MADE, _OLDER, _OLDER)


def spare_what_stays() -> None:
    """What is there now is never looked at again: for when all that will be needed is loaded."""
    gc.freeze()
