"""Layers from left to right: whoever has it from others on the left, the origins on the right.

Sugiyama's four steps in little: the graph has no circles and its layers already; within a layer the order follows the
means of the neighbours, and places are the nearest to those means at which no two boxes touch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.export.picture.boxes import Box
from assistant.export.picture.graph import Graph

GAP_Y = 14
_SWEEPS = 6
_WAY = 10  # pixels that an edge takes of a layer that it only passes


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a layer: of a box, or of an edge that passes between boxes. `y` is its top."""

    key: str
    layer: int
    height: float
    y: float = 0.0
    passes: bool = False

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """`ways`: for each edge the keys of the slots from the teller to the one who told them."""

    slots: Mapping[str, Slot]
    ways: tuple[tuple[str, ...], ...]

    @property
    def height(self) -> float:
        return max(slot.y + slot.height for slot in self.slots.values())


def placed(graph: Graph, boxes: Mapping[str, Box]) -> Placed:
    """Every slot at its height; the topmost at 0."""
    slots = {key: Slot(key, node.layer, boxes[key].height) for key, node in graph.nodes.items()}
    ways = [_way(graph, teller, told, slots) for teller, told in graph.edges]
    near = _neighbours(ways)
    layers = _layers(slots)
    for _ in range(_SWEEPS):
        for layer in (*layers, *reversed(layers)):
            _settle(layer, near, slots)
    top = min(slot.y for slot in slots.values())
    return Placed({key: replace(slot, y=slot.y - top) for key, slot in slots.items()}, tuple(ways))


def _way(graph: Graph, teller: str, told: str, slots: dict[str, Slot]) -> tuple[str, ...]:
    between = []
    for layer in range(graph.nodes[teller].layer - 1, graph.nodes[told].layer, -1):
        key = f"{teller} {layer} {told}"
        slots[key] = Slot(key, layer, _WAY, passes=True)
        between.append(key)
    return (teller, *between, told)


def _neighbours(ways: Sequence[Sequence[str]]) -> Mapping[str, list[str]]:
    near: dict[str, list[str]] = {}
    for way in ways:
        for one, other in pairwise(way):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    return near


def _layers(slots: dict[str, Slot]) -> list[list[str]]:
    """From the origins on; at first each layer stacked in the order of the graph."""
    layers: list[list[str]] = [[] for _ in range(max(s.layer for s in slots.values()) + 1)]
    for key, slot in list(slots.items()):
        above = layers[slot.layer]
        y = slots[above[-1]].y + slots[above[-1]].height + GAP_Y if above else 0.0
        slots[key] = replace(slot, y=y)
        above.append(key)
    return layers


def _settle(layer: list[str], near: Mapping[str, list[str]], slots: dict[str, Slot]) -> None:
    wished = {key: _mean([slots[n].middle for n in near.get(key, ())] or [slots[key].middle]) for key in layer}
    layer.sort(key=wished.__getitem__)
    heights = [slots[key].height for key in layer]
    tops = apart([wished[key] - slots[key].height / 2 for key in layer], heights)
    for key, y in zip(layer, tops, strict=True):
        slots[key] = replace(slots[key], y=y)


def apart(wished: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Tops as near as possible to those wished, in their order, `GAP_Y` between them.

    The least squares by pooling adjacent violators (Ayer et al. 1955), after the room above each is taken off.
    """
    above = [0.0]
    for height in heights[:-1]:
        above.append(above[-1] + height + GAP_Y)
    pools: list[tuple[float, int]] = []
    for wish, room in zip(wished, above, strict=True):
        pools.append((wish - room, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (last, m), (before, n) = pools.pop(), pools.pop()
            pools.append(((last * m + before * n) / (m + n), m + n))
    starts = [start for start, n in pools for _ in range(n)]
    return [start + room for start, room in zip(starts, above, strict=True)]


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)
