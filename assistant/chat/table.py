"""The commands of the chat: one row each. A line that begins with "/" is looked up here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from assistant.chat import answering, keeping, looking, setting
from assistant.chat.desk import Desk
from assistant.show.blocks import Heading, Paragraph, Table, words
from index.errors import CommandError


class Completes(StrEnum):
    """What Tab offers after a command."""

    NOTHING = "nothing"
    FILES = "files"
    ARTICLES = "articles"
    FILTERS = "filters"
    LANGUAGES = "languages"
    SESSIONS = "sessions"


@dataclass(frozen=True, slots=True)
class Row:
    """A command; what it does is in the messages, under "chat.help.<name>", and what it `takes` under "chat.takes."."""

    name: str
    run: Callable[[Desk, str], None]
    takes: str = ""
    completes: Completes = Completes.NOTHING


def show_help(desk: Desk, rest: str) -> None:
    rows = tuple((_typed(row, desk), desk.say(f"chat.help.{row.name}")) for row in ROWS)
    title = Heading(words(desk.say("chat.help_title")))
    desk.screen.show((title, Table(rows), Paragraph(words(desk.say("chat.help_keys")))))


def _typed(row: Row, desk: Desk) -> str:
    return f"/{row.name} {desk.say(f'chat.takes.{row.takes}')}" if row.takes else f"/{row.name}"


def leave(desk: Desk, rest: str) -> None:
    desk.leaving = True


ROWS = (
    Row("sources", looking.sources, "number"),
    Row("chain", looking.chain, "number"),
    Row("why", looking.why, "number"),
    Row("check", answering.checked, "statement"),
    Row("summary", answering.summary, "topic"),
    Row("findings", answering.all_findings),
    Row("contradictions", answering.all_contradictions, "topic"),
    Row("timeline", answering.told_when, "topic"),
    Row("articles", looking.articles, "words"),
    Row("open", looking.opened, "article_whole", Completes.ARTICLES),
    Row("add", keeping.added, "paths", Completes.FILES),
    Row("remove", keeping.removed, "article", Completes.ARTICLES),
    Row("filter", setting.filtered, "filter", Completes.FILTERS),
    Row("model", setting.model, "name"),
    Row("lang", setting.language, "language", Completes.LANGUAGES),
    Row("cost", setting.cost),
    Row("export", keeping.exported, "file", Completes.FILES),
    Row("save", keeping.saved, "name"),
    Row("resume", keeping.resumed, "session", Completes.SESSIONS),
    Row("sessions", keeping.listed, "words"),
    Row("clear", keeping.cleared),
    Row("help", show_help),
    Row("quit", leave),
)
_BY_NAME = {row.name: row for row in ROWS} | {"exit": ROWS[-1], "q": ROWS[-1], "?": ROWS[-2]}


def row_of(name: str) -> Row | None:
    return _BY_NAME.get(name)


def run_command(desk: Desk, name: str, rest: str) -> None:
    """Raises CommandError with the nearest that there is."""
    row = row_of(name or "help")
    if row is None:
        near = get_close_matches(name, _BY_NAME, n=1, cutoff=0.6) or [n for n in _BY_NAME if n.startswith(name)][:1]
        key = "chat.error.unknown_near" if near else "chat.error.unknown"
        raise CommandError(desk.say(key, typed=f"/{name}", near=f"/{near[0]}" if near else ""))
    row.run(desk, rest)
