"""What an embedder is, and how one is made from its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.errors import SettingError

Vectors = npt.NDArray[np.float32]


class Embedder(Protocol):
    """Turns texts into vectors of unit length, shape (texts, dimensions), float32.

    `carries`: whether its nearest neighbours find passages that word search misses. Where they do not,
    search only uses the vectors to re-score what the words found.
    """

    name: str
    dimensions: int
    carries: bool

    def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors: ...


def embedder_named(name: str) -> Embedder:
    """The embedder of that name. Raises SettingError for a name that this version does not know."""
    if name == "lexical":
        from index.embedding.lexical import LexicalEmbedder

        return LexicalEmbedder()
    raise SettingError(f'There is no embedder "{name}". Use --embedder lexical.')
