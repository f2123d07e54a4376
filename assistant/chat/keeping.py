"""What is kept: articles that come and go, and the conversation itself."""

from __future__ import annotations

import os
from pathlib import Path

from assistant.chat.desk import Desk
from assistant.chat.exchange import Exchange, Kind
from assistant.chat.looking import head_of
from assistant.chat.report import heading, write_report
from assistant.chat.sessions import Overview
from assistant.chat.words import split
from assistant.intake import add
from assistant.show.answer import answer_page
from assistant.show.articles import added_page
from assistant.show.blocks import Heading, Table, words
from assistant.show.finding import check_page
from assistant.show.listing import conflicts_page, findings_list, timeline_page
from index.errors import CommandError, NotFound

_SHOWN = 20  # sessions of a list
_CLEAR = "\x1b[2J\x1b[H"  # what was scrolled away stays: it may be from before the chat


def added(desk: Desk, rest: str) -> None:
    paths = split(rest)
    if not paths:
        raise CommandError(desk.say("chat.error.no_path"))
    if "-" in paths:
        raise CommandError(desk.say("chat.error.standard_input"))
    collection = desk.open(create=True)
    with desk.progress() as bar:
        report = add(collection, [os.path.expanduser(p) for p in paths], bar)  # noqa: PTH111 - a URL is no Path
    desk.tell_failed(report)
    desk.screen.show(added_page("add", report, desk.say))


def removed(desk: Desk, rest: str) -> None:
    if not rest:
        raise CommandError(desk.say("chat.error.which"))
    head = head_of(desk, rest)
    desk.collection.remove(head.id)
    publisher = head.publisher or desk.say("source.unknown_publisher")
    desk.screen.note(desk.say("chat.removed", title=head.title or head.path, publisher=publisher))


def exported(desk: Desk, rest: str) -> None:
    """The whole session, in the format that the file's ending tells."""
    paths = split(rest)
    if len(paths) != 1:
        raise CommandError(desk.say("chat.error.no_file"))
    if not desk.session.exchanges:
        raise CommandError(desk.say("chat.error.nothing_yet"))
    export_to(desk, Path(paths[0]).expanduser())


def export_to(desk: Desk, path: Path) -> None:
    try:
        write_report(path, desk.session.exchanges, desk.settings)
    except OSError as error:
        raise CommandError(desk.say("chat.error.not_written", path=path, why=error.strerror)) from None
    desk.screen.note(desk.say("output.written", path=path))


def saved(desk: Desk, rest: str) -> None:
    """Everything is kept anyway; a name makes it easy to find again."""
    if not desk.session.exchanges:
        raise CommandError(desk.say("chat.error.nothing_yet"))
    if rest:
        desk.session.call(rest)
    name = desk.session.name or desk.session.id
    desk.screen.note(desk.say("chat.saved", name=name, n=len(desk.session.exchanges)))


def resumed(desk: Desk, rest: str) -> None:
    """Another session goes on here: that of this id or name, or the last one."""
    others = [o for o in desk.sessions.overviews() if o.id != desk.session.id]
    if not rest and not others:
        raise CommandError(desk.say("chat.error.no_sessions"))
    try:
        desk.session = desk.sessions.named(rest or others[0].id)
    except NotFound:
        raise CommandError(desk.say("chat.error.no_session", wanted=rest)) from None
    desk.numbered = ()
    recall(desk)


def recall(desk: Desk) -> None:
    """Says what is continued, and shows the last exchange once more."""
    session, last = desk.session, desk.last
    desk.screen.note(desk.say("chat.continued", name=session.name or session.id, n=len(session.exchanges)))
    if session.unreadable:
        desk.screen.complain(desk.say("chat.error.unreadable", n=session.unreadable))
    if last:
        shown_again(desk, last)


def shown_again(desk: Desk, exchange: Exchange) -> None:
    if exchange.kind in (Kind.ASK, Kind.SUMMARY):  # the others have headings of their own
        desk.screen.show((Heading(words(f"> {heading(exchange, desk.say)}")),))
    if exchange.reply:
        summary = exchange.kind is Kind.SUMMARY
        desk.screen.show(answer_page(exchange.reply, desk.say, summary=summary))
    elif exchange.kind is Kind.CHECK:
        desk.screen.show(check_page(exchange.findings, len(desk.heads()), desk.say, chain=False, verbose=False))
    elif exchange.kind is Kind.TIMELINE:
        desk.screen.show(timeline_page(exchange.events, exchange.question or None, desk.say))
    elif exchange.kind is Kind.CONTRADICTIONS:
        desk.screen.show(conflicts_page(exchange.findings, exchange.denials, desk.say, about=exchange.question or None))
    else:
        desk.screen.show(findings_list("finding.findings", exchange.findings, desk.say))


def listed(desk: Desk, rest: str) -> None:
    found = desk.sessions.overviews(split(rest))
    if not found:
        raise CommandError(desk.say("chat.error.no_session_has" if rest else "chat.error.no_sessions"))
    desk.screen.show((Table(tuple(_row(desk, o) for o in found[:_SHOWN])),))
    desk.screen.note(desk.say("chat.resume_hint"))


def _row(desk: Desk, one: Overview) -> tuple[str, ...]:
    asked = " · ".join(" ".join(q.split()) for q in one.found or (one.first,))
    here = f"({desk.say('chat.this_session')}) " if one.id == desk.session.id else ""
    when = one.last[:16].replace("T", " ")
    named = f"{one.name}: " if one.name else ""
    return one.id, when, desk.say("chat.exchanges", n=one.exchanges), f"{here}{named}{asked}"


def cleared(desk: Desk, rest: str) -> None:
    """A new session; the old one stays."""
    paths, desk.session = desk.session.paths, desk.sessions.new()
    desk.session.paths = paths
    desk.numbered = ()
    if desk.screen.can_move:
        desk.screen.write(_CLEAR)
    desk.screen.note(desk.say("chat.cleared"))
