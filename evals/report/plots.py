"""Pictures of figures as inline SVG: bars with intervals, lines, a grid of what was told as what, a row's strip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.export.tags import Html, tag

_COLOURS = 6
_LETTER = 6.6  # pixels of a letter of 12 px, on average
_ROW, _BAR, _WIDE = 18, 11, 300
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Bar:
    """`low`, `high`: its interval, where it has one. All from 0 to 1. `cases`: how many it is of."""

    value: float
    low: float | None = None
    high: float | None = None
    cases: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    label: str
    points: tuple[tuple[float, float], ...]


def bars(title: str, rows: Mapping[str, Sequence[Bar | None]], series: Sequence[str] = ()) -> Html:
    """For each label a bar of each series from 0 to 1, its interval as a thin line over it."""
    left = max(map(len, rows)) * _LETTER + 12
    each = max(map(len, rows.values())) * _ROW + 8
    top = 22 if series else 4
    parts = list(_legend(series, left))
    bottom = top + each * len(rows)
    parts += [_path(f"M{left + t * _WIDE:.0f} {top}V{bottom}", "axis" if t else "zero") for t in _TICKS]
    parts += [_text(left + t * _WIDE, bottom + 14, f"{t:g}", "middle", "soft") for t in _TICKS]
    for n, (label, group) in enumerate(rows.items()):
        y = top + n * each + 4
        parts.append(_text(left - 8, y + len(group) * _ROW / 2 + 2, label, "end"))
        for k, bar in enumerate(group):
            parts += _bar(left, y + k * _ROW, bar, k) if bar else ()
    return _figure(title, left + _WIDE + 90, bottom + 22, parts)


def _bar(left: float, y: float, bar: Bar, series: int) -> Iterator[Html]:
    yield tag("rect", x=left, y=y, width=f"{bar.value * _WIDE:.1f}", height=_BAR, class_=f"f{series % _COLOURS}")
    if bar.low is not None and bar.high is not None and bar.high > bar.low:
        x1, x2, middle = left + bar.low * _WIDE, left + bar.high * _WIDE, y + _BAR / 2
        yield _path(
            f"M{x1:.1f} {middle}H{x2:.1f}M{x1:.1f} {middle - 3}v6M{x2:.1f} {middle - 3}v6", "whisker"
        )  # fmt: skip
    yield _text(
        left + _WIDE + 8, y + _BAR - 1, f"{bar.value:.2f}" + (f" of {bar.cases}" if bar.cases else ""), "start", "soft"
    )


def _legend(series: Sequence[str], left: float) -> Iterator[Html]:
    x = left
    for n, name in enumerate(series):
        yield tag("rect", x=f"{x:.0f}", y=2, width=11, height=11, class_=f"f{n % _COLOURS}")
        yield _text(x + 16, 12, name)
        x += len(name) * _LETTER + 40


def lines(title: str, found: Sequence[Line], across: str, *, share: bool = False) -> Html:
    """Values against a size or a depth, from 0 to 1 for a share, else to the greatest value; named at their ends."""
    xs = sorted({x for line in found for x, _ in line.points})
    most = max((y for line in found for _, y in line.points), default=1.0)
    top = 1.0 if share else (most or 1.0) * 1.05
    wide, high, left = _WIDE, 200, 56
    place = {x: left + n * (wide / max(1, len(xs) - 1)) for n, x in enumerate(xs)}
    parts = [_path(f"M{left} {10 + high * (1 - t):.1f}H{left + wide}", "axis" if t else "zero") for t in _TICKS]
    parts += [_text(left - 8, 14 + high * (1 - t), _short(top * t), "end", "soft") for t in _TICKS]
    parts += [_text(x, high + 28, _short(value), "middle", "soft") for value, x in place.items()]
    parts.append(_text(left + wide / 2, high + 46, across, "middle", "soft"))
    for n, line in enumerate(found):
        at = [(place[x], 10 + high * (1 - y / top)) for x, y in line.points]
        parts.append(tag("polyline", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in at), class_=f"l{n % _COLOURS}"))
        parts += [tag("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=3.5, class_=f"f{n % _COLOURS}") for x, y in at]
    parts += _ends(found, top, high, left + wide + 12)
    label = max((len(line.label) for line in found), default=0) * _LETTER
    return _figure(title, left + wide + label + 30, high + 54, parts)


def _ends(found: Sequence[Line], top: float, high: float, x: float) -> Iterator[Html]:
    """Each line's name at the height of its end, moved apart where they would lie over each other."""
    ends = sorted((10 + high * (1 - line.points[-1][1] / top), n) for n, line in enumerate(found) if line.points)
    lowest = -100.0
    for y, n in ends:
        lowest = max(y, lowest + 15)
        yield tag("rect", x=x, y=f"{lowest - 5:.1f}", width=9, height=9, class_=f"f{n % _COLOURS}")
        yield _text(x + 14, lowest + 4, found[n].label)


