"""How a figure is written."""

from __future__ import annotations

from evals.harness.record import Figure


def macro(figure: Figure) -> str:
    same = figure.macro is None or figure.value is None or abs(figure.macro - figure.value) < 1e-9
    return "" if same else number(figure.macro)


def between(figure: Figure) -> str:
    return "" if figure.low is None or figure.high is None else f"{number(figure.low)}–{number(figure.high)}"


def number(value: float | None) -> str:
    """Three decimals for shares, fewer for larger numbers; nothing where there is none."""
    if value is None:
        return ""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"
