"""Which pictures a set gets: flags, confusions, curves, kinds; and what grows with the number of articles."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.export.tags import Html
from evals.harness.cases import OURS
from evals.harness.record import Figure, SetRecord, SuiteRecord
from evals.report import plots
from evals.report.tables import confusion, kinds_of_labels

_DEPTHS = (1, 5, 20)
_SIDES = ("precision", "recall")
_SIZES = ("add articles/s", "ask ms, new", "check ms, new", "chat ms, new", "add peak MB")
# Of which measures, by how their names begin, a suite has bars.
_SHARES = {
    "gate": ("caught: ", "altered sentences caught, by kind"),
    "injection": ("all: ", "nothing changed, by kind"),
}


def pictures(suite: str, of: SetRecord) -> Iterator[Html]:
    if suite == "sourcing" and (flags := _flags(of)):
        yield plots.bars(f"{of.name}: flags", flags, _SIDES)
    for kind in kinds_of_labels(of):
        yield plots.grid(f"{of.name}: {kind} as labelled (rows) and as told (columns)", confusion(of, kind))
    if suite == "retrieval":
        yield plots.lines(f"{of.name}: questions with a hit among the first k", _curves(of), "k", share=True)
    if suite in _SHARES and (kinds := _kinds(of, _SHARES[suite][0])):
        yield plots.bars(f"{of.name}: {_SHARES[suite][1]}", kinds)


def across_sizes(suite: SuiteRecord) -> list[Html]:
    """Speed against size, where several sizes were measured; each is a set named after its number of articles."""
    sizes = [(float(s.name.split()[0]), s) for s in suite.sets if not s.skipped] if suite.name == "speed" else []
    if len(sizes) < 2:
        return []
    systems = list(dict.fromkeys(system for _, s in sizes for system in s.systems()))
    found = []
    for measure in _SIZES:
        curves = [_curve(system, measure, sizes) for system in systems]
        found.append(plots.lines(f"{measure}, by number of articles", [c for c in curves if c.points], "articles"))
    return found


def _curve(system: str, measure: str, sizes: list[tuple[float, SetRecord]]) -> plots.Line:
    points = [(size, f.value) for size, s in sizes if (f := s.figure(measure, system)) and f.value is not None]
    return plots.Line(system, tuple(sorted(points)))


def _flags(of: SetRecord) -> dict[str, list[plots.Bar | None]]:
    names = [f.measure for f in of.figures if f.measure.startswith("flag ") and f.system == OURS]
    flags = dict.fromkeys(name.removeprefix("flag ").partition(",")[0] for name in names)
    return {flag: [_bar(of.figure(f"flag {flag}, {side}")) for side in _SIDES] for flag in flags}


def _kinds(of: SetRecord, start: str) -> dict[str, list[plots.Bar | None]]:
    own = [f for f in of.figures if f.measure.startswith(start) and f.system == OURS and not f.language]
    return {f.measure.removeprefix(start): [_bar(f)] for f in own}


def _bar(figure: Figure | None) -> plots.Bar | None:
    if figure is None or figure.value is None:
        return None
    return plots.Bar(figure.value, figure.low, figure.high, figure.cases)


def _curves(of: SetRecord) -> list[plots.Line]:
    return [
        plots.Line(system, tuple((float(k), f.value or 0.0) for k in _DEPTHS if (f := of.figure(f"hit@{k}", system))))
        for system in of.systems()
    ]
