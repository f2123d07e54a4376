from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def test_config_says_what_holds_and_from_where(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDSOURCE_FORMAT", "text")
    lines = {line.split()[0]: line for line in run("config", "--collection", "laos").out.splitlines() if line}
    assert lines["collection"].split() == ["collection", "laos", "from", "--collection"]
    assert lines["format"].endswith("from SECONDSOURCE_FORMAT")
    assert lines["embedder"].endswith("built in")


def test_config_never_shows_a_key(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-123")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://user:password@host")
    for flags in ([], ["--json"], ["--format", "md"]):
        shown = run("config", *flags).out
        assert "OPENAI" in shown
        assert "sk-secret" not in shown
        assert "password" not in shown


def test_config_as_json_has_values_and_places(run: Run) -> None:
    settings = json.loads(run("config", "--json", "--lang", "de").out)["settings"]
    assert {"name": "lang", "value": "de", "from": "--lang"} in settings
    assert {"name": "offline", "value": False, "from": "default"} in settings


def test_output_goes_to_the_file_whole_and_only_there(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "out" / "config.json"
    file.parent.mkdir()
    ran = run("config", "--json", "-o", file)
    assert ran.out == ""
    assert ran.err == f"Written: {file}\n"
    assert json.loads(file.read_text(encoding="utf-8"))["command"] == "config"
    assert list(file.parent.iterdir()) == [file]


def test_quiet_says_nothing_about_a_written_file(run: Run, tmp_path: Path) -> None:
    assert run("config", "-q", "-o", tmp_path / "c.txt").err == ""


def test_a_place_that_cannot_be_written_is_a_clear_error(run: Run, tmp_path: Path) -> None:
    ran = run("config", "-o", tmp_path / "missing" / "c.txt")
    assert ran.code == 1
    assert f"there is no directory {tmp_path / 'missing'}" in ran.err


def test_schema_is_printed_as_it_is(run: Run) -> None:
    assert json.loads(run("schema").out)["title"] == "secondsource/1"
