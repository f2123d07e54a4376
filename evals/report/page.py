"""docs/evaluation.md: the page is written by the command, so that no figure in it is anybody's hand."""

from __future__ import annotations

from evals.harness.record import Run
from evals.report.text import run_line, suite_markdown

_PREFACE = """# How good it is

Written by `secondsource eval --format md`; every figure is what that run measured. `own` sets are in evals/data, the
others are read from the folder of `--data`; a set that is not there is skipped, never passed. A row is a measure: our
value pools all cases (micro), with its 95 % interval (bootstrap over the cases); `macro` is the mean of the cases' own
values, where it is another; then the baselines on the same cases, and how many cases the measure asks of. A case on
which the assistant failed has its declared default, and is named; one that could not be judged is counted apart."""


def page(run: Run) -> str:
    return (
        "\n\n".join([_PREFACE, f"Measured: {run_line(run)}.", *(suite_markdown(s).strip() for s in run.suites)]) + "\n"
    )
