"""--format and -o: which format is written, and what is told where none can be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
LAOS = "Laos schickt Truppen nach Kursk."
STARTS = {".md": "# ", ".html": "<!doctype html>", ".json": "{", ".jsonld": "{", ".txt": ""}


@pytest.mark.parametrize("ending", STARTS)
def test_the_ending_of_the_file_tells_the_format(run: Run, examples: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"report{ending}"
    assert run("check", LAOS, examples, "-o", file).code == 0
    assert file.read_text(encoding="utf-8").startswith(STARTS[ending])


def test_a_report_on_one_statement_is_called_by_it(run: Run, examples: Path) -> None:
    assert f"<h1>Check: {LAOS}</h1>" in run("check", LAOS, examples, "--format", "html").out


@pytest.mark.parametrize("command", [["summarize"], ["ask", "Wer hat die Taliban anerkannt?"], ["findings"]])
def test_every_command_that_weighs_writes_a_report(run: Run, examples: Path, command: list[str]) -> None:
    assert run(*command, examples, "--format", "html").out.startswith("<!doctype html>")
    assert json.loads(run(*command, examples, "--format", "claimreview").out)["@graph"]


def test_the_flag_is_stronger_than_the_ending(run: Run, examples: Path, tmp_path: Path) -> None:
    run("check", LAOS, examples, "--json", "-o", tmp_path / "report.html")
    assert json.loads((tmp_path / "report.html").read_text(encoding="utf-8"))["command"] == "check"


def test_an_ending_that_names_no_format_is_told_before_the_work(run: Run, examples: Path, tmp_path: Path) -> None:
    ran = run("check", LAOS, examples, "-o", tmp_path / "report.docx")
    assert ran.code == 1
    assert ".docx names no format" in ran.err
    assert ".html" in ran.err
    assert not (tmp_path / "report.docx").exists()


def test_with_a_format_any_name_will_do(run: Run, examples: Path, tmp_path: Path) -> None:
    assert run("check", LAOS, examples, "--format", "html", "-o", tmp_path / "report.docx").code == 0


def test_a_command_that_has_no_such_format_says_which_it_has(run: Run, examples: Path, tmp_path: Path) -> None:
    ran = run("search", "Laos", examples, "-o", tmp_path / "found.html")
    assert ran.code == 1
    assert "search does not write html" in ran.err


@pytest.mark.parametrize("place", ["", "nowhere/report.html"])
def test_a_place_where_no_file_can_be_is_told(run: Run, examples: Path, tmp_path: Path, place: str) -> None:
    ran = run("check", LAOS, examples, "-o", tmp_path / place)
    assert ran.code == 1
    assert "directory" in ran.err


def test_a_file_that_is_there_is_whole_when_the_new_one_fails(
    run: Run, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.html"
    file.write_text("the old report", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", _full)
    assert run("check", LAOS, examples, "-o", file).code == 1
    assert file.read_text(encoding="utf-8") == "the old report"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["report.html"]


def _full(self: Path, target: object) -> Path:
    raise OSError(28, "No space left on device")
