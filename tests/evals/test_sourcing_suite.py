"""The suite on a made-up story, with an assistant that is right in everything but what a test breaks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from benches import fallen, run_suite, set_of, values

from assistant.sourcing import Standing
from evals.asked import Assistant
from evals.formats.stories import Probe, Story
from evals.harness.record import SuiteRecord
from evals.report.tables import confusion
from evals.sourcing.told import Told
from evals.suites import sourcing

PROBES = [
    ("Ein Kran begrub elf Boote im Hafen.", "de", "corroborated", 2, ["01", "02"], [], []),
    ("A crane buried eleven boats.", "en", "single_source", 1, ["01"], [], ["hedged"]),
    ("Der Hafen bleibt bis Montag gesperrt.", "de", "disputed", 1, ["02"], ["03"], []),
    ("Der Kran war nie geprüft worden.", "de", "single_origin", 1, ["01", "03"], [], ["interested_party"]),
    ("Es gab sieben Verletzte.", "de", "contradicted", 0, [], ["01"], []),
    ("Der Minister trat zurück.", "de", "not_found", 0, [], [], []),
]
Change = Callable[[Told, Probe], Told]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    place = tmp_path / "stories" / "kran"
    (place / "articles").mkdir(parents=True)
    for number in ("01", "02", "03"):
        (place / "articles" / f"{number}-bote.txt").write_text("Der Kran fiel in den Hafen und auf die Boote.")
    (place / "probes.jsonl").write_text("\n".join(map(json.dumps, _lines())), encoding="utf-8")
    return tmp_path


def _lines() -> Iterator[dict[str, object]]:
    names = ("id", "claim", "lang", "standing", "independent_origins", "supporting", "opposing", "flags")
    for n, (claim, lang, standing, origins, supporting, opposing, flags) in enumerate(PROBES):
        row = (f"kran-{n}", claim, lang, standing, origins, supporting, opposing, flags)
        yield dict(zip(names, row, strict=True)) | {"origins": [["Polizei"], ["Reederei"]][:origins]}


def perfect(probe: Probe) -> Told:
    return Told(
        probe.standing, probe.flags, probe.independent_origins, tuple(names[0] for names in probe.origins),
        probe.supporting, probe.opposing, (probe.claim,), frozenset((n, 0, 20) for n in probe.supporting),
    )  # fmt: skip


class Foreseen(Assistant):
    """Right in everything but what `change` breaks."""

    def __init__(self, change: Change) -> None:
        super().__init__()
        self._change = change

    def checked(self, story: Story) -> list[Told]:
        return [self._change(perfect(probe), probe) for probe in story.probes]

    def listed(self, story: Story) -> list[Told]:
        return [told for told in self.checked(story) if told.supporting]


def same(told: Told, probe: Probe) -> Told:
    return told


def measured(data: Path, change: Change = same) -> SuiteRecord:
    return run_suite("sourcing", Foreseen(change), data=data)


def test_an_assistant_that_is_always_right_gets_everything(data: Path) -> None:
    found = values(set_of(measured(data), "shared stories"))
    wrong = {"distorted, told as supported", "distorted, told as corroborated", "findings joining numbers"}
    assert {name for name, value in found.items() if value != 1.0} == wrong
    assert {found[name] for name in wrong} == {0.0}


@pytest.mark.parametrize(
    ("change", "fall"),
    [
        (
            lambda told, probe: replace(told, standing=Standing.CORROBORATED),
            {"standing", "standing, macro-F1", "standing, same language", "standing, cross", "findings, shown",
             "distorted, told as supported", "distorted, told as corroborated"}
            | {f"{s.value}, F1" for s in Standing if s != Standing.SUPERSEDED},
        ),
        (
            lambda told, probe: replace(told, flags=frozenset({"unanswered"})),
            {"flags, micro-F1", "flag hedged, recall", "flag interested_party, recall", "flag hedged, precision",
             "flag interested_party, precision"},
        ),
        (lambda told, probe: replace(told, names=("dpa",)), {"origins, names F1"}),
        (
            lambda told, probe: replace(told, independent_origins=1),
            {"origins, number exact", "origins, several told as several"},
        ),
        (
            lambda told, probe: replace(told, supporting=frozenset({"04"})),
            {"supporting articles, F1", "findings, shown"},
        ),
        (
            lambda told, probe: replace(told, opposing=frozenset({"04", "05"})),
            {"opposing articles, F1", "findings, shown"},
        ),
        (
            lambda told, probe: replace(told, words=(*told.words, "Ein Kran begrub neun Boote im Hafen.")),
            {"findings joining numbers"},
        ),
    ],
    ids=["echo counts", "flags", "names", "one origin for all", "support", "opposition", "numbers"],
)  # fmt: skip
def test_each_thing_that_goes_wrong_makes_its_measures_fall_and_only_those(
    data: Path, change: Change, fall: set[str]
) -> None:
    assert fallen(measured(data), measured(data, change)) == fall


def test_a_story_on_which_the_assistant_fails_is_wrong_and_named(data: Path) -> None:
    def fail(told: Told, probe: Probe) -> Told:
        raise RuntimeError("no such luck")

    shared = set_of(measured(data, fail), "shared stories")
    assert values(shared)["standing"] == 0.0
    assert {row.failed for row in shared.rows} == {"RuntimeError: no such luck"}


def test_fewer_answers_than_statements_are_no_answers(data: Path) -> None:
    class Short(Foreseen):
        def checked(self, story: Story) -> list[Told]:
            return super().checked(story)[1:]

    shared = set_of(run_suite("sourcing", Short(same), data=data), "shared stories")
    assert values(shared)["standing"] == 0.0


def test_one_set_is_measured_in_a_run_and_the_other_is_said_to_be_left_out(
    monkeypatch: pytest.MonkeyPatch, data: Path, tmp_path: Path
) -> None:
    assert set_of(measured(data), "own stories").skipped == "one set a run: not asked for (--set)"
    monkeypatch.setattr(sourcing, "_OURS_IN", {"own": tmp_path / "own"})
    assert not any(s.rows for s in run_suite("sourcing").sets)


def test_the_baseline_and_what_it_was_told_as_stand_beside(data: Path) -> None:
    shared = set_of(measured(data, lambda told, probe: replace(told, standing=Standing.CORROBORATED)), "shared stories")
    assert confusion(shared, "standing")["disputed"] == {"corroborated": 1}
    assert shared.figure("standing", "counting")
    assert not shared.figure("flags, micro-F1", "counting")
