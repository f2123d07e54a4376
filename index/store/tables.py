"""What belongs to one open collection, as those see it who hold its lock."""

from __future__ import annotations

from dataclasses import dataclass

from index.store.blobs import Blobs
from index.store.chroma import Table
from index.store.postings import Postings


@dataclass(frozen=True, slots=True)
class Tables:
    """What a lock holder may read; a writer stamps what it brings with `writer` and `counter`."""

    articles: Table
    passages: Table
    changes: Table
    blobs: Blobs
    postings: Postings
    writer: str
    counter: int
