"""A run as one self-contained page: every table with its baselines, and pictures; no script, nothing loaded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from evals.harness.cases import OURS
from evals.harness.record import Run, SetRecord, SuiteRecord
from evals.report import plots
from evals.report.floors import Held
from evals.report.tables import Table, confusion, kinds_of_labels, skips, tables
from evals.report.text import run_line

_STYLE = """
body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;margin:.5rem 0 1rem;font-variant-numeric:tabular-nums}
th,td{padding:.15rem .6rem;text-align:right;border-bottom:1px solid #ddd}
th:first-child,td:first-child{text-align:left;white-space:pre}
.scroll,figure{overflow-x:auto;margin:1rem 0} figcaption{font-weight:600}
.about{color:#555;white-space:pre-line} .broken{color:#a11} svg{max-width:none;height:auto}
@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818} th,td{border-color:#444} .about{color:#aaa}}
"""
_DEPTHS = (1, 5, 20)
_SIZES = ("add articles/s", "ask ms, not met", "check ms, not met", "chat ms, not met", "add peak MB")


def to_html(run: Run, held: Sequence[Held] = (), against: Table | None = None) -> str:
    parts = [f"<h1>How good it is</h1><p>{escape(run_line(run))}</p>", _floors(held)]
    if against:
        parts.append(f"<h2>{escape(against.title)}</h2>{_table(against)}")
    parts += [_suite(suite) for suite in run.suites]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>{_STYLE}</style>'
    head = f'<!doctype html><html lang="en"><head><title>How good it is</title>{head}</head>'
    return f"{head}<body>{''.join(parts)}</body></html>\n"


def _floors(held: Sequence[Held]) -> str:
    if not held:
        return ""
    broken = [h for h in held if h.broken]
    items = "".join(f'<li class="broken">{escape(str(h))}</li>' for h in broken)
    return f"<h2>Floors</h2><p>{len(held) - len(broken)} of {len(held)} kept.</p><ul>{items}</ul>"


def _suite(suite: SuiteRecord) -> str:
    about = f'<p class="about">{escape(suite.about)}</p><p>{suite.seconds:.0f} s</p>'
    shown = "".join(f"<h3>{escape(table.title)}</h3>{_table(table)}" for table in tables(suite))
    pictures = "".join(picture for of in suite.sets for picture in _pictures(suite.name, of))
    left_out = "".join(f"<li>{escape(line)}</li>" for line in skips(suite))
    return f"<h2>{escape(suite.name)}</h2>{about}{shown}{pictures}" + (f"<ul>{left_out}</ul>" if left_out else "")


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in table.header)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    notes = "".join(f"<li>{escape(note)}</li>" for note in table.notes)
    return f'<div class="scroll"><table><tr>{head}</tr>{rows}</table></div>' + (f"<ul>{notes}</ul>" if notes else "")


def _pictures(suite: str, of: SetRecord) -> Iterator[str]:
    if not of.rows:
        return
    if suite == "sourcing" and (flags := _flags(of)):
        yield plots.bars(f"{of.name}: flags, precision and recall", flags)
    for kind in kinds_of_labels(of):
        yield plots.grid(f"{of.name}: {kind}, labelled (rows) and told (columns)", confusion(of, kind))
    if suite == "retrieval":
        yield plots.lines(f"{of.name}: found among the first k", _curves(of), "k")
    if suite == "speed" and len(of.rows) > 1:
        for measure in _SIZES:
            yield plots.lines(f"{measure}, against the number of articles", _by_size(of, measure), "articles")
    if suite == "gate" and (kinds := _shares(of, "caught")):
        yield plots.bars(f"{of.name}: altered sentences caught, by kind", kinds)


def _flags(of: SetRecord) -> list[plots.Bar]:
    found = [f for f in of.figures if f.measure.startswith("flag ") and f.system == OURS]
    found.sort(key=lambda f: f.measure)
    return [
        plots.Bar(f.measure.removeprefix("flag "), f.value or 0.0, f.low, f.high, int("recall" in f.measure))
        for f in found
    ]


def _shares(of: SetRecord, word: str) -> list[plots.Bar]:
    return [
        plots.Bar(f.measure, f.value or 0.0, f.low, f.high)
        for f in of.figures
        if f.measure.startswith(word) and f.system == OURS and not f.language
    ]


def _curves(of: SetRecord) -> list[plots.Line]:
    return [
        plots.Line(system, tuple((float(k), f.value or 0.0) for k in _DEPTHS if (f := of.figure(f"hit@{k}", system))))
        for system in of.systems()
    ]


def _by_size(of: SetRecord, measure: str) -> list[plots.Line]:
    """From the rows: a figure over several sizes would be a mean of what must not be averaged."""
    found = []
    for system in of.systems():
        points = [(_size(r.case), r.scores[system][measure][0]) for r in of.rows if measure in r.scores.get(system, {})]
        found += [plots.Line(system, tuple(sorted(points)))] if points else []
    return found


def _size(case: str) -> float:
    return float(case.split(maxsplit=1)[0])
