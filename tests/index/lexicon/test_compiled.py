"""The lexicon is compiled once, found again quickly, and works where nothing can be kept."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from index.lexicon import compiled
from index.lexicon.lexicon import mentions

_SMALL = {"concepts": ["deny;denying;;"], "de": {"forms": {"ä": "ß"}, "parted": [], "phrases": []}}
_TEXTS = {name: json.dumps(part, ensure_ascii=False, separators=(",", ":")) for name, part in _SMALL.items()}


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
    assert compiled.compiled() == compiled.compiled() == _TEXTS
    assert len(made) == 1
    assert [f.suffix for f in (tmp_path / "cache").iterdir()] == [".json"]


def test_a_damaged_file_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]) -> None:
    monkeypatch.setattr(compiled, "cache_folder", lambda: tmp_path)
    (tmp_path / f"lexicon-{compiled.digest()}.json").write_text('{"concepts": 9}\n["deny', encoding="utf-8")
    assert compiled.compiled() == compiled.compiled() == _TEXTS
    assert len(made) == 1


def test_where_nothing_can_be_written_it_works_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setattr(compiled, "cache_folder", lambda: tmp_path / "file" / "cache")
    assert compiled.compiled() == _TEXTS
    assert len(made) == 1


def test_only_the_latest_versions_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made: list[int]) -> None:
    monkeypatch.setattr(compiled, "cache_folder", lambda: tmp_path)
    for number in range(6):
        (tmp_path / f"lexicon-{number}.json").write_text("old", encoding="utf-8")
    compiled.compiled()
    assert len(list(tmp_path.iterdir())) == 3
    assert (tmp_path / f"lexicon-{compiled.digest()}.json").exists()


def test_a_warm_start_takes_no_time() -> None:
    mentions("Die Regierung lehnt ab.", "de")  # compiled by now
    code = (
        "import time; start = time.process_time(); from index.lexicon.lexicon import mentions; "
        "mentions('Die Regierung lehnt ab.', 'de'); print(time.process_time() - start)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True, text=True)
    assert float(ran.stdout) < 0.5


def test_the_command_line_does_not_load_it() -> None:
    code = "import sys, assistant.cli; sys.exit(any(m.startswith('index.lexicon') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
