"""The nouns of a conversation that is kept: an exchange, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.domain import Reply, Turn
from assistant.findings.denials import Denial
from assistant.findings.timeline import Event
from assistant.sourcing import Claim, Finding


class Kind(StrEnum):
    """What was asked for; also the name of its command, but for questions."""

    ASK = "ask"
    SUMMARY = "summary"
    CHECK = "check"
    FINDINGS = "findings"
    CONTRADICTIONS = "contradictions"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question and what came of it.

    `when` is ISO 8601 with its zone; `engine` the model's name, or "embedded". A question or a summary has a `reply`;
    whatever else was asked has `findings`, `denials` or `events`. `whole` is False where the user broke it off.
    """

    id: str
    when: str
    engine: str
    kind: Kind
    question: str
    standalone: str
    reply: Reply | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = field(default=(), repr=False)
    denials: tuple[Denial, ...] = field(default=(), repr=False)
    events: tuple[Event, ...] = field(default=(), repr=False)
    whole: bool = True

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Claims that it tells beside sentences and findings."""
        return (*(d.claim for d in self.denials), *(e.claim for e in self.events))

    @property
    def lists(self) -> bool:
        """Whether its numbers are those of statements, and not of quotes."""
        return self.kind in (Kind.FINDINGS, Kind.CONTRADICTIONS)

    @property
    def told(self) -> tuple[Finding, ...]:
        """All findings that it shows."""
        return self.reply.findings if self.reply else self.findings

    @property
    def text(self) -> str:
        """What was asked and answered, for a search."""
        sentences = [s.text for s in self.reply.sentences] if self.reply else []
        told = [f.statement.text for f in self.findings] + [c.text for c in self.claims]
        return "\n".join([self.question, *sentences, *told])


def turns(exchanges: Sequence[Exchange]) -> tuple[Turn, ...]:
    """What a follow-up question may lean on."""
    return tuple(Turn(e.question, e.standalone, _answer(e)) for e in exchanges if e.standalone)


def _answer(exchange: Exchange) -> str:
    return " ".join(s.text for s in exchange.reply.sentences) if exchange.reply else ""
