"""Every test is offline: a socket to anywhere but this machine is an error."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from index.collection import Collection
from index.embedding.embedder import embedder_named
from index.store import home

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LOCAL = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple) and address[0] not in LOCAL:
            raise AssertionError(f"a test tried to connect to {address}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or touches the collection or the settings of whoever runs it."""
    monkeypatch.setenv("SECONDSOURCE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for name in ("SECONDSOURCE_CONFIG", "SECONDSOURCE_LANG", "SECONDSOURCE_COLLECTION", "SECONDSOURCE_CHROMA_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def memory() -> Iterator[Collection]:
    with Collection.at(home.in_memory(), embedder_named("lexical")) as collection:
        yield collection


@pytest.fixture
def saved(tmp_path: Path) -> Iterator[Collection]:
    with Collection.at(home.in_folder(tmp_path / "data", "default", create=True), embedder_named("lexical")) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install -e '.[dev]'")
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        pytest.skip("Chromium is not installed (apt-get install chromium): the report is not tried in a browser")
    with api.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()
