"""The nouns of asking a model: what the model versions of the three jobs share with whatever answers them.

A task is two pure halves, a `Prompt` built from articles and a reply class that reads the answer. `Model` is the call
between them; the scripted model of the tests is another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Protocol, TypeVar

from pydantic import BaseModel

R = TypeVar("R", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What is sent. `system` is the task's own wording and never holds a word of an article; `user` holds the data.

    `digest` identifies the wording (of both parts, before anything is filled in), and travels with results.
    """

    task: str
    system: str
    user: str
    digest: str


class NoReply(Exception):
    """Nothing usable came, also after the model was shown its error. The embedded version does that job then.

    `why` is a key of the messages ("refused", "malformed", "timeout", "budget", …), `detail` the model's or the
    server's own words, without any key.
    """

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(f"{why}: {detail}" if detail else why)
        self.why = why
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command has used so far. `cost` is in US dollars, None where the model's price is not known.

    `calls` went to the model, `kept` were answered from replies kept on disk; tokens are of `calls` only.
    """

    calls: int = 0
    kept: int = 0
    prompt_tokens: int = 0
    reply_tokens: int = 0
    cost: float | None = None


class Model(Protocol):
    """A language model that answers one prompt with one object. `window` is in tokens, the reply's included."""

    name: str
    window: int

    def ask(self, prompt: Prompt, reply: type[R]) -> R:
        """Raises NoReply."""
        ...

    def ask_all(self, prompts: Sequence[Prompt], reply: type[R]) -> list[R | NoReply]:
        """Several at once, as many as the user allows; one result each, in their order."""
        ...

    def items(self, prompt: Prompt, reply: type[BaseModel], item: type[R], field: str) -> Iterator[R]:
        """The objects of the list `field` of the reply, each as soon as it is whole. Raises NoReply, at any item."""
        ...

    def spent(self) -> Spent: ...


class Ledger:
    """What the hands could not leave to the model in one command: which job, why, how often. Shown with the result."""

    def __init__(self) -> None:
        self.fallbacks: dict[tuple[str, str], int] = {}
        self.dropped: dict[str, int] = {}
        self._lock = Lock()  # statements are compared several at a time

    def fell_back(self, job: str, fault: NoReply) -> None:
        """The embedded version did `job` ("reader", "judge", "writer", "condenser") once, because of `fault`."""
        key = (job, fault.why)
        with self._lock:
            self.fallbacks[key] = self.fallbacks.get(key, 0) + 1

    def drop(self, what: str, count: int = 1) -> None:
        """Something of a reply was not used: "claim" (its words are not in the article), "stance" (vetoed), …"""
        with self._lock:
            self.dropped[what] = self.dropped.get(what, 0) + count

    def forget(self) -> None:
        """For the next question of a conversation."""
        with self._lock:
            self.fallbacks.clear()
            self.dropped.clear()
