"""The tables of the page: a set's figures, each with a strip beside it, and any other table."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.export.tags import Html, joined, tag
from evals.harness.cases import OURS
from evals.harness.record import Figure, SetRecord
from evals.report.figures import between, macro, number
from evals.report.plots import strip
from evals.report.tables import Table
from evals.report.targets import Reached, of_set, short, summary

_TARGETS = ("", "measure", "measured", "target", "", "aim", "issue")


def set_table(suite: str, found: SetRecord, reached: Sequence[Reached]) -> Html:
    own = of_set(reached, suite, found)
    others = found.systems()[1:]
    figures = [f for f in found.figures if f.system == OURS]
    some = any(map(macro, figures))
    head = ["", OURS, "", "95 %", *(["target"] if own else []), *(["macro"] if some else []), *others, "cases"]
    rows = [_row(found, figure, others, own, macros=some) for figure in figures]
    return table_of(head, rows, words=("target",))


def _row(found: SetRecord, ours: Figure, others: Sequence[str], own: Sequence[Reached], *, macros: bool) -> Html:
    aimed = [] if ours.language else [one for one in own if one.target.bound.measure == ours.measure]
    beside = [found.figure(ours.measure, system, ours.language) for system in others]
    return tag(
        "tr",
        tag("th", ours.language or ours.measure, scope="row"),
        tag("td", number(ours.value), class_="ours"),
        tag("td", _strip(ours, beside, aimed), class_="strip"),
        tag("td", between(ours)),
        target_cell(aimed) if own else None,
        tag("td", macro(ours)) if macros else None,
        *(tag("td", number(f.value if f else None)) for f in beside),
        tag("td", str(ours.cases)),
        class_="part" if ours.language else None,
    )


def target_cell(aimed: Sequence[Reached]) -> Html:
    told = [tag("span", one.cell, class_="good" if one.met else "bad") for one in aimed]
    return tag("td", *(joined("; " if n else "", cell) for n, cell in enumerate(told)), class_="words")


def _strip(ours: Figure, beside: Sequence[Figure | None], aimed: Sequence[Reached]) -> Html | None:
    """Only for shares: what is beyond 1 has no place on it."""
    others = [f.value for f in beside if f and f.value is not None]
    ends = [v for v in (ours.value, ours.low, ours.high, *others) if v is not None]
    if ours.value is None or not all(0 <= v <= 1 for v in ends):
        return None
    plain = [one for one in aimed if not one.target.over and 0 <= one.target.bound.bound <= 1]
    target = (plain[0].target.bound.bound, plain[0].met) if plain else None
    return strip(ours.value, ours.low, ours.high, others, target)


def targets_table(reached: Sequence[Reached]) -> Html | None:
    """All that were measured, the missed ones first, and how many were not."""
    if not reached:
        return None
    told = next(summary(reached)).partition(": ")[2]
    measured = sorted((one for one in reached if one.value is not None), key=lambda one: one.met)
    table = table_of(_TARGETS, [_target(one) for one in measured], words=("measure", "target"))
    return joined(tag("h2", "Targets"), tag("p", f"{told}."), table if measured else None)


def _target(one: Reached) -> Html:
    target, verdict = one.target, "good" if one.met else "bad"
    return tag(
        "tr",
        tag("th", f"{target.bound.suite}, {target.bound.set}", scope="row"),
        tag("td", target.bound.measure, class_="words"),
        tag("td", number(one.value), class_="ours"),
        tag("td", target.told, class_="words"),
        tag("td", tag("b", one.verdict, class_=verdict), class_="words"),
        tag("td", "" if target.aim is None else short(target.aim)),
        tag("td", "" if target.issue is None else str(target.issue)),
    )


def plain_table(table: Table) -> Html:
    if not table.rows:
        return joined()
    rows = [
        tag("tr", tag("th", first, scope="row"), *(tag("td", cell) for cell in rest)) for first, *rest in table.rows
    ]
    return table_of(table.header, rows)


def table_of(header: Sequence[str], rows: Sequence[Html], words: Sequence[str] = ()) -> Html:
    """`words`: the columns that are no figures, and stand on the left."""
    cells = (tag("th", cell, scope="col", class_="words" if cell in words else None) for cell in header)
    table = tag("table", tag("thead", tag("tr", *cells)), tag("tbody", *rows))
    return tag("div", table, class_="scroll", tabindex="0", role="group")
