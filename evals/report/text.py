"""A run for the terminal, and as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from evals.harness.cases import OURS
from evals.harness.record import Row, Run, SuiteRecord
from evals.report.figures import number
from evals.report.tables import Table, skips, tables
from evals.report.targets import Reached


def suite_text(suite: SuiteRecord, targets: Sequence[Reached] = ()) -> str:
    """Columns as wide as they need to be: figures that are cut off tell nothing."""
    parts = [_text(f"{suite.name}: {table.title}", table) for table in tables(suite, targets)]
    return "\n\n".join([*parts, *(["\n".join(skips(suite))] if skips(suite) else [])]) + "\n"


def run_line(run: Run) -> str:
    """Who was measured, in one line."""
    prompts = ", ".join(f"{name} {digest}" for name, digest in run.prompts.items()) if run.model else ""
    some = f", at most {run.limit} cases a set" if run.limit else ""
    return (
        f"secondsource {run.version} (code {run.code}), model {run.model or 'none'}, embedder {run.embedder}, "
        f"seed {run.seed}{some}" + (f"; prompts {prompts}" if prompts else "")
    )


def suite_markdown(suite: SuiteRecord, targets: Sequence[Reached] = ()) -> str:
    parts = [f"## {suite.name}", suite.about]
    for table in tables(suite, targets):
        parts += [f"### {table.title}", _markdown(table)]
        parts += ["\n".join(f"- {note}" for note in table.notes)] if table.notes else []
    parts += ["\n".join(f"- {line}" for line in skips(suite))] if skips(suite) else []
    return "\n\n".join(parts) + "\n"


def _markdown(table: Table) -> str:
    rule = ["---", *["---:"] * (len(table.header) - 1)]
    rows = [table.header, rule, *(tuple(map(_indented, row)) for row in table.rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def _indented(cell: str) -> str:
    return f"&nbsp;&nbsp;{cell.strip()}" if cell.startswith("  ") else cell


def table_text(table: Table) -> str:
    return _text(table.title, table)


def cases_text(suite: SuiteRecord) -> str:
    """Each case with what it got, for whoever looks one up."""
    return "\n".join(_case(row) for found in suite.sets for row in found.rows) + "\n"


def _case(row: Row) -> str:
    got = ", ".join(
        f"{name} {number(part)}/{number(whole)}" for name, (part, whole) in row.parts(OURS).items() if whole
    )
    labels = ", ".join(f"{kind}: {told} (labelled {labelled})" for kind, (labelled, told) in row.labels.items())
    why = row.failed or row.ungraded
    return "\n    ".join(filter(None, [f"{row.case} ({row.language})", got, labels, row.note, why]))


def _text(title: str, table: Table) -> str:
    if not table.rows:
        return "\n".join([title, *table.notes])
    cells = [table.header, *table.rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    header, *rows = [_line(row, widths) for row in cells]
    rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
    return "\n".join([title, header, rule, *rows, *table.notes])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = list(zip(cells, widths, strict=True))
    return "  ".join(c.ljust(w) if n == 0 else c.rjust(w) for n, (c, w) in enumerate(pairs)).rstrip()
