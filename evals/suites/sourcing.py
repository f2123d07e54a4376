"""How well is a statement sourced in a pile: is it told as a desk editor labelled it?

Story sets are invented articles on one event, with statements to be checked (`evals.formats.stories`): those of
`data` (`shared`), or our own in evals/data/stories (`own`). Each story is a collection in memory with its articles
under their numbers only, and `check` and `findings` are called as the commands call them. Only one of the sets is
measured in a run: the shared one if there is `data`, because the rules may be looked at and mended with it in sight;
our own stories were written blind, and say what the rules do on unseen ones only as long as nobody tunes on them. So
were the nine of evals/data/blind/stories (`blind`), by others; of none of either set has anybody read a text since. The
eight of evals/data/read/stories (`read`) were blind until 27 November 2026: their errors were read then, and nothing
learns from them.

"counting" is the baseline: articles that have a sentence like the statement, counted. `cross` are statements in
another language than every article that supports or opposes them. Flags speak of supported statements. `findings,
shown`: of the supported statements, those that turn up with the right standing among the findings over their story
(`evals.sourcing.shown`; the others cannot: a finding is about an article's own words). `findings joining numbers`:
the share of findings with a claim for support that gives another number for the same thing
(`evals.sourcing.differing`). A statement on which the assistant fails counts as told wrongly. Nobody else publishes
figures on such a set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from assistant.sourcing import Flag, Standing
from evals.asked import Assistant
from evals.baseline.similar import counted
from evals.formats.stories import Probe, Story, stories
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, Ratio, Scores, skipped
from evals.measures import sourcing as scores
from evals.measures.measure import Measure, mean_where
from evals.own import BLIND, DATA
from evals.sourcing.shown import joins_different_numbers, shown
from evals.sourcing.told import Told

_COUNTING = "counting"
_OURS_IN: Mapping[str, Path] = {
    "own": DATA / "stories",
    "blind": BLIND / "stories",
    "read": DATA / "read" / "stories",
}
_SETS = ("shared", *_OURS_IN)
_STANDINGS: Mapping[str, scores.Measure] = {f"{s.value}, F1": scores.f1(scores.standing(s)) for s in Standing}
_LABELLED: Mapping[str, scores.Measure] = {f"labelled {s.value}": scores.labelled(s) for s in Standing}
_COUNTED: Mapping[str, scores.Measure] = {  # what counting similar articles says something of, too
    "standing": scores.accuracy,
    "standing, same language": scores.accuracy_where(lambda probe: not probe.cross),
    "standing, cross": scores.accuracy_where(lambda probe: probe.cross),
    **_STANDINGS,
    "supporting articles, F1": scores.f1(scores.supporting),
    "opposing articles, F1": scores.f1(scores.opposing),
    "origins, number exact": scores.origins_exact,
    "origins, several told as several": scores.several_origins,
    "distorted, told as supported": scores.told_as_supported,
    "distorted, told as corroborated": scores.told_as_corroborated,
}
_OURS: Mapping[str, scores.Measure] = {
    "origins, names F1": scores.f1(scores.origin_names),
    "flags, micro-F1": scores.f1(scores.flags),
    **{f"flag {f.value}, precision": scores.precision(scores.flag(f)) for f in Flag},
    **{f"flag {f.value}, recall": scores.recall(scores.flag(f)) for f in Flag},
    "findings, shown": shown,
}
_WORSE_HIGH = ("distorted, told as supported", "distorted, told as corroborated")
_JOINED = "findings joining numbers"


def _measure(name: str) -> Measure:
    return Measure(name, (name,), better="lower" if name in _WORSE_HIGH else "higher")


MEASURES = (
    _measure("standing"),
    Measure("standing, macro-F1", (*_STANDINGS, *_LABELLED), mean_where),
    *(_measure(name) for name in _COUNTED if name != "standing"),
    *map(_measure, _OURS),
    Measure(_JOINED, (_JOINED,), better="lower"),
)
BY_LANGUAGE = ("standing", "supporting articles, F1", "flags, micro-F1")


def sets(bench: Bench) -> Iterator[CaseSet]:
    which = bench.which or ("shared" if bench.data else "own")
    folder = _OURS_IN.get(which) or bench.folder("stories")
    if folder.is_dir():
        found = stories(folder)
        cases = tuple(case for story in found for case in cases_of(bench.assistant, story))
        yield CaseSet(f"{which} stories", "evals/data" if which in _OURS_IN else "--data", cases, digest_of(found))
    else:
        yield skipped(f"{which} stories", "not there (give --data)")
    for other in _SETS:
        if other != which:
            yield skipped(f"{other} stories", "one set a run: not asked for (--set)")


def digest_of(found: Sequence[Story]) -> str:
    return digest(file for s in found for file in (*s.articles, s.articles[0].parent.parent / "probes.jsonl"))


def cases_of(assistant: Assistant, story: Story) -> Iterator[Case]:
    """A case a probe; the story is checked when the first of them is scored."""
    told = cache(partial(_told, assistant, story))
    findings = cache(partial(assistant.listed, story))
    simple = cache(partial(counted, story))
    for n, probe in enumerate(story.probes):
        do = partial(_graded, probe, n, told, findings, simple, first=n == 0)
        yield Case(f"{story.name}/{probe.id}", probe.language, do, partial(_failed, probe))


def _told(assistant: Assistant, story: Story) -> Sequence[Told]:
    """Raises ValueError where there is not one answer for each statement."""
    answers = assistant.checked(story)
    if len(answers) != len(story.probes):
        raise ValueError(f"{len(answers)} answers for {len(story.probes)} statements")
    return answers


def _graded(
    probe: Probe,
    n: int,
    told: Callable[[], Sequence[Told]],
    findings: Callable[[], Sequence[Told]],
    simple: Callable[[], Sequence[Told]],
    *,
    first: bool,
) -> Graded:
    ours, theirs = scores.Case(probe, told()[n], findings()), scores.Case(probe, simple()[n])
    joined: Ratio = (joins_different_numbers(findings()), len(findings())) if first else (0, 0)
    given = {OURS: {**_scores(ours, {**_COUNTED, **_OURS}), _JOINED: joined}, _COUNTING: _scores(theirs, _COUNTED)}
    return Graded(given, {"standing": (probe.standing.value, ours.standing)})


def _failed(probe: Probe) -> Graded:
    case = scores.Case(probe, None)
    return Graded({OURS: _scores(case, {**_COUNTED, **_OURS})}, {"standing": (probe.standing.value, scores.FAILED)})


def _scores(case: scores.Case, measures: Mapping[str, scores.Measure]) -> Scores:
    return {name: measure(case) for name, measure in {**measures, **_LABELLED}.items()}
