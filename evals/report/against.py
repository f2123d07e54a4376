"""What changed since another run, on the cases that both have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evals.harness.cases import OURS
from evals.harness.record import Run, SetRecord
from evals.measures.measure import Measure
from evals.measures.paired import Difference, difference
from evals.report.figures import number
from evals.report.tables import Table

_SURE = 0.05


@dataclass(frozen=True, slots=True)
class Change:
    suite: str
    set: str
    measure: Measure
    by: Difference

    @property
    def verdict(self) -> str:
        """Only what is unlikely by chance is called better or worse; many measures are compared, so some will be."""
        if not self.by.by or self.by.p >= _SURE:
            return ""
        if not self.measure.better:
            return "differs"
        return "better" if (self.by.by > 0) == (self.measure.better == "higher") else "worse"


def changes(before: Run, now: Run) -> Iterator[Change]:
    """Of every measure that both runs have, the ones that differ."""
    from evals.harness.run import measures_of

    old = {(suite.name, s.name): s for suite in before.suites for s in suite.sets}
    for suite in now.suites:
        for of in suite.sets:
            then = old.get((suite.name, of.name))
            for measure in measures_of(suite.name) if then else ():
                found = _difference(measure, then, of, now.seed) if then else None
                if found and found.by:
                    yield Change(suite.name, of.name, measure, found)


def _difference(measure: Measure, then: SetRecord, now: SetRecord, seed: int) -> Difference | None:
    old = {row.case: row.parts(OURS) for row in then.graded}
    both = [row for row in now.graded if row.case in old]
    if not both:
        return None
    return difference(measure, [old[row.case] for row in both], [row.parts(OURS) for row in both], seed)


def other_data(before: Run, now: Run) -> list[str]:
    """Sets whose files are not the same in both runs: their figures differ for that reason, too."""
    old = {(suite.name, s.name): s.digest for suite in before.suites for s in suite.sets if not s.skipped}
    return [
        f"{suite.name}, {s.name}"
        for suite in now.suites
        for s in suite.sets
        if not s.skipped and old.get((suite.name, s.name), s.digest) != s.digest
    ]


def table(before: Run, now: Run) -> Table:
    header = ("", "before", "now", "by", "95 %", "p", "cases", "")
    rows = [_row(change) for change in changes(before, now)]
    notes = [f"other data than then: {what}" for what in other_data(before, now)]
    return Table("Against the earlier run", header, tuple(rows), tuple(notes if rows else [*notes, "nothing differs"]))


def _row(change: Change) -> tuple[str, ...]:
    d = change.by
    name = f"{change.suite}, {change.set}: {change.measure.name}"
    interval = f"{d.low:+.3f} to {d.high:+.3f}"
    return (name, number(d.before), number(d.now), f"{d.by:+.3f}", interval, f"{d.p:.3f}", str(d.cases), change.verdict)
