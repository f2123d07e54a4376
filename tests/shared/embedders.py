"""Embedders for tests: one in this process, and answers of a server that embeds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from zlib import crc32

import numpy as np
from openai_server import Answer, Behaviour, Request

from index.embedding.embedder import Used, Vectors

SIZE = 16
Change = Callable[[str, list[float]], object]


def vector(text: str, size: int = SIZE) -> list[float]:
    """Always the same for the same text, and like no other's."""
    row = np.random.default_rng(crc32(text.encode())).normal(size=size)
    return [float(x) for x in row / np.linalg.norm(row)]


class Seeded:
    """Carries, works in this process, and is none that a worker could make. `before` is called with every batch."""

    carries = True
    portable = False
    url = None

    def __init__(self, name: str = "seeded", before: Callable[[Sequence[str]], None] = lambda _: None) -> None:
        self.name = name
        self.dimensions = SIZE
        self.used = Used()
        self.asked: list[str] = []
        self._before = before

    def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
        self._before(texts)
        self.asked += texts
        return np.array([self.row(text) for text in texts], dtype=np.float32).reshape(-1, SIZE)

    def query(self, text: str, language: str) -> Vectors:
        return np.array(self.row(text), dtype=np.float32)

    def row(self, text: str) -> list[float]:
        return vector(f"{self.name} {text}")


class Topical(Seeded):
    """Near each other is what holds one of a topic's words, and anything is rather near to anything."""

    def __init__(self, topics: Sequence[Sequence[str]]) -> None:
        super().__init__("topical")
        self._topics = topics

    def row(self, text: str) -> list[float]:
        own = np.array(vector(text)) * 0.3
        for n, words in enumerate(self._topics):
            own[n] += 2.0 * any(word in text.lower() for word in words)
        own[SIZE - 1] += 4.0
        return [float(x) for x in own / np.linalg.norm(own)]


def embeddings(rows: Sequence[object], usage: Mapping[str, int] | None = None) -> Answer:
    data = [{"object": "embedding", "index": n, "embedding": row} for n, row in enumerate(rows)]
    body = {"object": "list", "data": data, "model": "m", "usage": dict(usage or {"prompt_tokens": len(rows)})}
    return Answer(raw=json.dumps(body).encode(), headers={"Content-Type": "application/json"})


def embedding(change: Change = lambda _, row: row, size: int = SIZE) -> Behaviour:
    """A server that embeds; `change` may put something else in the place of a text's vector."""

    def answer(request: Request, number: int) -> Answer:
        return embeddings([change(text, vector(text, size)) for text in request["input"]])

    return answer
