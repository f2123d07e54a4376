"""docs/evaluation.md: the page is written by the command, so that no figure in it is anybody's hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.harness.record import Run
from evals.report.targets import Reached, summary
from evals.report.text import run_line, suite_markdown

_PREFACE = """# How good it is

Written by `secondsource eval --format md`; every figure is what that run measured. `own` sets are in evals/data, the
others are read from the folder of `--data`; a set that is not there is skipped, never passed. A row is a measure: our
value pools all cases (micro), with its 95 % interval (bootstrap over the cases); `macro` is the mean of the cases' own
values, where it is another; then the baselines on the same cases, and how many cases the measure asks of. A case on
which the assistant failed has its declared default, and is named; one that could not be judged is counted apart."""

_TARGETS = """What was meant to be reached (`evals/targets.json`) stands beside each figure as met or missed; where
there is an aim, it is what would be good, and the bound what will do."""


def page(run: Run, targets: Sequence[Reached] = ()) -> str:
    suites = (suite_markdown(s, targets).strip() for s in run.suites)
    return "\n\n".join([_PREFACE, f"Measured: {run_line(run)}.", *_targets(targets), *suites]) + "\n"


def _targets(targets: Sequence[Reached]) -> Iterator[str]:
    if not targets:
        return
    first, *missed = summary(targets)
    yield f"## Targets\n\n{_TARGETS} {first[0].upper()}{first[1:]}" + (", all but:" if missed else ".")
    if missed:
        yield "\n".join(f"- {line}" for line in missed)
