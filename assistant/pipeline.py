"""Each flow, once, top to bottom. What a command does beyond reading its flags and showing its result is here.

How articles come in is in intake.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from assistant.domain import MendingWriter, Reply, Sentence, Task, Translating, Turn
from assistant.hands import Engine
from assistant.sourcing import Finding, Reading, Sourcing, Statement
from index.collection import Collection
from index.documents import Article, Filters, Head, Hit
from index.errors import NoCollection
from index.language import UNKNOWN, clear_language, function_share
from index.search import query_language
from index.terms import words
from index.wordlists import LANGUAGES

if TYPE_CHECKING:
    from assistant.chain import Known
    from assistant.findings.find import Pile

PILE = 200  # the most articles that one summary or survey of findings reads
_TOPIC_HITS = 40  # passages that tell which articles a topic is in
_ANSWER = 3  # sentences of an answer
_READ = 40  # articles whose claims are read before a model writes
_EVERYTHING = Filters()


def summarize(
    collection: Collection,
    hands: Engine,
    about: str | None,
    sentences: int,
    filters: Filters = _EVERYTHING,
    shown: Callable[[Sentence], None] | None = None,
) -> Reply:
    """retrieve -> findings -> write -> verify, over the whole pile or what it says about a topic.

    `shown` is called with each sentence as it passes the gate.
    """
    from assistant.chain import Steps, silence_tracing, summary_chain
    from assistant.findings.ahead import Ahead
    from assistant.findings.gather import gather

    silence_tracing()
    hits = tuple(collection.search(about, filters, _TOPIC_HITS)) if about else ()
    heads = [] if about else collection.heads(filters)
    articles = _articles_of(hits) if about else _newest(collection, heads)
    sourcing = Ahead(hands.judge, lambda statement: gather(collection, hands.reader, statement, filters))
    steps = Steps(
        known=_reads_first(hands, collection, lambda _: sourcing),
        then=lambda reply, _: _with_findings(reply, hands, sourcing),
        shown=shown,
    )
    reply = summary_chain(hands.writer, hands.gate, steps).invoke(Task(about, sentences, articles, hits))
    return replace(reply, unread=max(0, len(heads) - PILE), other_languages=_foreign(collection, about, filters))


def ask(
    collection: Collection,
    hands: Engine,
    question: str,
    filters: Filters = _EVERYTHING,
    before: Sequence[Turn] = (),
    shown: Callable[[Sentence], None] | None = None,
) -> Reply:
    """condense -> retrieve -> findings -> write -> verify, or the word that the articles do not say.

    `shown` is called with each sentence as it passes the gate.
    """
    from assistant.chain import CollectionRetriever, Steps, answer_chain, silence_tracing

    silence_tracing()
    sourcing = cache(lambda hits: _among(hits, collection, hands))
    searches = cache(lambda asked: _in_other_languages(collection, hands, asked, filters))
    steps = Steps(
        standalone=(lambda asked: hands.condenser.standalone(asked, before)) if before else None,
        searches=searches,
        known=_reads_first(hands, collection, sourcing),
        then=lambda reply, hits: _with_findings(reply, hands, sourcing(tuple(hits))),
        shown=shown,
    )
    retriever = CollectionRetriever(collection=collection, filters=filters)
    reply = answer_chain(retriever, hands.writer, hands.gate, _ANSWER, steps).invoke(question)
    foreign = 0 if searches(reply.standalone or question) else _foreign(collection, reply.standalone, filters)
    return replace(reply, other_languages=foreign)


def _among(hits: Sequence[Hit], collection: Collection, hands: Engine) -> Sourcing:
    """Only what the passages found say is compared, so that an answer stays fast."""
    from assistant.findings.ahead import Ahead
    from assistant.findings.gather import found_in
    from assistant.findings.remember import read_all

    read_all(hands.reader, _articles_of(hits), collection)
    pile = found_in(hits, collection, hands.reader)
    return Ahead(hands.judge, lambda statement: pile)


def _reads_first(
    hands: Engine, collection: Collection, sourcing: Callable[[tuple[Hit, ...]], Sourcing]
) -> Callable[[Sequence[Article], Sequence[Hit]], Known]:
    """Whoever writes sentences of its own must know who says so; the embedded writer copies it with the words, and is
    quicker with what was kept of the articles.

    Of a large pile only the newest articles are read first: what does not fit a window need not be read.
    """
    from assistant.chain import Known
    from assistant.findings.remember import learn_all, read_all

    def learnt(articles: Sequence[Article], hits: Sequence[Hit]) -> Known:
        learn_all(hands.reader, articles, collection)
        return Known()

    def known(articles: Sequence[Article], hits: Sequence[Hit]) -> Known:
        readings = read_all(hands.reader, articles[:_READ], collection)
        return Known([claim for reading in readings for claim in reading.claims], sourcing(tuple(hits)))

    return known if isinstance(hands.writer, MendingWriter) else learnt


def _in_other_languages(collection: Collection, hands: Engine, question: str, filters: Filters) -> tuple[str, ...]:
    """The question as it would be asked in the collection's other languages, where the condenser can say so."""
    if not isinstance(hands.condenser, Translating):
        return ()
    own = query_language(question, LANGUAGES)
    return hands.condenser.searches(question, [code for code in collection.languages(filters) if code != own])


