"""The words of a text as it is written, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
_SPLIT = re.compile(f"({WORD.pattern})")
_REMEMBERED = 64  # texts: each is looked at several times in a row


class Written(NamedTuple):
    """The words in order; `starts` and `ends`: the characters of each. `gaps`: what stands before each."""

    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: Sequence[str]


@lru_cache(maxsize=_REMEMBERED)
def written(text: str) -> Written:
    parts = _SPLIT.split(text)  # what is between words and words by turns: quicker than match by match
    ends = list(accumulate(map(len, parts)))
    return Written(parts[1::2], ends[:-1:2], ends[1::2], parts[:-1:2])
