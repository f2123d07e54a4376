"""A session as a report in a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.chat.exchange import Exchange, Kind
from assistant.commands.output import write_whole
from assistant.domain import Reply, Sentence
from assistant.findings.cite import cite
from assistant.settings import ENDINGS, Settings
from assistant.show.say import Say
from assistant.sourcing import Claim
from index.errors import CommandError

_FORMATS = {ending: fmt for ending, fmt in ENDINGS.items() if fmt != "text"}


def write_report(path: Path, exchanges: Sequence[Exchange], settings: Settings) -> None:
    """Whole or not at all. Raises CommandError for an ending that names no format, OSError if it can't write."""
    from assistant.export.export import export
    from assistant.export.parts import Part

    say = Say(settings.lang)
    fmt = format_of(path, say)
    parts = [Part(heading(e, say), e.reply or _quoting(e.claims), e.findings, e.when, e.engine) for e in exchanges]
    write_whole(path, export(parts, fmt, settings))


def format_of(path: Path, say: Say) -> str:
    """Raises CommandError where the ending names none."""
    fmt = _FORMATS.get(path.suffix.lower())
    if fmt is None:
        raise CommandError(say("chat.error.format", ending=path.suffix or path.name, known=", ".join(_FORMATS)))
    return fmt


def _quoting(claims: Sequence[Claim]) -> Reply | None:
    """Claims as sentences, in their own words."""
    sentences = tuple(Sentence(" ".join(c.text.split()), (cite(c),)) for c in claims)
    articles = {c.article.id: c.article for c in claims}
    return Reply(None, True, sentences, (), tuple(articles.values())) if claims else None


def heading(exchange: Exchange, say: Say) -> str:
    """What an exchange is called: a question is its own heading."""
    if exchange.kind is Kind.ASK:
        return exchange.question
    if exchange.kind is Kind.SUMMARY:
        about = exchange.question
        return say("reply.summary_about", question=about) if about else say("reply.summary")
    if exchange.kind is Kind.CHECK:
        return say("export.check", statement=exchange.question)
    title = say("timeline.all" if exchange.kind is Kind.TIMELINE else f"finding.{exchange.kind}")
    return f"{title}: {exchange.question}" if exchange.question else title
