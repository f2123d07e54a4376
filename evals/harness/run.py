"""Runs suites: every case of every set, once; what fails gets its default and is told; what is known is not redone."""

from __future__ import annotations

import importlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from types import ModuleType

from evals.harness.bench import Bench
from evals.harness.cases import Case, CaseSet, Scores
from evals.harness.journal import Journal
from evals.harness.record import Figure, Row, SetRecord, SuiteRecord
from evals.harness.watch import Spent, Watch
from evals.measures.measure import Measure

SUITES = (
    "cleaning", "quotes", "quotations", "retrieval", "sourcing", "entailment", "summaries", "answers", "gate",
    "injection", "speed",
)  # fmt: skip

Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which cases of each set: all (0), or so many drawn by the seed; and of those, only the ones with these ids."""

    limit: int = 0
    ids: tuple[str, ...] = ()
    seed: int = 1

    def of(self, cases: Sequence[Case]) -> list[Case]:
        found = [c for c in cases if not self.ids or any(fnmatchcase(c.id, pattern) for pattern in self.ids)]
        if not 0 < self.limit < len(found):
            return found
        drawn = set(random.Random(self.seed).sample(range(len(found)), self.limit))
        return [case for n, case in enumerate(found) if n in drawn]


def measured(
    name: str, bench: Bench, chosen: Chosen, journal: Journal, progress: Progress, watch: Watch | None = None
) -> SuiteRecord:
    """One suite from start to end, or to where the budget for the model is spent."""
    watch = watch or Watch(bench.assistant.fallbacks)
    suite = _module(name)
    began = time.perf_counter()
    with ExitStack() as stack:
        own = replace(bench, stack=stack)
        sets = tuple(_set(suite, found, chosen, journal, progress, watch) for found in _until(watch, suite.sets(own)))
    return SuiteRecord(name, (suite.__doc__ or "").strip(), round(time.perf_counter() - began, 1), sets)


def _until(watch: Watch, sets: Iterator[CaseSet]) -> Iterator[CaseSet]:
    for found in sets:
        if watch.stopped:
            return
        yield found


def measures_of(suite: str) -> Sequence[Measure]:
    found: Sequence[Measure] = _module(suite).MEASURES
    return found


def _module(suite: str) -> ModuleType:
    return importlib.import_module(f"evals.suites.{suite}")


def _set(
    suite: ModuleType, found: CaseSet, chosen: Chosen, journal: Journal, progress: Progress, watch: Watch
) -> SetRecord:
    name = suite.__name__.rpartition(".")[2]
    cases = chosen.of(found.cases)
    rows: list[Row] = []
    without = found.without
    for n, case in enumerate(cases, start=1):
        try:
            rows.append(journal.known(name, found.name, case.id) or _done(name, found.name, case, journal, watch))
        except Spent:
            watch.stopped = True
            without = (*without, f"{len(cases) - len(rows)} of {len(cases)} cases: the budget was spent")
            break
        progress(f"{name}: {found.name}", n, len(cases))
    record = SetRecord(found.name, found.origin, found.digest, len(found.cases), found.skipped, without, tuple(rows))
    return summed(name, record, chosen.seed)


def _done(suite: str, of: str, case: Case, journal: Journal, watch: Watch) -> Row:
    row, whole = watch.done(case)
    if whole:
        journal.keep(suite, of, row)
    return row


def summed(suite: str, record: SetRecord, seed: int) -> SetRecord:
    """The record with the suite's figures over its rows."""
    by_language = getattr(_module(suite), "BY_LANGUAGE", ())
    return replace(record, figures=tuple(_figures(measures_of(suite), by_language, record, seed)))


def _figures(measures: Sequence[Measure], by_language: Sequence[str], record: SetRecord, seed: int) -> Iterator[Figure]:
    rows = record.graded
    languages = sorted({row.language for row in rows})
    for system in record.systems():
        own = [row for row in rows if system in row.scores]
        for measure in measures:
            yield from _figure(measure, system, "", [row.parts(system) for row in own], seed)
            for language in languages if measure.name in by_language and len(languages) > 1 else ():
                spoken = [row.parts(system) for row in own if row.language == language]
                yield from _figure(measure, system, language, spoken, seed)


def _figure(measure: Measure, system: str, language: str, cases: Sequence[Scores], seed: int) -> Iterator[Figure]:
    asks = measure.asks(cases)
    value = measure.value(cases) if asks else None
    if value is None:
        return
    low, high = measure.interval(cases, seed) or (None, None)
    yield Figure(measure.name, system, language, value, low, high, measure.macro(cases), asks)
