"""A suite's table for people: on the terminal, or as Markdown for docs/evaluation.md."""

from __future__ import annotations

from evals.report import Bar, Row, Table

_ABSENT = ""


def to_text(table: Table) -> str:
    """Columns as wide as they need to be: figures that are cut off tell nothing."""
    header, *rows = _cells(table)
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    lines = [table.suite, _line(header, widths), "-" * (sum(widths) + 2 * (len(widths) - 1))]
    lines += [_line(row, widths) for row in rows]
    return "\n".join([*lines, *map(_verdict, table.bars), *_skipped(table)]) + "\n"


def to_markdown(table: Table, about: str) -> str:
    """`about`: what the suite measures, in paragraphs."""
    header, *rows = _cells(table)
    rule = ["---", *["---:"] * len(table.columns), "---"]
    lines = [f"| {' | '.join(cells)} |" for cells in (header, rule, *rows)]
    bars = [f"- {_verdict(bar)}" for bar in table.bars]
    return (
        "\n".join([f"## {table.suite}", "", about, "", *lines, "", *bars, *[f"- {s}" for s in _skipped(table)]]) + "\n"
    )


def figure(value: float) -> str:
    """Three decimals for shares, fewer for larger numbers."""
    if value == int(value) and abs(value) >= 2:
        return f"{value:,.0f}"
    return f"{value:,.3f}" if abs(value) < 10 else f"{value:,.1f}"


def _cells(table: Table) -> list[list[str]]:
    rows = [[r.name, *(_cell(r, c) for c in table.columns), r.note] for r in table.rows]
    return [["", *table.columns, ""], *rows]


def _cell(row: Row, column: str) -> str:
    value = row.values.get(column, _ABSENT)
    return value if isinstance(value, str) else figure(value)


def _line(cells: list[str], widths: list[int]) -> str:
    first, *middle, last = [
        c.ljust(w) if n in (0, len(cells) - 1) else c.rjust(w)
        for n, (c, w) in enumerate(zip(cells, widths, strict=True))
    ]
    return "  ".join([first, *middle, last]).rstrip()


def _verdict(bar: Bar) -> str:
    word, relation = "kept  " if bar.kept else "BROKEN", ">=" if bar.at_least else "<="
    return f"{word}  {bar.measure}: {figure(bar.value)} (bar: {relation} {figure(bar.bound)})"


def _skipped(table: Table) -> list[str]:
    return [f"skipped: {what}" for what in table.skipped]
