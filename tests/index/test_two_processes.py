from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from processes import lost

from index.collection import Collection
from index.doctor import examine
from index.embedding.embedder import embedder_named
from index.store import home

_SCRIPT = Path(__file__).parent.parent / "shared" / "processes.py"
_EACH = 60


def _start(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, str(_SCRIPT), *arguments], stdout=subprocess.PIPE, text=True)


def test_two_writers_and_a_reader_lose_nothing_and_the_reader_sees_it(tmp_path: Path) -> None:
    """Each passage is searched for with its own vector: a count would be right all the same."""
    folder = str(tmp_path)
    watcher = _start("watch", folder, str(2 * _EACH - 1))
    assert watcher.stdout
    assert watcher.stdout.readline().startswith("watching")
    writers = [_start("add", folder, "0", str(_EACH)), _start("add", folder, str(_EACH), str(2 * _EACH))]
    for process in (*writers, watcher):
        process.communicate(timeout=120)
        assert process.returncode == 0
    with Collection.at(home.in_folder(tmp_path, "default", create=False), embedder_named("lexical")) as collection:
        health = examine(collection)
        assert lost(collection) == []
    assert (health.articles, health.problems) == (2 * _EACH, ())
