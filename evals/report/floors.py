"""Floors: what a measure must not fall below (or, of what is better low, not rise above).

A JSON list of objects with `suite`, `set`, `measure`, and `at_least` or `at_most`. A floor whose suite was run but
whose measure has no value, as where its set was skipped, is broken: what was not measured has not held.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from evals.harness.cases import OURS
from evals.harness.record import Figure, SuiteRecord
from evals.report.figures import number
from index.errors import SettingError

Row = Mapping[str, str | float]
Read = TypeVar("Read")
_MARGIN = 0.02
_CASES = 1.5
_MANY = 20


@dataclass(frozen=True, slots=True)
class Floor:
    suite: str
    set: str
    measure: str
    bound: float
    at_least: bool = True

    def holds(self, value: float) -> bool:
        return value >= self.bound if self.at_least else value <= self.bound


@dataclass(frozen=True, slots=True)
class Held:
    """A floor and what was measured; None where nothing was."""

    floor: Floor
    value: float | None

    @property
    def broken(self) -> bool:
        return self.value is None or not self.floor.holds(self.value)

    def __str__(self) -> str:
        floor, word = self.floor, "BROKEN" if self.broken else "kept  "
        value = "not measured" if self.value is None else number(self.value)
        relation = ">=" if floor.at_least else "<="
        return f"{word}  {floor.suite}, {floor.set}, {floor.measure}: {value} (floor: {relation} {number(floor.bound)})"


def read_floors(path: Path) -> list[Floor]:
    """Raises SettingError where the file holds no floors."""
    return read_rows(path, "--floors", floor_of)


def read_rows(path: Path, flag: str, read: Callable[[Row], Read]) -> list[Read]:
    """A JSON list of bounds, each as `read` reads it. Raises SettingError, naming the flag that named the file."""
    try:
        return [read(row) for row in json.loads(path.read_text(encoding="utf-8"))]
    except OSError as error:
        raise SettingError(f"{flag} {path}: cannot be read ({error.strerror}). Name a file of bounds.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SettingError(
            f"{flag} {path}: a JSON list of objects with suite, set, measure and at_least or at_most is wanted."
        ) from None


def floor_of(row: Row) -> Floor:
    at_least = "at_least" in row
    bound = float(row["at_least" if at_least else "at_most"])
    return Floor(str(row["suite"]), str(row["set"]), str(row["measure"]), bound, at_least)


def held(floors: Iterable[Floor], suites: Sequence[SuiteRecord]) -> list[Held]:
    """Floors of suites that were not run are left out."""
    sets = {(suite.name, s.name): s for suite in suites for s in suite.sets}
    run = {suite.name for suite in suites}
    found = []
    for floor in floors:
        if floor.suite in run:
            of = sets.get((floor.suite, floor.set))
            figure = of.figure(floor.measure) if of else None
            found.append(Held(floor, figure.value if figure else None))
    return found


def summary(found: Sequence[Held]) -> Iterator[str]:
    """Each that is broken, and how many are kept."""
    broken = [held for held in found if held.broken]
    yield from map(str, broken)
    if found:
        yield f"floors: {len(found) - len(broken)} of {len(found)} kept"


def recorded(suites: Iterable[SuiteRecord]) -> list[dict[str, str | float]]:
    """Floors a bit under what these suites measured, for measures that two runs agree on."""
    return [row for suite in suites for row in _recorded(suite)]


def _recorded(suite: SuiteRecord) -> Iterator[dict[str, str | float]]:
    from evals.harness.run import measures_of

    for of in suite.sets:
        if "blind" in of.name:  # a floor that breaks makes somebody look
            continue
        for measure in measures_of(suite.name):
            figure = of.figure(measure.name, OURS)
            if figure and figure.value is not None and measure.better and measure.steady:
                where: dict[str, str | float] = {"suite": suite.name, "set": of.name, "measure": measure.name}
                yield {**where, **_bound(figure, higher=measure.better == "higher")}


def _bound(figure: Figure, *, higher: bool) -> dict[str, str | float]:
    """What is right in many cases without exception has no business being wrong once; else there is a margin.

    The margin is what chance explains: half the way to the end of the interval, a case and a half, or two points.
    """
    value = figure.value or 0.0
    end = figure.low if higher else figure.high
    margin = max(_MARGIN, abs(value - (value if end is None else end)) / 2, _CASES * _step(figure))
    if figure.cases >= _MANY and value == (1.0 if higher else 0.0):
        margin = 0.0
    return {"at_least": round(max(0.0, value - margin), 3)} if higher else {"at_most": round(value + margin, 3)}


def _step(figure: Figure) -> float:
    """What one case is worth; of a measure that is no share, its mean over so many."""
    return max(1.0, abs(figure.value or 0.0)) / max(1, figure.cases)
