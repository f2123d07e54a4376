"""A language model for tests: a queue of replies, and a list of what was asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from pydantic import BaseModel

from assistant.model.asking import NoReply, Prompt, R, Spent

Scripted = object  # a JSON-like value, a NoReply to raise, or a function from the prompt to either


class ScriptedModel:
    """Answers with `replies` in turn; a function among them is called with the prompt, and stays at the end."""

    name = "scripted:desk"

    def __init__(self, *replies: Scripted | Callable[[Prompt], Scripted], window: int = 8_192) -> None:
        self.window = window
        self.asked: list[Prompt] = []
        self._replies = list(replies)

    def ask(self, prompt: Prompt, reply: type[R]) -> R:
        return reply.model_validate_json(json.dumps(self._next(prompt)))

    def ask_all(self, prompts: Sequence[Prompt], reply: type[R]) -> list[R | NoReply]:
        found: list[R | NoReply] = []
        for prompt in prompts:
            try:
                found.append(self.ask(prompt, reply))
            except NoReply as fault:
                found.append(fault)
        return found

    def items(self, prompt: Prompt, reply: type[BaseModel], item: type[R], field: str) -> Iterator[R]:
        """A NoReply within the list is raised where it stands."""
        given = self._next(prompt)
        for one in given[field] if isinstance(given, dict) else ():
            if isinstance(one, NoReply):
                raise one
            yield item.model_validate_json(json.dumps(one))

    def spent(self) -> Spent:
        return Spent(calls=len(self.asked))

    def _next(self, prompt: Prompt) -> object:
        self.asked.append(prompt)
        if not self._replies:
            raise NoReply("server_error", "the script has ended")
        given = self._replies[0] if callable(self._replies[0]) else self._replies.pop(0)
        found = given(prompt) if callable(given) else given
        if isinstance(found, NoReply):
            raise found
        return found
