"""A key goes to the endpoint and nowhere else: not on a screen, not into a file, not into what is kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from obliging import obliging
from openai_server import Answer, Behaviour, serving

from assistant.model.endpoint import Endpoint
from assistant.settings import read_settings
from index.errors import SettingError

KEY = "sk-very-secret-and-long"
Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for door in ("kept", "manner"):
        monkeypatch.setattr(f"assistant.model.{door}.cache_folder", lambda: tmp_path / "cache")


def config(folder: Path, url: str, mode: int = 0o600) -> Path:
    file = folder / "config.toml"
    file.write_text(f'model = "openai:desk-1"\nbase_url = "{url}"\napi_key = "{KEY}"\n', encoding="utf-8")
    file.chmod(mode)
    return file


def leaks(folder: Path) -> list[str]:
    """The files in which the key stands, besides the settings."""
    files = [file for file in folder.rglob("*") if file.is_file() and file.name != "config.toml"]
    return [str(file) for file in files if KEY.encode() in file.read_bytes()]


def echoing(request: dict[str, Any], number: int) -> Answer:
    return Answer(status=500, error=f"internal error for Bearer {KEY}")


def refusing(request: dict[str, Any], number: int) -> Answer:
    return Answer(status=401, error=f"Incorrect API key provided: {KEY}")


@pytest.mark.parametrize("behaviour", [obliging, echoing, refusing], ids=["good", "500", "401"])
def test_a_key_is_sent_and_neither_shown_nor_kept(
    behaviour: Behaviour, run: Run, tmp_path: Path, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = str(examples / "03-moselland-bote.txt")
    monkeypatch.setattr("assistant.model.make.Endpoint", partial(Endpoint, retries=0))
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO("Wer räumt Minen?\n/quit\n".encode()), "utf-8"))
    with serving(behaviour) as server:
        monkeypatch.setenv("SECONDSOURCE_CONFIG", str(config(tmp_path, server.url)))
        commands = (["summarize", article, "-v"], ["check", "Laos schickt Minenräumer.", article, "--json"])
        others = (["doctor"], ["config"], ["chat", article])
        told = [run(*command) for command in (*commands, *others)]
    assert set(server.keys) == {f"Bearer {KEY}"}
    assert not any(KEY in ran.out + ran.err for ran in told)
    assert not leaks(tmp_path)


def test_a_key_in_a_settings_file_that_others_may_read_is_refused_with_what_to_type(tmp_path: Path) -> None:
    file = config(tmp_path, "http://127.0.0.1:1/v1", mode=0o644)
    with pytest.raises(SettingError, match=f"chmod 600 {file}") as raised:
        read_settings({}, {**os.environ, "SECONDSOURCE_CONFIG": str(file)})
    assert KEY not in str(raised.value)
