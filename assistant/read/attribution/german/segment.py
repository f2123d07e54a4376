"""The nouns of a parsed German sentence: a segment, and what kind of clause it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    MAIN = "main"  # the verb stands second
    FIRST = "first"  # the verb stands first: a main clause that goes on, or begins after something fronted
    SUB = "sub"  # begins with a conjunction or question word
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    FRAGMENT = "fragment"  # no verb of its own
    QUOTED = "quoted"  # nothing but a quotation


@dataclass(slots=True)
class Segment:
    """Words `first` to `last` (inclusive) of a sentence; `opener` is the mark before them, "" at the beginning."""

    first: int
    last: int
    opener: str
    kind: Kind = Kind.FRAGMENT
    verb: int = -1  # the finite verb
    head: int = 0  # the first word after "und", "aber"
