"""Pictures of a finding as shapes with places in pixels: in layers for a desk, and as a tree for a phone.

The template makes SVG of them, so that all text is escaped by one hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.export.picture.boxes import Box, box
from assistant.export.picture.graph import Graph, Node
from assistant.export.picture.layout import Placed, placed
from assistant.show.say import Say

DESK, PHONE = 640, 320  # pixels
_GAP_X, _NARROWEST, _WIDEST = 38, 168, 240
_INDENT = 22
_HEADING, _BETWEEN, _GAP_Y = 26, 22, 10
_TIP = 7  # length of an arrow's head
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """A box in its place."""

    x: float
    y: float
    width: float
    box: Box


@dataclass(frozen=True, slots=True)
class Arrow:
    """`path` is SVG path data; the head's tip is at (`x`, `y`), pointing left, or right where `rightward`."""

    path: str
    x: float
    y: float
    rightward: bool = False

    @property
    def head(self) -> str:
        back = -_TIP if self.rightward else _TIP
        return f"M{self.x:.1f} {self.y:.1f}l{back} -4v8z"


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    y: float


@dataclass(frozen=True, slots=True)
class Group:
    """One side of a finding; `side` is a CSS class."""

    side: str
    heading: Heading
    shapes: tuple[Shape, ...]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    width: float
    height: float
    groups: tuple[Group, ...]


def layered(graphs: Sequence[Graph], headings: Sequence[str], say: Say) -> Drawing:
    """As wide as a desk's column; wider, to be shown smaller, where there are more layers than fit in it."""
    layers = 1 + max(node.layer for graph in graphs for node in graph.nodes.values())
    fitting = (DESK - (layers - 1) * _GAP_X) / layers
    width = max(_NARROWEST, min(_WIDEST, fitting))
    whole = layers * width + (layers - 1) * _GAP_X
    groups, y = [], 0.0
    for graph, heading in zip(graphs, headings, strict=True):
        boxes = {key: box(node, width, say) for key, node in graph.nodes.items()}
        laid = placed(graph, boxes)
        groups.append(_group(graph, heading, laid, boxes, y, whole, width))
        y += _HEADING + laid.height + _BETWEEN
    return Drawing(whole + 2 * _MARGIN, y - _BETWEEN + 2 * _MARGIN, tuple(groups))


def _group(
    graph: Graph, heading: str, laid: Placed, boxes: dict[str, Box], top: float, whole: float, width: float
) -> Group:
    def left(layer: int) -> float:
        return _MARGIN + whole - (layer + 1) * width - layer * _GAP_X

    down = top + _HEADING + _MARGIN
    shapes = [Shape(left(s.layer), s.y + down, width, boxes[k]) for k, s in laid.slots.items() if not s.passes]
    arrows = []
    for way in laid.ways:
        points = [(left(laid.slots[key].layer), laid.slots[key].middle + down) for key in way]
        arrows.append(_curve(points, width))
    return Group(graph.side, Heading(heading, top + 16), tuple(shapes), tuple(arrows))


def _curve(points: Sequence[tuple[float, float]], width: float) -> Arrow:
    """From the right edge of the first box, through what lies between, to the left edge of the last."""
    tip_x, tip_y = points[0][0] + width, points[0][1]
    path = [f"M{tip_x + _TIP:.1f} {tip_y:.1f}"]
    here = tip_x + _TIP
    for (_, from_y), (to_x, to_y) in pairwise(points):
        half = (to_x - here) / 2
        path.append(f"C{here + half:.1f} {from_y:.1f} {to_x - half:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}")
        here = to_x
        if (to_x, to_y) != points[-1]:
            here = to_x + width
            path.append(f"H{here:.1f}")
    return Arrow("".join(path), tip_x, tip_y)


def tree(graphs: Sequence[Graph], headings: Sequence[str], say: Say) -> Drawing:
    """Each origin on top, whoever has it from there below and further in; who has it from two stands twice."""
    groups, y = [], float(_MARGIN)
    for graph, heading in zip(graphs, headings, strict=True):
        shapes: list[Shape] = []
        arrows: list[Arrow] = []
        bottom = y + _HEADING
        for root in [node for node in graph.nodes.values() if not graph.above(node.key)]:
            bottom = _grow(graph, root, 0, bottom, say, shapes, arrows)
        groups.append(Group(graph.side, Heading(heading, y + 16), tuple(shapes), tuple(arrows)))
        y = bottom - _GAP_Y + _BETWEEN
    return Drawing(PHONE + 2 * _MARGIN, y - _BETWEEN + _MARGIN, tuple(groups))


def _grow(graph: Graph, node: Node, depth: int, y: float, say: Say, shapes: list[Shape], arrows: list[Arrow]) -> float:
    """Where the next box may begin. What hangs from somebody who stands twice is drawn once."""
    again = any(shape.box.key == node.key for shape in shapes)
    indent = min(depth * _INDENT, PHONE // 2)
    shape = Shape(_MARGIN + indent, y, PHONE - indent, box(node, PHONE - indent, say))
    shapes.append(shape)
    start = y + shape.box.height
    y = start + _GAP_Y
    for key in () if again else _below(graph, node):
        middle = y + 18
        x = shape.x + 9
        path = f"M{x:.1f} {start:.1f}V{middle:.1f}H{shape.x + _INDENT - _TIP:.1f}"
        arrows.append(Arrow(path, shape.x + _INDENT, middle, rightward=True))
        y = _grow(graph, graph.nodes[key], depth + 1, y, say, shapes, arrows)
    return y


def _below(graph: Graph, node: Node) -> Iterator[str]:
    """The earliest first."""
    yield from sorted(graph.below(node.key), key=lambda key: _first_day(graph.nodes[key]))


def _first_day(node: Node) -> str:
    return "~~" if node.more else min((a.published or "~" for a in node.articles.values()), default="")
