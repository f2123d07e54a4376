"""What stands in a box: a name in up to three lines, what it is, when it was printed, and what to beware of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.export.picture.graph import Node
from assistant.export.picture.lines import broken
from assistant.show.articles import dates
from assistant.show.plain import plain_line
from assistant.show.say import Say
from assistant.sourcing import SourceKind

_PAD_X, _PAD_Y = 10, 9
_NAME, _SMALL = 14.8, 11.5  # pixels; a name has 13, but is bold, so that it runs wider
_LEADING = {"name": 17, "detail": 15, "warn": 16}
_LONGEST = 160  # characters of a name; the table has all of it


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its baseline counts from the top of its box. `look`: "name", "detail" or "warn"."""

    text: str
    baseline: float
    look: str


@dataclass(frozen=True, slots=True)
class Box:
    """A node with its text, not yet in its place. `look` are CSS classes."""

    key: str
    lines: tuple[Line, ...]
    height: float
    look: str
    pad: int = _PAD_X


def box(node: Node, width: float, say: Say) -> Box:
    """`width` in pixels, padding included."""
    room = width - 2 * _PAD_X
    lines: list[Line] = []
    y = float(_PAD_Y)
    for text, look in _texts(node, say):
        size, most = (_NAME, 3) if look == "name" else (_SMALL, 2)
        for line in broken(text, room, size, most):
            y += _LEADING[look]
            lines.append(Line(line, y - 4, look))
    looks = ["box", *(["origin"] if node.origin else []), *(["party"] if node.party else [])]
    looks += [] if node.source.named or node.more else ["unnamed"]
    return Box(node.key, tuple(lines), y + _PAD_Y, " ".join(looks))


def name_of(node: Node, say: Say) -> str:
    """Of one who prints, the name as it prints itself."""
    printed = next((a.publisher for a in node.articles.values() if a.publisher), None)
    return plain_line(printed or node.source.name)[:_LONGEST] or say("source.unknown_publisher")


def _texts(node: Node, say: Say) -> Iterator[tuple[str, str]]:
    if node.more:
        yield say("export.and_more", n=node.more), "name"
        return
    yield name_of(node, say), "name"
    if node.source.kind not in (SourceKind.OUTLET, SourceKind.UNNAMED):
        yield say(f"kind.{node.source.kind}"), "detail"
    for days in dates(list(node.articles.values()), say):
        yield days, "detail"
    for warning in warnings_of(node, say):
        yield f"! {warning}", "warn"


def warnings_of(node: Node, say: Say) -> list[str]:
    return [
        *([say("chain.party")] if node.party else []),
        *([] if node.source.named else [say("chain.unnamed")]),
        *([say("source.hedged")] if node.hedged else []),
    ]
