"""Models of sentence-transformers, on this machine. The only door to it; it comes with an extra of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from index.embedding.embedder import Access, Used, Vectors
from index.errors import SettingError, WrongEmbedder

_BATCH = 32  # texts at once; more is not faster on a processor


class SentenceEmbedder:
    """The model is loaded when the first text comes. Passages and questions get the prompts it has for them."""

    carries = True
    portable = False
    url = None

    def __init__(self, name: str, model: str, access: Access) -> None:
        self.name = name
        self.dimensions = access.dimensions
        self._path, self._access = model, access
        self._lock = Lock()
        self._loaded: Any = None

    @property
    def used(self) -> Used:
        return Used()

    def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions or 0), dtype=np.float32)
        return self._encoded(self._model().encode_document, list(texts))

    def query(self, text: str, language: str) -> Vectors:
        vector: Vectors = self._encoded(self._model().encode_query, [text])[0]
        return vector

    def _encoded(self, encode: Any, texts: list[str]) -> Vectors:
        rows = encode(
            texts, batch_size=_BATCH, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(rows, dtype=np.float32)

    def _model(self) -> Any:
        with self._lock:
            if self._loaded is None:
                loaded = self._load()
                size = loaded.get_embedding_dimension()
                if self.dimensions not in (None, size):
                    raise WrongEmbedder(
                        f"{self.name} gives vectors of {size} numbers, and those of the collection have "
                        f"{self.dimensions}: it is not the model that the collection was made with. "
                        f"Put that one back, or copy this one to a folder of another name and re-embed with it."
                    )
                self.dimensions, self._loaded = size, loaded
            return self._loaded

    def _load(self) -> Any:
        local = self._access.offline or Path(self._path).is_dir()
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        if local:
            os.environ["HF_HUB_OFFLINE"] = "1"  # it asks for news of a model otherwise, also of one that is here
        try:
            from sentence_transformers import SentenceTransformer
            from transformers.utils import logging
        except ImportError as error:
            raise SettingError(
                f"The embedder {self.name} needs packages that are not installed ({error}). Type: "
                "pip install 'secondsource[sentence-transformers]'"
            ) from None
        logging.disable_progress_bar()
        try:
            return SentenceTransformer(self._path, local_files_only=local, trust_remote_code=False)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise SettingError(
                f"The embedder {self.name} cannot be loaded ({_brief(error)}). {self._remedy()}"
            ) from None

    def _remedy(self) -> str:
        if self._access.offline and not Path(self._path).is_dir():
            return "It is not on this machine, and --offline forbids to fetch it: give the folder that it lies in."
        return "Check its name, or give the folder that it lies in: sentence-transformers:/path/to/model"


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200]
