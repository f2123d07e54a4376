"""One writer at a time, no reader meanwhile, and a number that tells a reader that somebody has written.

Embedded Chroma is not safe across processes, and a reader counts: opened on logs that are still growing, it applies
and persists them on its own account. Measured on chromadb 1.5.9, a writer of 6,000 vectors with two readers beside it
lost 1,993 of them without an error; with this turnstile and reopening at every new generation, none, also with two
writers in turn (docs/decisions/0002-readers-hold-the-lock.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from index.errors import Busy

_PATIENCE = 120.0  # seconds; a batch takes about one


class Turnstile(Protocol):
    """Guards a place. `generation` counts the batches that were begun there."""

    @property
    def generation(self) -> int: ...

    def reading(self) -> AbstractContextManager[None]: ...

    def writing(self) -> AbstractContextManager[None]: ...


class FileTurnstile:
    """Across processes. The kernel lets go of the lock when its process dies, however it dies."""

    def __init__(self, folder: Path) -> None:
        from filelock import ReadWriteLock

        folder.mkdir(parents=True, exist_ok=True)
        self._number = folder / "generation"
        self._lock = ReadWriteLock(str(folder / "lock"), timeout=_PATIENCE)

    @property
    def generation(self) -> int:
        try:
            return int(self._number.read_text(encoding="ascii"))
        except FileNotFoundError:
            return 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        with self._held("read"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The generation is raised before anything is written: a killed writer's half batch is then noticed too."""
        with self._held("write"):
            fresh = self._number.with_suffix(".new")
            fresh.write_text(str(self.generation + 1), encoding="ascii")
            fresh.replace(self._number)
            yield

    @contextmanager
    def _held(self, mode: str) -> Iterator[None]:
        from filelock import Timeout

        take = self._lock.acquire_read if mode == "read" else self._lock.acquire_write
        try:
            take(timeout=_PATIENCE)
        except Timeout as error:
            raise Busy(
                f"{self._number.parent}: another process has held this collection for {_PATIENCE:.0f} seconds. "
                "Wait for it to finish, or end it; nothing is lost by that."
            ) from error
        try:
            yield
        finally:
            self._lock.release()


class MemoryTurnstile:
    """For what lives in this process alone."""

    def __init__(self) -> None:
        self.generation = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        self.generation += 1
        yield
