from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.harness.cases import OURS
from evals.harness.record import Figure, SetRecord, SuiteRecord
from evals.harness.run import SUITES, measures_of
from evals.report.html_table import set_table
from evals.report.targets import Reached, reached, read_targets, summary
from evals.report.text import suite_text
from index.errors import SettingError

FILE = Path(__file__).parents[2] / "evals" / "targets.json"


def suite(ours: float, theirs: float = 0.5) -> SuiteRecord:
    figures = [
        Figure("hit@5", system, "", value, None, None, None, 9) for system, value in ((OURS, ours), ("words", theirs))
    ]
    found = SetRecord("XQuAD de", "--data", "digest", 9, figures=tuple(figures))
    return SuiteRecord("retrieval", "", 1.0, (found,))


def targets(folder: Path, *rows: dict[str, object], model: str | None = None, of: SuiteRecord) -> list[Reached]:
    where = {"suite": "retrieval", "set": "XQuAD de", "measure": "hit@5"}
    (folder / "targets.json").write_text(json.dumps([{**where, **row} for row in rows]), encoding="utf-8")
    return reached(read_targets(folder / "targets.json", model), [of])


@pytest.mark.parametrize(("value", "told"), [(0.93, "≥ 0.92 met"), (0.91, "≥ 0.92 MISSED")])
def test_a_target_is_told_beside_its_figure(tmp_path: Path, value: float, told: str) -> None:
    found = targets(tmp_path, {"at_least": 0.92}, of=suite(value))
    assert told in suite_text(suite(value), found)
    assert told in set_table("retrieval", suite(value).sets[0], found)


@pytest.mark.parametrize(("theirs", "met"), [(0.91, True), (0.925, False)])
def test_a_target_may_be_over_a_baseline_of_the_same_run(tmp_path: Path, theirs: float, met: bool) -> None:
    (found,) = targets(tmp_path, {"at_least": 0.01, "over": "words"}, of=suite(0.93, theirs))
    assert found.met is met


def test_what_is_better_low_must_not_be_above_its_target(tmp_path: Path) -> None:
    low, high = targets(tmp_path, {"at_most": 0.95}, {"at_most": 0.9}, of=suite(0.93))
    assert (low.met, high.met) == (True, False)


def test_what_was_not_measured_is_neither_met_nor_missed(tmp_path: Path) -> None:
    found = targets(tmp_path, {"at_least": 0.9}, {"set": "XQuAD fr", "at_least": 0.9}, of=suite(0.93))
    assert list(summary(found)) == ["targets: 1 of 1 met, 1 not measured, as their sets are not there"]


def test_a_target_that_was_missed_is_named(tmp_path: Path) -> None:
    found = targets(tmp_path, {"at_least": 0.95, "issue": 2}, of=suite(0.93))
    assert list(summary(found))[1] == "MISSED  retrieval, XQuAD de, hit@5: 0.930; ≥ 0.95 (issue 2)"


def test_a_target_of_the_model_s_hands_is_for_runs_with_a_model(tmp_path: Path) -> None:
    row = {"at_least": 0.9, "model": True}
    assert not targets(tmp_path, row, of=suite(0.93))
    assert targets(tmp_path, row, model="openai:desk-1", of=suite(0.93))


def test_a_file_without_targets_is_named(tmp_path: Path) -> None:
    (tmp_path / "targets.json").write_text("{", encoding="utf-8")
    with pytest.raises(SettingError, match=r"--targets .*targets\.json"):
        read_targets(tmp_path / "targets.json", None)


def test_every_target_of_ours_is_of_a_measure_that_there_is() -> None:
    found = read_targets(FILE, "a model")
    assert {t.bound.suite for t in found} <= set(SUITES)
    assert all(t.bound.measure in {m.name for m in measures_of(t.bound.suite)} for t in found)
