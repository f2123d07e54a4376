"""The embedder as a search asks it: where it cannot answer, the words alone are searched, and that is remembered."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

from index.embedding.embedder import Embedder, Vectors
from index.errors import ModelError, QuestionRefused, SecondsourceError, SettingError

_PAUSE = 60.0  # seconds for which an embedder that failed is not asked again: a check has many questions


class Questions:
    """Several threads may ask at the same time. `failed`: the searches that had to do without it since `forget`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.failed: list[SecondsourceError] = []
        self._clock = clock
        self._lock = Lock()
        self._down: tuple[str, float, SecondsourceError] | None = None

    def vector(self, embedder: Embedder, question: str, language: str) -> Vectors | None:
        """None where there is none to be had."""
        error = self._still_down(embedder)
        if error is None:
            try:
                return embedder.query(question, language)
            except (ModelError, SettingError) as raised:
                error = raised
        with self._lock:
            self.failed.append(error)
            if not isinstance(error, QuestionRefused) and self._down is None:
                self._down = embedder.name, self._clock() + _PAUSE, error
        return None

    def forget(self) -> None:
        with self._lock:
            self.failed.clear()

    def _still_down(self, embedder: Embedder) -> SecondsourceError | None:
        with self._lock:
            if self._down and (self._down[0] != embedder.name or self._down[1] <= self._clock()):
                self._down = None
            return self._down[2] if self._down else None