def sourced(reply: Reply, hands: Engine, pile: Callable[[Statement], Pile]) -> Reply:
    """findings of the sentences that are shown: who says so, and how well that is sourced in the pile."""
    from assistant.findings.ahead import Ahead

    return _with_findings(reply, hands, Ahead(hands.judge, pile))


def _with_findings(reply: Reply, hands: Engine, sourcing: Sourcing) -> Reply:
    from assistant.findings.sentences import with_findings

    return with_findings(reply, hands.reader, sourcing)


def check(
    collection: Collection, hands: Engine, statements: Sequence[str], filters: Filters = _EVERYTHING
) -> list[Finding]:
    """retrieve -> compare -> count origins -> flag, for each statement, in their order."""
    from assistant.findings.find import findings
    from assistant.findings.gather import gather, statement_of

    asked = [statement_of(text) for text in statements]
    piles = [gather(collection, hands.reader, statement, filters) for statement in asked]
    return findings([(s, pile, pile.claims) for s, pile in zip(asked, piles, strict=True)], hands.judge)


def findings(collection: Collection, hands: Engine, filters: Filters = _EVERYTHING) -> list[Finding]:
    """Every finding of the newest `PILE` articles: what is notable first, the weakest sourcing at the top."""
    from assistant.findings.find import pile_of
    from assistant.findings.remember import read_all
    from assistant.findings.survey import survey

    articles = collection.articles([head.id for head in collection.heads(filters)[:PILE]])
    return survey(pile_of(read_all(hands.reader, articles, collection)), hands.judge)


def claims(collection: Collection, hands: Engine, filters: Filters = _EVERYTHING) -> list[Reading]:
    """What each article states, the newest first."""
    from assistant.findings.remember import read_all

    ids = [head.id for head in collection.heads(filters)]
    return read_all(hands.reader, collection.articles(ids), collection)


def search(collection: Collection, query: str, filters: Filters = _EVERYTHING, limit: int = 10) -> list[Hit]:
    return collection.search(query, filters, limit)


def _foreign(collection: Collection, question: str | None, filters: Filters) -> int:
    """How many articles are in another language than the question; 0 where that is too short to tell its language."""
    language = _language_asked_in(question) if question else None
    if not language:
        return 0
    return sum(n for code, n in collection.languages(filters).items() if code not in (language, UNKNOWN))


def _language_asked_in(question: str) -> str | None:
    """A question is short: where its language is not clear, it is the one with twice the function words of the next."""
    tokens = words(question)
    shares = {code: function_share(code, tokens) for code in LANGUAGES}
    first, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    leads = shares[first] > 0 and shares[first] >= 2 * shares[second]
    return clear_language(tokens, question) or (first if leads else None)


def _newest(collection: Collection, heads: Sequence[Head]) -> tuple[Article, ...]:
    if not heads:
        raise NoCollection("There are no articles to summarize. Add some with `secondsource add FILE_OR_FOLDER`.")
    return tuple(collection.articles([h.id for h in heads[:PILE]]))


def _articles_of(hits: Sequence[Hit]) -> tuple[Article, ...]:
    return tuple({h.article.id: h.article for h in hits}.values())
