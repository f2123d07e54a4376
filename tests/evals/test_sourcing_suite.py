"""The suite on a made-up story, with an assistant that is right in everything but what a test breaks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.sourcing import Standing
from evals import asked
from evals.sourcing.stories import Probe, Story
from evals.sourcing.told import Told
from evals.suites import sourcing
from evals.suites.sourcing import run

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


def broken_bars(monkeypatch: pytest.MonkeyPatch, data: Path, change: Change = lambda told, probe: told) -> set[str]:
    def answers(story: Story) -> list[Told]:
        return [change(perfect(probe), probe) for probe in story.probes]

    def findings(story: Story) -> list[Told]:
        return [told for told in answers(story) if told.supporting]

    monkeypatch.setattr(asked, "checked", answers)
    monkeypatch.setattr(asked, "listed", findings)
    return {bar.measure for bar in run(data).bars if not bar.kept}


def test_an_assistant_that_is_always_right_keeps_every_bar(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    assert broken_bars(monkeypatch, data) == set()


EVERYTHING_CORROBORATED = {
    "standing, same language", "standing, macro-F1", "standing, cross", "findings, shown",
    "distorted, told as supported", "distorted, told as corroborated",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        (lambda told, probe: replace(told, standing=Standing.CORROBORATED), EVERYTHING_CORROBORATED),
        (lambda told, probe: replace(told, flags=frozenset({"unanswered"})), {"flags, micro-F1"}),
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
            {"opposing articles, F1"},
        ),
        (
            lambda told, probe: replace(told, words=(*told.words, "Ein Kran begrub neun Boote im Hafen.")),
            {"findings, numbers joined"},
        ),
    ],
    ids=["echo counts", "flags", "names", "one origin for all", "support", "opposition", "numbers"],
)
def test_each_thing_that_goes_wrong_breaks_its_bar(
    monkeypatch: pytest.MonkeyPatch, data: Path, change: Change, bars: set[str]
) -> None:
    assert broken_bars(monkeypatch, data, change) == bars


def test_a_story_on_which_the_assistant_fails_is_wrong_and_named(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    def fail(story: Story) -> list[Told]:
        raise RuntimeError("no such luck")

    monkeypatch.setattr(asked, "checked", fail)
    monkeypatch.setattr(asked, "listed", fail)
    table = run(data)
    assert table.rows[0].values["ours"] == 0.0
    assert "kran: FAILED, counted as wrong: RuntimeError('no such luck')" in table.skipped
    assert "stories failed on" in {bar.measure for bar in table.bars if not bar.kept}


def test_fewer_answers_than_statements_are_no_answers(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    monkeypatch.setattr(asked, "checked", lambda story: [perfect(probe) for probe in story.probes[1:]])
    monkeypatch.setattr(asked, "listed", lambda story: [])
    assert run(data).rows[0].values["ours"] == 0.0


def test_one_set_is_measured_in_a_run_and_the_other_is_said_to_be_left_out(
    monkeypatch: pytest.MonkeyPatch, data: Path, tmp_path: Path
) -> None:
    broken_bars(monkeypatch, data)
    monkeypatch.setattr(sourcing, "DATA", tmp_path / "own")
    assert run(data).skipped == ("own stories: not asked for (--set)",)
    assert run(data, "own").rows == run(None).rows == ()


def test_the_baseline_and_what_else_it_was_taken_for_stand_beside(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    broken_bars(monkeypatch, data, lambda told, probe: replace(told, standing=Standing.CORROBORATED))
    rows = {row.name: row for row in run(data).rows}
    assert rows["disputed, F1"].note == "told as corroborated 1"
    assert "counting" in rows["standing"].values
    assert "counting" not in rows["flags, micro-F1"].values
