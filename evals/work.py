"""What the speed suite runs as processes of their own: `python -m evals.work bare|ask|langchain …` prints JSON.

The data directory is the one in SECONDSOURCE_DATA_DIR, as `secondsource add` has filled it.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from statistics import median

import numpy as np

from assistant.pipeline import ask, engine, open_collection
from assistant.settings import read_settings

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
    settings = read_settings({})
    hands = engine(settings)
    times = []
    with open_collection(settings) as collection:
        for question in _QUESTIONS[:_WARM_UP] + _QUESTIONS * 3:
            began = time.perf_counter()
            ask(collection, hands, question)
            times.append(time.perf_counter() - began)
    return {"p50": median(times[_WARM_UP:])}


def langchain(files: str, folder: str) -> dict[str, float] | None:
    try:
        from evals.baselines import langchain_store
    except ImportError:
        return None
    began = time.perf_counter()
    texts = [f.read_text(encoding="utf-8") for f in sorted(Path(files).iterdir())]
    langchain_store(texts, "de", Path(folder))
    return {"seconds": time.perf_counter() - began}


if __name__ == "__main__":
    work = {"bare": bare, "ask": asking, "langchain": langchain}[sys.argv[1]]
    result = work(*sys.argv[2:])  # type: ignore[operator]
    if result:
        print(json.dumps(result))
