"""A progress bar on standard error, for work that takes long enough to wonder; the other door to Rich."""

from __future__ import annotations

import os
import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from assistant.show.say import Say, texts

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

PATIENCE = 0.7  # seconds that pass without a bar


class ProgressBar:
    """Call it as often as you like: `bar("embed", 20, 400)`. It draws only where it can, and not before PATIENCE."""

    def __init__(self, say: Say, *, quiet: bool) -> None:
        self._say = say
        self._draws = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._since = time.monotonic()
        self._bars: Bars | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """The work is done: the bar goes away."""
        if self._bars:
            self._bars.stop()
        self._draws = False

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        if not self._draws or time.monotonic() - self._since < PATIENCE:
            return
        bars = self._bars or self._start()
        if stage not in self._tasks:
            key = f"progress.{stage}"
            self._tasks[stage] = bars.add_task(self._say(key) if key in texts(self._say.language) else stage)
        bars.update(self._tasks[stage], completed=done, total=total)

    def _start(self) -> Bars:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._bars = Progress(*columns, console=Console(stderr=True, markup=False), transient=True)
        self._bars.start()
        return self._bars
