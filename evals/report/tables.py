"""A run as rows of text: what the terminal and the Markdown page show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.harness.cases import OURS
from evals.harness.record import Figure, SetRecord, SuiteRecord
from evals.report.figures import between, macro, number
from evals.report.targets import Reached, cells

_TOLD = 10  # failed or ungraded cases that are told one by one


@dataclass(frozen=True, slots=True)
class Table:
    """`title`: the set. The first column is text, the others are figures."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def tables(suite: SuiteRecord, targets: Sequence[Reached] = ()) -> Iterator[Table]:
    for found in suite.sets:
        if not found.skipped:
            yield _table(found, cells(targets, suite.name, found))


def skips(suite: SuiteRecord) -> list[str]:
    return [f"skipped: {s.name}: {s.skipped}" for s in suite.sets if s.skipped]


def _table(found: SetRecord, targets: Mapping[str, str]) -> Table:
    others = found.systems()[1:]
    target = ("target",) if targets else ()
    own = [f for f in found.figures if f.system == OURS]
    macros = any(map(macro, own))
    header = ("", OURS, "95 %", *target, *(("macro",) if macros else ()), *others, "cases")
    rows = [_row(found, figure, others, targets, macros=macros) for figure in own]
    return Table(title(found), header, tuple(rows), tuple(notes(found)))


def title(found: SetRecord) -> str:
    some = f"{len(found.rows)} of {found.size}" if len(found.rows) < found.size else str(found.size)
    return f"{found.name} ({some} cases)" if found.size != 1 else found.name


def _row(
    found: SetRecord, ours: Figure, others: Sequence[str], targets: Mapping[str, str], *, macros: bool
) -> tuple[str, ...]:
    beside = [found.figure(ours.measure, system, ours.language) for system in others]
    name = f"  {ours.language}" if ours.language else ours.measure
    target = ("" if ours.language else targets.get(ours.measure, ""),) if targets else ()
    return (
        name,
        number(ours.value),
        between(ours),
        *target,
        *((macro(ours),) if macros else ()),
        *(number(f.value if f else None) for f in beside),
        str(ours.cases),
    )


def notes(found: SetRecord) -> list[str]:
    return list(_notes(found))


def _notes(found: SetRecord) -> Iterator[str]:
    yield from (f"left out: {what}" for what in found.without)
    for word, told in (("FAILED, counted as wrong", _failed(found)), ("ungraded", _ungraded(found))):
        for case, why in told[:_TOLD]:
            yield f"{word}: {case}: {why}"
        if len(told) > _TOLD:
            yield f"{word}: {len(told) - _TOLD} more"


def _failed(found: SetRecord) -> list[tuple[str, str]]:
    return [(row.case, row.failed) for row in found.rows if row.failed]


def _ungraded(found: SetRecord) -> list[tuple[str, str]]:
    """By reason where many share one."""
    reasons = Counter(row.ungraded for row in found.rows if row.ungraded)
    return [(f"{n} cases", why) for why, n in reasons.most_common()]


def confusion(found: SetRecord, kind: str) -> dict[str, Counter[str]]:
    """For each label of this kind, what its cases were told as, and how often."""
    seen: dict[str, Counter[str]] = {}
    for row in found.graded:
        if kind in row.labels:
            labelled, told = row.labels[kind]
            seen.setdefault(labelled, Counter())[told] += 1
    return dict(sorted(seen.items()))


def kinds_of_labels(found: SetRecord) -> list[str]:
    return sorted({kind for row in found.graded for kind in row.labels})
