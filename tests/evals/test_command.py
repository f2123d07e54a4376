from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli import main
from evals.harness.bench import Bench
from evals.harness.cases import OURS, Case, CaseSet, Graded, Ungraded, skipped
from evals.suites import gate

CASES = 4


def right(n: int) -> Graded:
    """One of four is caught by nobody; the last cannot be judged."""
    if n == CASES - 1:
        raise Ungraded("nobody agreed")
    return Graded({OURS: {"caught": (n > 0, 1)}, "chance": {"caught": (n == 0, 1)}}, {"kind": ("altered", "passed")})


def made(bench: Bench) -> Iterator[CaseSet]:
    cases = [
        Case(f"c{n}", "de", lambda n=n: right(n), lambda: Graded({OURS: {"caught": (0, 1)}})) for n in range(CASES)
    ]
    yield CaseSet("own", "evals/data", tuple(cases), "digest")
    yield skipped("pages", "not there (give --data)")


@pytest.fixture(autouse=True)
def _made_up_suite(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "sets", made)


def floors(folder: Path, **bound: float) -> str:
    row = {"suite": "gate", "set": "own", "measure": "caught, of altered sentences", **bound}
    (folder / "floors.json").write_text(json.dumps([row]), encoding="utf-8")
    return str(folder / "floors.json")


def test_a_floor_broken_is_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "gate", "-q", "--floors", floors(tmp_path, at_least=0.6)]) == 0
    assert main(["eval", "gate", "-q", "--floors", floors(tmp_path, at_least=0.7)]) == 1
    assert "BROKEN  gate, own, caught, of altered sentences: 0.667" in capsys.readouterr().out


def test_a_floor_of_what_was_not_measured_is_broken(tmp_path: Path) -> None:
    assert main(["eval", "gate", "-q", "--case", "nothing", "--floors", floors(tmp_path, at_least=0.1)]) == 1


def test_an_unknown_suite_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "clening"]) == 1
    assert "clening" in capsys.readouterr().err


def test_the_terminal_shows_the_baseline_what_was_skipped_and_what_is_ungraded(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["eval", "gate", "-q"]) == 0
    told = capsys.readouterr().out
    assert "chance" in told
    assert "skipped: pages: not there (give --data)" in told
    assert "ungraded: 1 cases: nobody agreed" in told


def test_single_cases_are_told_with_what_they_got(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "gate", "-v", "--case", "c0"]) == 0
    assert "c0 (de)\n    caught 0.000/1.000\n    kind: passed (labelled altered)" in capsys.readouterr().out


def test_json_is_a_record_that_a_later_run_is_held_against(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "run.json"
    assert main(["eval", "gate", "-q", "--json", "-o", str(record)]) == 0
    run = json.loads(record.read_text(encoding="utf-8"))["run"]
    assert (run["model"], run["seed"], [s["name"] for s in run["suites"]]) == (None, 1, ["gate"])
    assert main(["eval", "gate", "-q", "--against", str(record)]) == 0
    assert "nothing differs" in capsys.readouterr().out


def test_a_kept_run_is_shown_again_as_it_was(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "run.json"
    assert main(["eval", "gate", "-q", "--json", "-o", str(record)]) == 0
    main(["eval", "gate", "-q", "--format", "md"])
    measured = capsys.readouterr().out
    assert main(["eval", "--kept", str(record), "--format", "md"]) == 0
    assert capsys.readouterr().out == measured


def test_what_is_no_record_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "run.json").write_text("[]", encoding="utf-8")
    assert main(["eval", "gate", "-q", "--against", str(tmp_path / "run.json")]) == 1
    assert "no record of a run" in capsys.readouterr().err


def test_floors_are_recorded_a_bit_under_the_figures(tmp_path: Path) -> None:
    written = tmp_path / "floors.json"
    assert main(["eval", "gate", "-q", "--record-floors", str(written)]) == 0
    bounds = {row["measure"]: row["at_least"] for row in json.loads(written.read_text(encoding="utf-8"))}
    assert 0.0 < bounds["caught, of altered sentences"] < 0.6


def test_the_page_stands_by_itself(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert main(["eval", "gate", "-q", "--html", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert "<svg" in text
    assert "chance" in text
    assert not any(word in text for word in ("http://", "https://", "<script", "src=", "@import"))


@pytest.mark.parametrize("arguments", [["--format", "html"], ["-o", "page.html"]])
def test_the_page_is_one_of_the_formats(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["eval", "gate", "-q", *arguments]) == 0
    file = tmp_path / "page.html"
    text = file.read_text(encoding="utf-8") if file.exists() else capsys.readouterr().out
    assert text.startswith("<!doctype html>")


def test_markdown_says_what_is_measured_before_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    main(["eval", "gate", "-q", "--format", "md"])
    told = capsys.readouterr().out
    assert told.index("Does the verification gate catch") < told.index("| caught, of altered sentences | 0.667 |")
