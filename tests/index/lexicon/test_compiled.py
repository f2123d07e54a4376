"""The lexicon is compiled once, found again quickly, and works where nothing can be kept."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.lexicon import compiled
from index.lexicon.words import senses

_SMALL = {"concepts": ["deny;denying;;"], "forms": {"de": {}, "en": {}, "ru": {}}, "parted": [], "phrases": {}}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often it was compiled; compiling itself takes seconds and is done by other tests."""
    times: list[int] = []

    def make() -> dict[str, object]:
        times.append(1)
        return dict(_SMALL)

    monkeypatch.setattr(compiled, "compile_all", make)
    return times


def test_what_was_compiled_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]) -> None:
    monkeypatch.setattr(compiled, "cache_folder", lambda: tmp_path / "cache")
    assert compiled.compiled() == compiled.compiled() == _SMALL
    assert len(made) == 1
    assert [f.suffix for f in (tmp_path / "cache").iterdir()] == [".json"]


def test_a_damaged_file_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]) -> None:
    monkeypatch.setattr(compiled, "cache_folder", lambda: tmp_path)
    (tmp_path / f"lexicon-{compiled.digest()}.json").write_text('{"concepts": [', encoding="utf-8")
    assert compiled.compiled() == compiled.compiled() == _SMALL
    assert len(made) == 1


def test_where_nothing_can_be_written_it_works_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(compiled, "cache_folder", lambda: tmp_path / "file" / "cache")
    assert compiled.compiled() == _SMALL
    assert len(made) == 1


def test_a_warm_start_takes_no_time() -> None:
    senses("sagen", "de")  # compiled by now
    start = time.process_time()
    compiled.compiled()
    assert time.process_time() - start < 0.5


def test_the_command_line_does_not_load_it() -> None:
    code = "import sys, assistant.cli; sys.exit(any(m.startswith('index.lexicon') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
