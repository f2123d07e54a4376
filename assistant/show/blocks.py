"""A page before it has a format: what is shown, not how. Text in it may be anybody's; the renderers make it safe."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    NORMAL = "normal"
    STRONG = "strong"
    FAINT = "faint"
    WARNING = "warning"
    MARKED = "marked"  # the cited words within their passage


@dataclass(frozen=True, slots=True)
class Words:
    """`whole`: a path, an address or a place in an article, within which no line ends."""

    text: str
    look: Look = Look.NORMAL
    link: str | None = None
    whole: bool = False


Run = tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    run: Run
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    run: Run


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. `label` stands before it ("1.", "[2]"); deeper entries belong to the one above them."""

    run: Run
    label: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Extract:
    """Words of an article, set off from ours."""

    run: Run
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """The last column takes the room that is left."""

    rows: tuple[tuple[str | Words, ...], ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A station, and what hangs from it."""

    run: Run
    children: tuple[Tree, ...] = ()
    depth: int = 0  # of the root; the others follow from it


Block = Heading | Paragraph | Item | Extract | Table | Tree
Page = tuple[Block, ...]


def words(text: str, look: Look = Look.NORMAL) -> Run:
    return (Words(text, look),)
