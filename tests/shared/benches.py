"""Suites run for a test: one suite over few cases, and an assistant that a test breaks in one place."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path

from evals.asked import Assistant
from evals.harness.bench import Bench
from evals.harness.cases import OURS, CaseSet
from evals.harness.journal import Journal
from evals.harness.record import SetRecord, SuiteRecord
from evals.harness.run import Chosen, measured, measures_of


def run_suite(
    name: str,
    assistant: Assistant | None = None,
    *,
    data: Path | None = None,
    which: str | None = None,
    limit: int = 0,
    ids: tuple[str, ...] = (),
) -> SuiteRecord:
    bench = Bench(assistant or Assistant(), data, which)
    with tempfile.TemporaryDirectory() as folder:
        journal = Journal(Path(folder) / "journal.jsonl", resume=False)
        return measured(name, bench, Chosen(limit, ids), journal, lambda stage, done, total: None)


def set_of(suite: SuiteRecord, name: str) -> SetRecord:
    return next(s for s in suite.sets if s.name == name)


def values(of: SetRecord, system: str = OURS) -> dict[str, float]:
    return {f.measure: f.value for f in of.figures if f.system == system and not f.language and f.value is not None}


def fallen(sound: SuiteRecord, broken: SuiteRecord) -> set[str]:
    """The measures that are worse in any set."""
    better = {m.name: m.better for m in measures_of(sound.name)}
    found = set()
    for before, after in zip(sound.sets, broken.sets, strict=True):
        now = values(after)
        for name, value in values(before).items():
            loss = value - now.get(name, 0.0 if better[name] == "higher" else value)
            if (better[name] == "higher" and loss > 1e-9) or (better[name] == "lower" and loss < -1e-9):
                found.add(name)
    return found


def sets_of(suite: object, bench: Bench) -> list[CaseSet]:
    with ExitStack():
        return list(suite.sets(bench))  # type: ignore[attr-defined]
