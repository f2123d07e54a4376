"""SECONDSOURCE_KILLS and SECONDSOURCE_KILL_ARTICLES make it the long test: 20 kills of an add of 300 articles."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import lost
from stories import article

from index.collection import Collection
from index.doctor import Trouble, examine
from index.embedding.embedder import embedder_named
from index.store import home

_SCRIPT = Path(__file__).parent.parent / "shared" / "processes.py"
_KILLS = int(os.environ.get("SECONDSOURCE_KILLS", "4"))
_ARTICLES = int(os.environ.get("SECONDSOURCE_KILL_ARTICLES", "60"))
_LEFTOVERS = {Trouble.ORPHANED_BLOB, Trouble.ORPHANED_PASSAGE}


@pytest.mark.parametrize("seed", range(_KILLS))
def test_a_kill_at_any_moment_leaves_whole_articles_only(seed: int, tmp_path: Path) -> None:
    arguments = ("add" if seed % 2 else "add_at_once", str(tmp_path), "0", str(_ARTICLES))
    process = subprocess.Popen([sys.executable, str(_SCRIPT), *arguments], stdout=subprocess.DEVNULL)
    until = time.monotonic() + 30
    while not (tmp_path / "collections" / "default" / "blobs.sqlite").exists() and time.monotonic() < until:
        time.sleep(0.005)
    time.sleep(random.Random(seed).uniform(0, 0.6))
    process.kill()
    process.wait()
    with Collection.at(home.in_folder(tmp_path, "default", create=True), embedder_named("lexical")) as collection:
        health = examine(collection)
        assert {p.trouble for p in health.problems} <= _LEFTOVERS
        collection.add(article(n) for n in range(_ARTICLES))
        after = examine(collection)
        assert after.articles == _ARTICLES
        assert lost(collection) == []
        assert {p.trouble for p in after.problems} <= _LEFTOVERS
