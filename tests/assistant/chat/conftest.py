from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from talking import Talk, written


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Talk]:
    """About the two small articles, in memory, in English, 100 columns wide."""
    monkeypatch.setenv("COLUMNS", "100")
    talk = Talk(tmp_path / "data", [written(tmp_path / "pile")])
    yield talk
    talk.desk.close()


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Talk]:
    """About the saved collection, which is not there yet."""
    monkeypatch.setenv("COLUMNS", "100")
    talk = Talk(tmp_path / "data")
    yield talk
    talk.desk.close()
