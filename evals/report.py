"""What a suite of the evaluation gives back: rows of a table, and the bars that it must reach."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One system measured: what it is called, its values by column, and a remark."""

    name: str
    values: Mapping[str, float | str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bound that a measure must reach: at least `bound`, or (`at_least` False) at most."""

    measure: str
    value: float
    bound: float
    at_least: bool = True

    @property
    def kept(self) -> bool:
        return self.value >= self.bound if self.at_least else self.value <= self.bound


@dataclass(frozen=True, slots=True)
class Table:
    """The outcome of one suite. `skipped` says what was not measured and why: skipped is never passed."""

    suite: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    skipped: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()