def grid(title: str, seen: Mapping[str, Counter[str]]) -> Html:
    """Rows are what was labelled, columns what was told; the darker, the larger the share of its row."""
    told = sorted({name for row in seen.values() for name in row} | set(seen))
    left = max(map(len, told)) * _LETTER + 14
    wide = max(56.0, max(map(len, told)) * _LETTER + 10)
    parts = [_text(left + n * wide + wide / 2, 16, name, "middle", "soft") for n, name in enumerate(told)]
    parts.append(_text(left + len(told) * wide + 12, 16, "cases", "start", "soft"))
    for n, (labelled, row) in enumerate(seen.items()):
        y, total = 24 + n * 26, row.total() or 1
        parts.append(_text(left - 8, y + 17, labelled, "end"))
        parts.append(_text(left + len(told) * wide + 12, y + 17, f"{total}", "start", "soft"))
        for k, name in enumerate(told):
            kind, share = "right" if name == labelled else "wrong", row[name] / total
            parts.append(_cell(left + k * wide, y, wide, kind, 0.75 * share))
            if row[name]:
                parts.append(_text(left + k * wide + wide / 2, y + 17, str(row[name]), "middle"))
    return _figure(title, left + wide * len(told) + 56, 32 + 26 * len(seen), parts)


def _cell(x: float, y: float, wide: float, kind: str, depth: float) -> Html:
    return tag(
        "rect", x=f"{x:.1f}", y=y, width=f"{wide:.1f}", height=26, class_=f"cell {kind}", fill_opacity=f"{depth:.2f}"
    )


def strip(
    value: float, low: float | None, high: float | None, others: Sequence[float], target: tuple[float, bool] | None
) -> Html:
    """One share in its row: a dot with its interval, the baselines as ticks, the target (met?) as a longer one."""
    wide, edge = 120, 5
    parts = [_path(f"M{edge} 9H{edge + wide}", "axis"), _path(f"M{edge} 6v6M{edge + wide} 6v6", "axis")]
    if low is not None and high is not None:
        parts.append(_path(f"M{edge + low * wide:.1f} 9H{edge + high * wide:.1f}", "span"))
    parts += [_path(f"M{edge + other * wide:.1f} 4v10", "other") for other in others]
    if target:
        bound, met = target
        parts.append(_path(f"M{edge + bound * wide:.1f} 1v16", f"aim {'good' if met else 'bad'}"))
    parts.append(tag("circle", cx=f"{edge + value * wide:.1f}", cy=9, r=3.5, class_="dot"))
    return tag("svg", *parts, viewBox=f"0 0 {wide + 2 * edge} 18", width=wide + 2 * edge, height=18, aria_hidden="true")


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2g}"


def _text(x: float, y: float, words: str, anchor: str = "start", kind: str | None = None) -> Html:
    return tag("text", words, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, class_=kind)


def _path(course: str, kind: str) -> Html:
    return tag("path", d=course, class_=kind)


def _figure(title: str, width: float, height: float, parts: Sequence[Html]) -> Html:
    size = {"viewBox": f"0 0 {width:.0f} {height:.0f}", "width": f"{width:.0f}", "height": f"{height:.0f}"}
    picture = tag("svg", *parts, **size, role="img", aria_label=title)
    return tag("figure", tag("figcaption", title), picture)
