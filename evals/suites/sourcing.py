"""How well is a statement sourced in a pile: is it told as a desk editor labelled it?

Story sets are invented articles on one event, with statements to be checked (`evals.sourcing.stories`): those of
`data` (`shared`), or our own in evals/data/stories (`own`). Each story is a collection in memory with its articles
under their numbers only, and `check` and `findings` are called as the commands call them. Only one of the sets is
measured in a run: the shared one if there is `data`, because the rules may be looked at and mended with it in sight;
our own stories were written blind, and stay a measure of what the rules do on unseen ones only as long as they are
scored once, at the end.

"counting" is the baseline: articles that have a sentence like the statement, counted. An interval is a bootstrap over
statements. `cross` are statements in another language than every article that supports or opposes them. Flags speak
of supported statements. "told as" tells what else the statements labelled with a standing were taken for. `findings,
shown`: of the supported statements, those that turn up with the right standing among the findings over their story
(`evals.sourcing.shown`; the others cannot: a finding is about an article's own words). `findings, numbers joined`:
findings with a claim for support that gives another number for the same thing (`evals.sourcing.differing`).
"statements" are those that a measure asks of. A story on which the assistant fails counts as told wrongly, and breaks
a bar of its own. The bars were set for the shared stories.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from assistant.sourcing import Flag, Standing
from evals import asked
from evals.counts import interval
from evals.own import DATA
from evals.report import Bar, Row, Table
from evals.sourcing import scores
from evals.sourcing.scores import Case, Measure
from evals.sourcing.shown import joins_different_numbers, shown
from evals.sourcing.similar import counted
from evals.sourcing.stories import Probe, Story, stories
from evals.sourcing.told import Told

_COLUMNS = ("ours", "95 %", "counting", "statements")
_SETS = ("shared", "own")
_LANGUAGES = ("de", "en", "ru")
_MACRO, _JOINED = "standing, macro-F1", "findings, numbers joined"


def _in_language(code: str, probe: Probe) -> bool:
    return probe.language == code


_COUNTED: Mapping[str, Measure] = {  # what counting similar articles says something of, too
    "standing": scores.accuracy,
    "standing, same language": scores.accuracy_where(lambda probe: not probe.cross),
    "standing, cross": scores.accuracy_where(lambda probe: probe.cross),
    **{f"standing, {code}": scores.accuracy_where(partial(_in_language, code)) for code in _LANGUAGES},
    **{f"{which.value}, F1": scores.f1(scores.standing(which)) for which in Standing},
    "supporting articles, F1": scores.f1(scores.supporting),
    "opposing articles, F1": scores.f1(scores.opposing),
    "origins, number exact": scores.origins_exact,
    "origins, several told as several": scores.several_origins,
    "distorted, told as supported": scores.told_as_supported,
    "distorted, told as corroborated": scores.told_as_corroborated,
}
_OURS: Mapping[str, Measure] = {
    "origins, names F1": scores.f1(scores.origin_names),
    "flags, micro-F1": scores.f1(scores.flags),
    **{f"flag {which.value}, precision": scores.precision(scores.flag(which)) for which in Flag},
    **{f"flag {which.value}, recall": scores.recall(scores.flag(which)) for which in Flag},
    "findings, shown": shown,
}
_AT_LEAST = {
    "standing, same language": 0.60,
    _MACRO: 0.50,
    "standing, cross": 0.35,
    "supporting articles, F1": 0.65,
    "opposing articles, F1": 0.45,
    "flags, micro-F1": 0.60,
    "origins, number exact": 0.85,
    "origins, several told as several": 0.50,
    "origins, names F1": 0.65,
    "findings, shown": 0.50,
}
_AT_MOST = {"distorted, told as supported": 0.15, "distorted, told as corroborated": 0.0, _JOINED: 0.0}


def run(data: Path | None, which: str | None = None) -> Table:
    """`which` of the sets, "shared" or "own"; by default the shared one where there is `data`."""
    which = which or ("shared" if data else "own")
    folder = DATA / "stories" if which == "own" else (data or Path("absent")) / "stories"
    left_out = f"{next(s for s in _SETS if s != which)} stories: not asked for (--set)"
    if not folder.is_dir():
        absent = "give their folder with --data" if which == "shared" else f"{folder} is not there"
        return Table("sourcing", _COLUMNS, (), (f"{which} stories: {absent}", left_out))
    found = stories(folder)
    faults: list[str] = []
    measured = [_cases(story, faults) for story in found]
    simple = [Case(probe, told) for story in found for probe, told in zip(story.probes, counted(story), strict=True)]
    rows = [*_rows(f"{which} stories", [case for cases in measured for case in cases], simple), _joined(measured)]
    failed = Bar("stories failed on", float(len(faults)), 0.0, at_least=False)
    bars = _bars(rows) if which == "shared" else ()
    return Table("sourcing", _COLUMNS, tuple(rows), (*faults, left_out), (*bars, failed))


def _cases(story: Story, faults: list[str]) -> list[Case]:
    """A story on which the assistant fails is wrong everywhere and named; the others are measured all the same."""
    told: Sequence[Told | None] | None = _tried(asked.checked, story, faults)
    findings = _tried(asked.listed, story, faults) or []
    answers = told if told and len(told) == len(story.probes) else [None] * len(story.probes)
    return [Case(probe, answer, findings) for probe, answer in zip(story.probes, answers, strict=True)]


def _tried(do: Callable[[Story], list[Told]], story: Story, faults: list[str]) -> list[Told] | None:
    """None where it failed: one bug must not cost the one blind measurement of all other stories."""
    try:
        return do(story)
    except Exception as error:
        faults.append(f"{story.name}: FAILED, counted as wrong: {error!r}")
        return None


def _rows(note: str, cases: Sequence[Case], simple: Sequence[Case]) -> list[Row]:
    macro = {"ours": scores.macro_f1(cases), "counting": scores.macro_f1(simple), "statements": float(len(cases))}
    first, *rest = [_row(name, measure, cases, simple) for name, measure in _COUNTED.items()]
    rest += [_row(name, measure, cases) for name, measure in _OURS.items()]
    return [Row(first.name, first.values, note), Row(_MACRO, macro), *rest]


def _joined(measured: Iterable[Sequence[Case]]) -> Row:
    lists = [cases[0].findings for cases in measured if cases]
    total = sum(map(len, lists))
    return Row(_JOINED, {"ours": float(sum(map(joins_different_numbers, lists)))}, f"of {total} findings")


def _row(name: str, measure: Measure, cases: Sequence[Case], simple: Sequence[Case] = ()) -> Row:
    ratios = [measure(case) for case in cases]
    low, high = interval([part for part, _ in ratios], [whole for _, whole in ratios])
    values: dict[str, float | str] = {
        "ours": scores.value(cases, measure),
        "95 %": f"{low:.2f}–{high:.2f}",
        "statements": float(sum(whole > 0 for _, whole in ratios)),
    }
    return Row(name, {**values, "counting": scores.value(simple, measure)} if simple else values, _told_as(name, cases))


def _told_as(name: str, cases: Iterable[Case]) -> str:
    for which in Standing:
        if name == f"{which.value}, F1":
            others = scores.confused(cases, which).most_common()
            return "told as " + ", ".join(f"{other} {n}" for other, n in others) if others else ""
    return ""


def _bars(rows: Iterable[Row]) -> tuple[Bar, ...]:
    values = {row.name: float(row.values["ours"]) for row in rows}
    return (
        *(Bar(name, values[name], bound) for name, bound in _AT_LEAST.items()),
        *(Bar(name, values[name], bound, at_least=False) for name, bound in _AT_MOST.items()),
    )
