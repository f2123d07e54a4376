"""What the speed suite runs as processes of their own, each printing JSON:
`python -m evals.work bare|ask|check|chat|findings|add|langchain …`.

The data directory is the one in SECONDSOURCE_DATA_DIR, as `secondsource add` has filled it.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from statistics import median

import numpy as np

from assistant.findings.remember import embedded_bytes
from assistant.hands import engine
from assistant.intake import open_collection, read_pile
from assistant.pipeline import ask, check, findings
from assistant.settings import read_settings
from index.collection import Collection
from index.embedding.embedder import embedder_named
from index.garbage import look_seldom
from index.load import load
from index.store import home

_BATCH = 200
_WARM_UP = 3
_QUESTIONS = (
    "Wie viele Menschen wurden bei dem Unfall verletzt?",
    "Wer hat den Rücktritt des Ministers gefordert?",
    "Wann beginnt die neue Saison?",
    "Wie hoch ist die Arbeitslosigkeit in Österreich?",
    "Was sagt die Polizei zu den Ermittlungen?",
    "Warum sind die Preise für Energie gestiegen?",
    "Welche Unternehmen sind an der Börse gefallen?",
    "Wo fand das Treffen der Staatschefs statt?",
    "Welche Folgen hat das Urteil des Gerichts?",
    "Wer gewann das Rennen am Sonntag?",
)


_CLAIMS = (
    "Bei dem Unfall wurden drei Menschen verletzt.",
    "Der Minister hat seinen Rücktritt erklärt.",
    "Die Arbeitslosigkeit in Österreich ist gestiegen.",
    "Die Polizei ermittelt gegen zwei Männer.",
    "Die Preise für Energie sind um zehn Prozent gestiegen.",
    "Das Gericht hat die Klage abgewiesen.",
    "Die Aktie des Konzerns ist gefallen.",
    "Das Rennen am Sonntag gewann ein Deutscher.",
    "Die Staatschefs trafen sich in Brüssel.",
    "Das Unternehmen streicht 500 Stellen.",
)


def bare(folder: str) -> dict[str, float]:
    """Inserts what the collection holds into a new Chroma, as one would without us: documents and metadata too."""
    import chromadb
    from chromadb.config import Settings

    with open_collection(read_settings({})) as collection, collection.store.reading() as tables:
        ids = sorted(tables.passages.ids())
        parts = [ids[n : n + _BATCH] for n in range(0, len(ids), _BATCH)]
        vectors = {i: v for part in parts for i, v in tables.passages.vectors(part).items()}
        texts = {p.id: p for part in parts for p in collection.passages(part)}
    client = chromadb.PersistentClient(folder, settings=Settings(anonymized_telemetry=False))
    rows = client.create_collection("bare", embedding_function=None, configuration={"hnsw": {"space": "ip"}})
    began = time.perf_counter()
    for part in parts:
        rows.add(
            ids=part,
            embeddings=np.stack([vectors[i] for i in part]),
            documents=[texts[i].text for i in part],
            metadatas=[{"article": texts[i].article, "number": texts[i].number} for i in part],
        )
    return {"seconds": time.perf_counter() - began}


def asking() -> dict[str, float]:
    hands = engine(read_settings({}))
    return _timed(lambda collection, question: ask(collection, hands, question), _QUESTIONS)


def checking() -> dict[str, float]:
    hands = engine(read_settings({}))
    return _timed(lambda collection, claim: check(collection, hands, [claim]), _CLAIMS)


class _Watched(StringIO):
    """A terminal's screen that remembers when it was written to."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[float] = []

    def write(self, text: str) -> int:
        self.written.append(time.perf_counter())
        return super().write(text)


def chatting() -> dict[str, float]:
    """From Enter to the answer on the screen, in one conversation on a terminal.

    `shown`: until its sentences stand there, of questions that were not asked before; the rest until it is whole, with
    its findings, and kept on the disk.
    """
    from assistant.chat.desk import Desk
    from assistant.chat.loop import take
    from assistant.chat.screen import Screen
    from assistant.chat.sessions import Sessions
    from assistant.chat.warm import Warming

    os.environ |= {"TERM": "xterm", "LINES": "50", "COLUMNS": "80", "NO_COLOR": "1"}
    settings, screen, shown = read_settings({}), _Watched(), list[float]()
    sessions = Sessions(settings.data_dir)
    desk = Desk(settings, {}, Screen(screen, StringIO(), terminal=True), sessions, sessions.new())
    Warming(desk).wait()

    def asked(question: str) -> None:
        began = time.perf_counter()
        screen.written.clear()
        take(desk, question)
        *streamed, whole = screen.written
        shown.append((streamed[-2] if len(streamed) > 1 else whole) - began)  # the last but one moves the cursor back

    try:
        whole = _times(asked, _QUESTIONS)
    finally:
        desk.close()
    return whole | {"shown": median(shown[_WARM_UP : len(_QUESTIONS)])}


def _timed(do: Callable[[Collection, str], object], texts: tuple[str, ...]) -> dict[str, float]:
    with open_collection(read_settings({})) as collection:
        return _times(lambda text: do(collection, text), texts)


def _times(do: Callable[[str], object], texts: tuple[str, ...]) -> dict[str, float]:
    """`first`: the median over texts that were not met before, in a process that is warm."""
    times = []
    for text in texts * 3:
        began = time.perf_counter()
        do(text)
        times.append(time.perf_counter() - began)
    return {"p50": median(times[_WARM_UP:]), "first": median(times[_WARM_UP : len(texts)])}


def finding(files: str) -> dict[str, float]:
    """Every notable finding of these articles, in memory."""
    settings = read_settings({})
    with read_pile(settings, [files]) as (collection, _):
        began = time.perf_counter()
        findings(collection, engine(settings))
        return {"seconds": time.perf_counter() - began}


def adding(files: str, reads: str) -> dict[str, float]:
    """Adding in one process, the claims read or not; in seconds of the processor, which others disturb less."""
    with tempfile.TemporaryDirectory() as folder:
        place = home.in_folder(Path(folder), "speed", create=True)
        with Collection.at(place, embedder_named("lexical")) as collection:
            began = time.process_time()
            collection.add(load([files], None), read=embedded_bytes if reads == "read" else None)
            return {"seconds": time.process_time() - began}


def langchain(files: str, folder: str) -> dict[str, float] | None:
    try:
        from evals.baseline.search import langchain_store
    except ImportError:
        return None
    began = time.perf_counter()
    texts = [f.read_text(encoding="utf-8") for f in sorted(Path(files).iterdir())]
    langchain_store(texts, "de", Path(folder))
    return {"seconds": time.perf_counter() - began}


if __name__ == "__main__":
    look_seldom()  # as the command line does
    work: dict[str, Callable[..., dict[str, float] | None]] = {
        "bare": bare,
        "ask": asking,
        "check": checking,
        "chat": chatting,
        "findings": finding,
        "add": adding,
        "langchain": langchain,
    }
    result = work[sys.argv[1]](*sys.argv[2:])
    if result:
        print(json.dumps(result))
