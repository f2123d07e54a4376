"""What asks something of the articles: a question, and the commands that look for findings. Each is kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.chat.desk import Desk
from assistant.chat.ending import Ended
from assistant.chat.exchange import Kind, turns
from assistant.chat.stream import Stream
from assistant.dialogue import contradictions, opposition, said_by, timeline
from assistant.domain import Reply, Sentence, Turn
from assistant.findings.weakness import is_worth_listing
from assistant.pipeline import PILE, ask, check, findings, summarize
from assistant.show.finding import check_page
from assistant.show.listing import conflicts_page, findings_list, timeline_page
from assistant.write.follow import asked_to_say, asks_for_opposition
from index.errors import CommandError, NoCollection

_SUMMARY = 5  # sentences: what fits on a screen


def question(desk: Desk, text: str) -> None:
    _told(desk, Kind.ASK, text, lambda stream: _answered(desk, text, stream))


def _answered(desk: Desk, text: str, stream: Stream) -> Reply:
    before = turns(desk.session.exchanges)
    if desk.settings.model is None:
        understood = desk.hands.condenser.standalone(text, before)
        if understood != text:
            stream.understood(understood)
        if reply := _by_rules(desk, text, before):
            return reply
    return ask(desk.collection, desk.hands, text, desk.filters, before, stream.shown)


def _by_rules(desk: Desk, text: str, before: Sequence[Turn]) -> Reply | None:
    """What a model makes of a condensed question, rules read from claims and findings: the other side, whose word."""
    told = desk.last.told if desk.last else ()
    if asks_for_opposition(text):
        return opposition(desk.collection, desk.hands, text, before, told, desk.filters)
    who = asked_to_say(text)
    return said_by(desk.collection, desk.hands, text, who, before, told, desk.filters) if who else None


def summary(desk: Desk, topic: str) -> None:
    def written(stream: Stream) -> Reply:
        return summarize(desk.collection, desk.hands, topic or None, _SUMMARY, desk.filters, stream.shown)

    _told(desk, Kind.SUMMARY, topic, written)


def _told(desk: Desk, kind: Kind, text: str, written: Callable[[Stream], Reply]) -> None:
    """Sentences as they pass, then the whole. What has passed when the user breaks off is kept and shown as it is."""
    at_hand(desk)
    stream = Stream(desk.screen, desk.say)
    try:
        reply = written(stream)
    except (KeyboardInterrupt, Ended) as broken_off:
        reply = _broken_off(text, stream.sentences)
        desk.keep(kind, text, reply=reply, whole=False)
        if stream.sentences and not isinstance(broken_off, Ended):
            stream.finish(reply, summary=kind is Kind.SUMMARY)
        raise
    desk.keep(kind, text, reply=reply)
    stream.finish(reply, summary=kind is Kind.SUMMARY)


def _broken_off(text: str, sentences: list[Sentence]) -> Reply:
    articles = {c.article.id: c.article for s in sentences for c in s.citations}
    return Reply(text, bool(sentences), tuple(sentences), (), tuple(articles.values()))


def checked(desk: Desk, statement: str) -> None:
    if not statement:
        raise CommandError(desk.say("chat.error.no_statement"))
    statement = " ".join(statement.split())  # it may have been typed in several lines
    articles = at_hand(desk)
    found = check(desk.collection, desk.hands, [statement], desk.filters)
    desk.keep(Kind.CHECK, statement, findings=found)
    desk.screen.show(check_page(found, articles, desk.say, chain=False, verbose=False))


def all_findings(desk: Desk, rest: str) -> None:
    articles = at_hand(desk)
    found = list(filter(is_worth_listing, findings(desk.collection, desk.hands, desk.filters)))
    desk.keep(Kind.FINDINGS, rest, findings=found)
    unread = max(0, articles - PILE)
    desk.screen.show(findings_list("finding.findings", found, desk.say, unread=unread))


def all_contradictions(desk: Desk, topic: str) -> None:
    articles = at_hand(desk)
    found, denials = contradictions(desk.collection, desk.hands, topic or None, desk.filters)
    desk.keep(Kind.CONTRADICTIONS, topic, findings=found, denials=denials)
    unread = 0 if topic else max(0, articles - PILE)
    desk.screen.show(conflicts_page(found, denials, desk.say, about=topic or None, unread=unread))


def told_when(desk: Desk, topic: str) -> None:
    at_hand(desk)
    found = timeline(desk.collection, desk.hands, topic or None, desk.filters)
    desk.keep(Kind.TIMELINE, topic, events=found)
    desk.screen.show(timeline_page(found, topic or None, desk.say))


def at_hand(desk: Desk) -> int:
    """How many articles there are to ask. Raises NoCollection or CommandError where there is none."""
    try:
        articles = sum(desk.collection.languages(desk.filters).values())
    except NoCollection:
        articles = 0
    if not articles:
        raise CommandError(desk.say("chat.error.filtered" if desk.heads() else "chat.error.no_articles"))
    return articles
