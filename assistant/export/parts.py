"""What a report is made of."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.domain import Reply
from assistant.sourcing import Finding


@dataclass(frozen=True, slots=True)
class Part:
    """One question or command with what came of it. `when` is ISO 8601; `engine` the model's name, or "embedded"."""

    heading: str
    reply: Reply | None = None
    findings: tuple[Finding, ...] = ()
    when: str | None = None
    engine: str | None = None
