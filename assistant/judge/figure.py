"""A figure of a text: a number, how it is bounded, and what it counts or measures."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.judge.unit import Unit


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its bound ("least", "most", "about" or "") and the units that it may count.

    `measure` is "percent", "age", "ordinal", "clock" (minutes since midnight), a measure's concept ("euro") or "" where
    things are counted; `part`: the text gives it as a part of another figure, or as the number of a hall or a road;
    `of_all`: as so many of those that it counts ("two of the injured").
    """

    unit: Unit
    bound: str
    counted: tuple[Unit, ...]
    measure: str = ""
    part: bool = False
    of_all: bool = False
