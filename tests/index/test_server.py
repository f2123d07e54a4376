"""The same collection on a real Chroma server on loopback, with two machines' worth of clients."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from stories import article

from index.collection import Collection
from index.doctor import examine
from index.embedding.embedder import embedder_named
from index.errors import NoServer
from index.store import home


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = Path(sys.executable).with_name("chroma")
    folder = tmp_path_factory.mktemp("server")
    process = subprocess.Popen(
        [command, "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    _wait_for(port)
    yield address
    process.kill()
    process.wait()


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the Chroma server did not start")


def client(url: str, machine: Path, name: str) -> Collection:
    return Collection(home.on_server(url, machine, name), embedder_named("lexical"))


def test_one_machine_sees_what_another_added_and_removed(url: str, tmp_path: Path) -> None:
    here, there = client(url, tmp_path / "here", "shared"), client(url, tmp_path / "there", "shared")
    here.add([article(n) for n in range(4)])
    assert "Nummer 3" in there.search("Brücke Nummer 3")[0].passage.text
    there.add([article(9)])
    gone = there.search("Nummer 2 Brücke")[0].article.id
    there.remove(gone)
    assert "Nummer 9" in here.search("Schule Nummer 9")[0].passage.text
    assert gone not in {h.article.id for h in here.search("Nummer 2 Brücke")}
    assert examine(here).problems == ()


def test_raw_inputs_are_kept_on_the_server(url: str, tmp_path: Path) -> None:
    one = client(url, tmp_path / "one", "raws")
    (added,) = one.add([article(5, paragraphs=60)]).added
    assert client(url, tmp_path / "two", "raws").raw(added) == article(5, paragraphs=60)


def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    nobody = client("http://127.0.0.1:9", tmp_path, "none")
    with pytest.raises(NoServer, match="127.0.0.1:9"):
        nobody.heads()
