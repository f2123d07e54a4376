"""The flows that a conversation has beside those of `pipeline`: the other side, somebody's word, what turned when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.domain import Reply, Turn
from assistant.hands import Engine
from assistant.pipeline import PILE, sourced
from assistant.sourcing import Claim, Finding, Silence
from index.collection import Collection
from index.documents import Article, Filters, Hit

if TYPE_CHECKING:
    from assistant.findings.denials import Denial
    from assistant.findings.find import Pile
    from assistant.findings.timeline import Event

_TOPIC_HITS = 40  # passages that tell which articles a topic is in
_TIMELINE = 40  # articles of a timeline: more nobody reads
_NEAREST = 3  # passages shown where nobody denies what was asked about
_EVERYTHING = Filters()


def opposition(
    collection: Collection,
    hands: Engine,
    question: str,
    before: Sequence[Turn],
    told: Sequence[Finding],
    filters: Filters = _EVERYTHING,
) -> Reply:
    """Who denies what was just `told`: its opposing side, else denials in the same matter -> verify -> findings."""
    from assistant.findings.denials import denying
    from assistant.findings.gather import gather, statement_of

    standalone = hands.condenser.standalone(question, before)
    asked = statement_of(standalone)
    pile = gather(collection, hands.reader, asked, filters)
    reply = _quoting(hands, denying(told, asked, pile), pile)
    hits = () if reply.answered else tuple(collection.search(standalone, filters, _NEAREST))
    articles = reply.articles or _articles_of(hits)
    return replace(reply, question=question, standalone=standalone, articles=articles, nearest=hits)


def said_by(
    collection: Collection,
    hands: Engine,
    question: str,
    who: Sequence[str],
    before: Sequence[Turn],
    told: Sequence[Finding],
    filters: Filters = _EVERYTHING,
) -> Reply | None:
    """What somebody says in the matter of what was just `told`, or that they do not -> verify -> findings.

    None where the articles have neither.
    """
    from assistant.findings.gather import gather, statement_of
    from assistant.findings.heard import heard

    standalone = hands.condenser.standalone(question, before)
    asked = statement_of(standalone)
    pile = gather(collection, hands.reader, asked, filters)
    reply = _quoting(hands, heard(who, asked, pile, [finding.statement for finding in told]), pile)
    return replace(reply, question=question, standalone=standalone) if reply.answered else None


def _quoting(hands: Engine, told: Sequence[Claim | Silence], pile: Pile) -> Reply:
    """What is told, in its articles' own words, verified and with its findings."""
    from assistant.write.own_words import draft_of

    verified = hands.gate(draft_of(told), [item.article for item in told])
    articles = {c.article.id: c.article for s in verified.sentences for c in s.citations}
    answered = bool(verified.sentences)
    reply = Reply(None, answered, verified.sentences, verified.faults, tuple(articles.values()))
    return sourced(reply, hands, lambda statement: pile)


def contradictions(
    collection: Collection, hands: Engine, about: str | None = None, filters: Filters = _EVERYTHING
) -> tuple[list[Finding], list[Denial]]:
    """What articles tell against each other, or newer than each other, the newest first; of the pile or a topic.

    Beside it denials of which rules could not tell that they oppose anything.
    """
    from assistant.findings.conflicts import conflicts
    from assistant.findings.denials import denied
    from assistant.findings.find import pile_of
    from assistant.findings.remember import read_all

    articles = _matter(collection, about, filters)
    pile = pile_of(read_all(hands.reader, articles, collection))
    found = conflicts(pile, hands.judge)
    return found, denied(pile, found)


def timeline(
    collection: Collection, hands: Engine, about: str | None = None, filters: Filters = _EVERYTHING
) -> list[Event]:
    """What was reported when, the earliest first, and what of it turns against or goes beyond what was said before."""
    from assistant.findings.find import pile_of
    from assistant.findings.gather import statement_of
    from assistant.findings.remember import read_all
    from assistant.findings.timeline import events

    articles = _matter(collection, about, filters)[:_TIMELINE]
    pile = pile_of(read_all(hands.reader, articles, collection))
    return events(pile, articles, hands.judge, statement_of(about) if about else None)


def _matter(collection: Collection, about: str | None, filters: Filters) -> Sequence[Article]:
    """The articles that a topic is in, the best first; without one the newest."""
    if about:
        return _articles_of(collection.search(about, filters, _TOPIC_HITS))
    return collection.articles([head.id for head in collection.heads(filters)[:PILE]])


def _articles_of(hits: Iterable[Hit]) -> tuple[Article, ...]:
    return tuple({h.article.id: h.article for h in hits}.values())
