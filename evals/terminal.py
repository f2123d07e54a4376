"""A suite's table on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evals.report import Bar, Row, Table

if TYPE_CHECKING:
    from rich.table import Table as Grid


def show(table: Table) -> None:
    from rich.console import Console

    console = Console(markup=False, highlight=False, soft_wrap=True)
    console.print()
    if table.rows:
        console.print(_grid(table))
    for bar in table.bars:
        console.print(_verdict(bar))
    for what in table.skipped:
        console.print(f"skipped: {what}")


def _grid(table: Table) -> Grid:
    from rich import box
    from rich.table import Table as Grid

    grid = Grid(title=table.suite, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    grid.add_column("")
    for column in table.columns:
        grid.add_column(column, justify="right")
    grid.add_column("")
    for row in table.rows:
        grid.add_row(row.name, *(_cell(row, c) for c in table.columns), row.note)
    return grid


def _cell(row: Row, column: str) -> str:
    value = row.values.get(column, "")
    return value if isinstance(value, str) else figure(value)


def figure(value: float) -> str:
    """Three decimals for shares, fewer for larger numbers."""
    if value == int(value) and abs(value) >= 2:
        return f"{value:,.0f}"
    return f"{value:,.3f}" if abs(value) < 10 else f"{value:,.1f}"


def _verdict(bar: Bar) -> str:
    word, relation = "kept  " if bar.kept else "BROKEN", ">=" if bar.at_least else "<="
    return f"{word}  {bar.measure}: {figure(bar.value)} (bar: {relation} {figure(bar.bound)})"
