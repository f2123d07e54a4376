"""What a suite may use while it runs: the assistant, the folder of public sets, the seed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from evals.asked import Assistant

Held = TypeVar("Held")


@dataclass(frozen=True)
class Bench:
    """`which`: of the stories, those in `data` ("shared"), our own ("own"), those in evals/data/blind
    ("blind") or those that were blind until their errors were read ("read").

    `sizes`: articles of the speed suite.
    """

    assistant: Assistant
    data: Path | None = None
    which: str | None = None
    sizes: tuple[int, ...] = (300,)
    seed: int = 1
    stack: ExitStack = field(default_factory=ExitStack)

    def folder(self, name: str) -> Path:
        """Where a public set would be; a folder that is not there where no `data` is given."""
        return (self.data or Path("absent")) / name

    def held(self, make: Callable[[], AbstractContextManager[Held]]) -> Callable[[], Held]:
        """What several cases share: made when the first of them needs it, closed when the suite ends."""
        return cache(lambda: self.stack.enter_context(make()))


def digest(files: Iterable[Path]) -> str:
    """Twelve hex digits of the files' names and bytes."""
    found = hashlib.sha256()
    for file in sorted(files):
        found.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()[:12]


def digest_of(texts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12]
