"""What a report is made of."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Reply
from assistant.sourcing import Finding
from index.errors import InputError


@dataclass(frozen=True, slots=True)
class Part:
    """One question or command with what came of it.

    `when` is ISO 8601; `engine` the model's name, or "embedded". `command` is the one that was given ("summarize"), or
    empty: then what is there tells. `failed`: inputs that could not be used; `unread`: articles at hand that a survey
    of findings did not weigh; `notes`: what the model left to the rules, in the interface's language.
    """

    heading: str
    reply: Reply | None = None
    findings: tuple[Finding, ...] = ()
    when: str | None = None
    engine: str | None = None
    command: str = ""
    failed: tuple[InputError, ...] = ()
    unread: int = 0
    notes: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        """The command, as JSON names it."""
        if self.command or self.reply is None:
            return self.command or "check"
        return "ask" if self.reply.question else "summarize"

    @property
    def weighed(self) -> tuple[Finding, ...]:
        """All its findings: those of its sentences, then its own."""
        return (*(self.reply.findings if self.reply else ()), *self.findings)

    @property
    def model(self) -> str | None:
        return None if self.engine in (None, "embedded", "none") else self.engine
