"""Targets: what a measure is meant to reach on a set. Told beside its figure, met or missed; they fail no run.

A JSON list of objects with `suite`, `set`, `measure`, and `at_least` or `at_most`. Where there is `over`, the bound is
for what the measure is above that baseline in the same run. `aim`: what would be good, where the bound is what will
do. `issue`: where it was set. `model`: true where it is meant for runs with a model only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.harness.record import SetRecord, SuiteRecord
from evals.report.figures import number
from evals.report.floors import Floor, Row, floor_of, read_rows


@dataclass(frozen=True, slots=True)
class Target:
    bound: Floor
    over: str = ""
    aim: float | None = None
    issue: int | None = None
    model: bool = False

    @property
    def told(self) -> str:
        over = f"{self.over} + " if self.over else ""
        return f"{'≥' if self.bound.at_least else '≤'} {over}{short(self.bound.bound)}"


@dataclass(frozen=True, slots=True)
class Reached:
    """A target and what was measured; None where nothing was."""

    target: Target
    value: float | None

    @property
    def met(self) -> bool:
        return self.value is not None and self.target.bound.holds(self.value)

    @property
    def verdict(self) -> str:
        return "not measured" if self.value is None else "met" if self.met else "MISSED"

    @property
    def cell(self) -> str:
        """What is shown beside the figure."""
        aim = "" if self.target.aim is None else f" (aim {short(self.target.aim)})"
        return f"{self.target.told} {self.verdict}{aim}"

    def __str__(self) -> str:
        bound = self.target.bound
        issue = f" (issue {self.target.issue})" if self.target.issue else ""
        return f"{bound.suite}, {bound.set}, {bound.measure}: {number(self.value)}; {self.target.told}{issue}"


def read_targets(path: Path, model: str | None) -> list[Target]:
    """Those for a run with this model, or with none. Raises SettingError where the file holds no targets."""
    found = read_rows(path, "--targets", _target)
    return [t for t in found if not t.model or model]


def _target(row: Row) -> Target:
    aim, issue = row.get("aim"), row.get("issue")
    return Target(
        floor_of(row),
        str(row.get("over", "")),
        None if aim is None else float(aim),
        None if issue is None else int(issue),
        bool(row.get("model", False)),
    )


def reached(targets: Iterable[Target], suites: Sequence[SuiteRecord]) -> list[Reached]:
    """Targets of suites that were not run are left out; of a set that was skipped, nothing was measured."""
    run = {suite.name: suite for suite in suites}
    return [Reached(t, _value(t, run[t.bound.suite])) for t in targets if t.bound.suite in run]


def _value(target: Target, suite: SuiteRecord) -> float | None:
    of = next((s for s in suite.sets if s.name == target.bound.set), None)
    ours = of.figure(target.bound.measure) if of else None
    if of is None or ours is None or ours.value is None or not target.over:
        return ours.value if ours else None
    theirs = of.figure(target.bound.measure, target.over)
    return None if theirs is None or theirs.value is None else ours.value - theirs.value


def cells(found: Iterable[Reached], suite: str, of: SetRecord) -> dict[str, str]:
    """What to show beside the measures of a set, by their names."""
    told: dict[str, str] = {}
    for one in of_set(found, suite, of):
        measure = one.target.bound.measure
        told[measure] = "; ".join(filter(None, [told.get(measure), one.cell]))
    return told


def of_set(found: Iterable[Reached], suite: str, of: SetRecord) -> list[Reached]:
    return [one for one in found if (one.target.bound.suite, one.target.bound.set) == (suite, of.name)]


def summary(found: Sequence[Reached]) -> Iterator[str]:
    """How many are met and how many could not be measured, and each that is missed."""
    measured = [one for one in found if one.value is not None]
    if found:
        rest = len(found) - len(measured)
        others = f", {rest} not measured, as their sets are not there" if rest else ""
        yield f"targets: {sum(one.met for one in measured)} of {len(measured)} met{others}"
        yield from (f"MISSED  {one}" for one in measured if not one.met)


def short(value: float) -> str:
    return f"{value:g}" if abs(value) < 1000 else f"{value:,.0f}"
