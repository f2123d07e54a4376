"""What the tests of several processes run beside themselves: `python processes.py add|watch FOLDER …`, `… work`."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from itertools import count
from multiprocessing import active_children
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from embedders import Seeded
from stories import article

import index.reembed
from index.collection import Collection
from index.embedding.embedder import embedder_named
from index.intake import prepared
from index.store import home


def collection(folder: str) -> Collection:
    return Collection(home.in_folder(Path(folder), "default", create=True), embedder_named("lexical"))


def add(folder: str, first: str, last: str) -> None:
    """Adds the articles of these numbers in batches of five, so that batches of two writers take turns."""
    with_us = collection(folder)
    for n in range(int(first), int(last), 5):
        with_us.add([article(m) for m in range(n, min(n + 5, int(last)))])
        print(n, flush=True)
    with_us.close()


def add_at_once(folder: str, first: str, last: str) -> None:
    with_us = collection(folder)
    with_us.add(article(m) for m in range(int(first), int(last)))
    with_us.close()


def reembed(folder: str) -> None:
    """Embeds the collection anew, slowly, and says when it has begun."""

    def slowly(texts: Sequence[str]) -> None:
        print("embedding", len(texts), flush=True)
        time.sleep(0.1)

    index.reembed.TOGETHER = 10
    with_us = collection(folder)
    with_us.reembed(Seeded(before=slowly))
    with_us.close()


def watch(folder: str, last: str) -> None:
    """Searches with a collection that was opened before the others wrote, until it finds the last article."""
    with_us = collection(folder)
    deadline = time.monotonic() + 60
    print("watching", len(with_us), flush=True)
    while time.monotonic() < deadline:
        found = with_us.search(f"Nummer {last}")
        if found and f"Nummer {last} " in found[0].passage.text:
            print("seen", flush=True)
            return
    raise SystemExit("never seen")


def work() -> None:
    """Prepares articles without end in workers, and tells their process ids."""
    stream = prepared((article(n) for n in count()), embedder_named("lexical"), 2)
    next(stream)
    print(*(child.pid for child in active_children()), flush=True)
    for _ in stream:
        pass


def lost(collection: Collection) -> list[str]:
    """Passages that a search with their own vector does not find: what a count would never tell."""
    with collection.store.reading() as tables:
        vectors = tables.passages.vectors(sorted(tables.passages.ids()))
        return [i for i, vector in vectors.items() if i not in tables.passages.nearest(vector, 3)]


if __name__ == "__main__":
    jobs = {"reembed": reembed, "add": add, "add_at_once": add_at_once, "watch": watch, "work": work}
    jobs[sys.argv[1]](*sys.argv[2:])
