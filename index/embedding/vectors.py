"""An embeddings reply, read and mistrusted: servers leave items out, swap them, and give null, NaN or zeros."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.embedding.embedder import Vectors


class Malformed(Exception):
    """A reply that is none to the texts that were sent."""


def rows_of(reply: object, count: int) -> list[Vectors | str]:
    """The vectors of a reply in the order of the texts; what is not one, told in words. Raises Malformed."""
    data = reply.get("data") if isinstance(reply, dict) else None
    if not isinstance(data, list):
        raise Malformed("not the JSON of an embeddings reply")
    if len(data) != count:
        raise Malformed(f"{len(data)} vectors for {count} texts")
    places = [item.get("index", n) if isinstance(item, dict) else n for n, item in enumerate(data)]
    if sorted(map(str, places)) != sorted(map(str, range(count))):
        raise Malformed("vectors that belong to none of the texts")
    return [_row(item) for _, item in sorted(zip(places, data, strict=True), key=lambda pair: int(pair[0]))]


def checked(row: Vectors | str, dimensions: int | None) -> Vectors | str:
    """Of unit length, or why it cannot be used."""
    if isinstance(row, str):
        return row
    if row.size != dimensions:
        return f"a vector of {row.size} numbers instead of {dimensions}"
    return row / np.linalg.norm(row)


def _row(item: object) -> Vectors | str:
    numbers = item.get("embedding") if isinstance(item, dict) else None
    if not isinstance(numbers, Sequence) or isinstance(numbers, str) or not numbers:
        return "no vector"
    if isinstance(numbers[0], list):
        return "vectors for its tokens instead of one; llama.cpp's server wants --pooling mean"
    try:
        row = np.asarray(numbers, dtype=np.float32)
    except (TypeError, ValueError):
        return "not numbers"
    if not np.isfinite(row).all() or not row.any():
        return "a vector that points nowhere"
    return row
