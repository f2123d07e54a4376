"""Pictures of figures as inline SVG: bars with intervals, lines, and a grid of what was told as what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

_COLOURS = ("#0b5fa5", "#c2571a", "#4c8c3f", "#7a4fa3", "#8a8a8a", "#b0892a")
_ROW, _LEFT, _WIDE = 20, 220, 420
_TEXT = 'font-size="12" fill="currentColor"'


@dataclass(frozen=True, slots=True)
class Bar:
    """`low`, `high`: its interval, where it has one. All from 0 to 1."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None
    system: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    points: tuple[tuple[float, float], ...]


def bars(title: str, rows: Sequence[Bar]) -> str:
    """Shares as bars from 0 to 1, the interval as a thin line over each."""
    parts = []
    for n, bar in enumerate(rows):
        y = n * _ROW + 4
        colour = _COLOURS[bar.system % len(_COLOURS)]
        parts.append(_words(_LEFT - 8, y + 11, bar.label, "end"))
        parts.append(f'<rect x="{_LEFT}" y="{y}" width="{bar.value * _WIDE:.1f}" height="12" fill="{colour}"/>')
        if bar.low is not None and bar.high is not None:
            x1, x2 = _LEFT + bar.low * _WIDE, _LEFT + bar.high * _WIDE
            parts.append(f'<path d="M{x1:.1f} {y + 6}H{x2:.1f}" stroke="currentColor" stroke-width="2"/>')
        parts.append(_words(_LEFT + _WIDE + 8, y + 11, f"{bar.value:.2f}"))
    return _svg(title, _LEFT + _WIDE + 60, len(rows) * _ROW + 8, parts)


def lines(title: str, found: Sequence[Line], across: str) -> str:
    """Values against a size or a depth; the height is from 0 to the greatest value."""
    xs = sorted({x for line in found for x, _ in line.points})
    top = max((y for line in found for _, y in line.points), default=1.0) or 1.0
    place = {x: 60 + n * (_WIDE / max(1, len(xs) - 1)) for n, x in enumerate(xs)}
    parts = [
        f'<path d="M60 10V210H{60 + _WIDE}" fill="none" stroke="currentColor"/>',
        _words(54, 20, _short(top), "end"),
    ]
    parts += [_words(54, 214, "0", "end"), *(_words(x, 228, _short(v), "middle") for v, x in place.items())]
    parts.append(_words(60 + _WIDE, 246, across, "end"))
    for n, line in enumerate(found):
        colour = _COLOURS[n % len(_COLOURS)]
        path = " ".join(f"{place[x]:.1f},{210 - 200 * y / top:.1f}" for x, y in line.points)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<circle cx="{place[x]:.1f}" cy="{210 - 200 * y / top:.1f}" r="3" fill="{colour}"/>'
            for x, y in line.points
        ]
        parts.append(f'<rect x="{80 + _WIDE}" y="{14 + n * _ROW}" width="12" height="12" fill="{colour}"/>')
        parts.append(_words(98 + _WIDE, 24 + n * _ROW, line.label))
    return _svg(title, _WIDE + 320, 256, parts)


def grid(title: str, seen: Mapping[str, Counter[str]]) -> str:
    """Rows are what was labelled, columns what was told; the darker, the larger the share of its row."""
    told = sorted({name for row in seen.values() for name in row} | set(seen))
    parts = [_words(160 + n * 84 + 42, 20, name, "middle") for n, name in enumerate(told)]
    for n, (labelled, row) in enumerate(seen.items()):
        y, total = 30 + n * 28, row.total() or 1
        parts.append(_words(152, y + 18, labelled, "end"))
        for k, name in enumerate(told):
            x, share = 160 + k * 84, row[name] / total
            colour = _COLOURS[2] if name == labelled else _COLOURS[1]
            edge = f'stroke="currentColor" stroke-opacity=".2" fill="{colour}" fill-opacity="{share:.2f}"'
            parts.append(f'<rect x="{x}" y="{y}" width="84" height="28" {edge}/>')
            if row[name]:
                parts.append(_words(x + 42, y + 18, str(row[name]), "middle"))
    return _svg(title, 170 + 84 * len(told), 40 + 28 * len(seen), parts)


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2f}"


def _words(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" {_TEXT}>{escape(text)}</text>'


def _svg(title: str, width: float, height: float, parts: Sequence[str]) -> str:
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}"'
    return (
        f'<figure><figcaption>{escape(title)}</figcaption><svg {size} role="img" aria-label="{escape(title)}">'
        f"{''.join(parts)}</svg></figure>"
    )
