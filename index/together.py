"""Several requests at once, in threads that nobody waits for when the user breaks off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def together(do: Callable[[T], R], items: Sequence[T], most: int) -> list[R]:
    """`do` of each item, in their order, at most so many at the same time; the first error ends it.

    `concurrent.futures` joins its threads when the interpreter ends: Ctrl-C would wait for requests under way.
    """
    waiting: SimpleQueue[tuple[int, T]] = SimpleQueue()
    finished: SimpleQueue[tuple[int, R] | BaseException] = SimpleQueue()
    stopped = Event()
    for entry in enumerate(items):
        waiting.put(entry)

    def work() -> None:
        while not stopped.is_set():
            try:
                at, item = waiting.get_nowait()
            except Empty:
                return
            try:
                finished.put((at, do(item)))
            except BaseException as error:
                finished.put(error)

    for _ in range(min(most, len(items))):
        Thread(target=work, daemon=True).start()
    try:
        return _collected(finished, len(items))
    finally:
        stopped.set()


def _collected(finished: SimpleQueue[tuple[int, R] | BaseException], count: int) -> list[R]:
    found: dict[int, R] = {}
    while len(found) < count:
        result = finished.get()
        if isinstance(result, BaseException):
            raise result
        found[result[0]] = result[1]
    return [found[at] for at in range(count)]
