"""The page's first table: of each set the measure that says most, beside the best baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.export.tags import Html, joined, tag
from evals.harness.cases import OURS
from evals.harness.record import Figure, Run, SetRecord, SuiteRecord
from evals.report.figures import between, number
from evals.report.html_table import table_of
from evals.report.targets import Reached, of_set

_HEAD = ("", OURS, "95 %", "best baseline", "targets", "cases")
# Where that is not the suite's first measure: what keeping everything, or passing everything, does not get for free.
_TELLING = {
    "cleaning": ("F1", "noise cut"),
    "retrieval": ("hit@5",),
    "entailment": ("entailed, balanced",),
    "summaries": ("facts told, times lead",),
    "answers": ("holds and refuses, mean",),
    "gate": ("caught, balanced",),
    "speed": ("ask ms, new",),
}


def glance(run: Run, reached: Sequence[Reached]) -> Html | None:
    rows = [row for suite in run.suites for found in suite.sets for row in _row(suite, found, reached)]
    if len(rows) < 2:
        return None
    return joined(tag("h2", "At a glance"), table_of(_HEAD, rows, words=("best baseline", "targets")))


def _row(suite: SuiteRecord, found: SetRecord, reached: Sequence[Reached]) -> Iterator[Html]:
    shown = _telling(suite.name, found)
    if shown is None:
        return
    own = [one for one in of_set(reached, suite.name, found) if one.value is not None]
    met = f"{sum(one.met for one in own)} of {len(own)} met" if own else ""
    name = (tag("a", suite.name, href=f"#{suite.name}"), f" {found.name}", tag("small", shown.measure))
    yield tag(
        "tr",
        tag("th", *name, scope="row"),
        tag("td", number(shown.value), class_="ours"),
        tag("td", between(shown)),
        tag("td", _best(suite.name, found, shown), class_="words"),
        tag("td", tag("span", met, class_="good" if all(one.met for one in own) else "bad"), class_="words"),
        tag("td", str(shown.cases)),
    )


def _telling(suite: str, found: SetRecord) -> Figure | None:
    ours = {f.measure: f for f in found.figures if f.system == OURS and not f.language}
    chosen = (ours[name] for name in _TELLING.get(suite, ()) if name in ours)
    return next(chosen, next(iter(ours.values()), None))


def _best(suite: str, found: SetRecord, ours: Figure) -> str:
    from evals.harness.run import measures_of

    lower = any(m.name == ours.measure and m.better == "lower" for m in measures_of(suite))
    others = [f for s in found.systems()[1:] if (f := found.figure(ours.measure, s)) and f.value is not None]
    if not others:
        return ""
    best = (min if lower else max)(others, key=lambda f: f.value or 0.0)
    return f"{number(best.value)} {best.system}"
