"""What looks closer at what was just shown: passages, chains, reasons, whole articles."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.chat.desk import Desk
from assistant.chat.exchange import Exchange
from assistant.domain import Citation
from assistant.findings.cite import cite
from assistant.show.answer import cited, passages_page
from assistant.show.articles import article_page, heads_page
from assistant.show.finding import shown_quotes
from assistant.show.listing import chain_page, finding_entry
from assistant.show.plain import plain_line
from assistant.sourcing import Finding
from index.documents import Article, Head
from index.errors import CollectionError, CommandError, NoCollection

_DIGITS = 3  # of what is a number that was shown; four may be a year in a title, more an id
_WHOLE = ("+", "all", "alles", "всё", "все")  # after the number of an article: with what was cut


def sources(desk: Desk, rest: str) -> None:
    """The passages behind the last answer, the words marked; of a list, those of one statement."""
    last = _last(desk)
    quotes = shown_quotes(_finding(desk, rest)[1]) if last.lists and rest else _quotes(last)
    if not quotes:
        raise CommandError(desk.say("chat.error.no_sources"))
    rest = "" if last.lists else rest
    chosen = range(1, len(quotes) + 1) if not rest else [_number(desk, rest, len(quotes))]
    desk.screen.show(passages_page([(n, quotes[n - 1]) for n in chosen], desk.say))


def chain(desk: Desk, rest: str) -> None:
    number, finding = _finding(desk, rest)
    desk.screen.show(chain_page(number, finding, desk.say))


def why(desk: Desk, rest: str) -> None:
    number, finding = _finding(desk, rest)
    desk.screen.show(finding_entry(number, finding, desk.say))


def articles(desk: Desk, rest: str) -> None:
    if not desk.heads():
        raise CommandError(desk.say("chat.error.no_articles"))
    heads = [h for h in desk.collection.heads(desk.filters) if rest.casefold() in _named(h)]
    if not heads:
        key = "chat.error.no_article" if desk.collection.heads(desk.filters) else "chat.error.filtered"
        raise CommandError(desk.say(key, wanted=rest))
    desk.numbered = tuple(heads)
    desk.screen.show(heads_page(heads, desk.settings.collection, desk.say, numbered=True))


def opened(desk: Desk, rest: str) -> None:
    """A whole article: by the number last shown, by its id or its title; with "+" what was cut from it, dimmed."""
    wanted, _, more = rest.rpartition(" ") if rest.rpartition(" ")[2] in _WHOLE else (rest, "", "")
    if not wanted:
        raise CommandError(desk.say("chat.error.which"))
    article = _article(desk, wanted)
    desk.screen.leaf(article_page(article, desk.say, cut=bool(more)))


def head_of(desk: Desk, wanted: str) -> Head | Article:
    """Raises CommandError where no article is meant, or more than one: those are listed, to be named by number."""
    numbered = _numbered(desk)
    if not numbered:
        raise CommandError(desk.say("chat.error.no_articles"))
    number = wanted.strip("[].")
    if number.isdecimal() and len(number) <= max(_DIGITS, len(str(len(numbered)))):
        return numbered[_number(desk, number, len(numbered)) - 1]
    found: list[Head] = []
    for fits in (_has_id, _has_title, _begins_title):
        found = [head for head in desk.heads() if fits(head, wanted.casefold())]
        if len(found) == 1:
            return found[0]
    if not found:
        raise CommandError(desk.say("chat.error.no_article", wanted=wanted))
    desk.numbered = tuple(found)
    desk.screen.show(heads_page(found, desk.settings.collection, desk.say, numbered=True))
    raise CommandError(desk.say("chat.which_of", wanted=wanted))


def _article(desk: Desk, wanted: str) -> Article:
    head = head_of(desk, wanted)
    try:
        return desk.collection.article(head.id)
    except (CollectionError, NoCollection):
        if isinstance(head, Head):
            raise
    desk.screen.note(desk.say("chat.gone"))
    return head


def _numbered(desk: Desk) -> Sequence[Article | Head]:
    if desk.numbered or not desk.last:
        return desk.numbered or desk.heads()
    if desk.last.lists:
        return [f.supporting[0].article for f in desk.last.findings]
    return [quote.article for quote in _quotes(desk.last)]


def _last(desk: Desk) -> Exchange:
    if desk.last is None:
        raise CommandError(desk.say("chat.error.nothing_yet"))
    return desk.last


def _quotes(exchange: Exchange) -> Sequence[Citation]:
    if exchange.reply:
        return cited(exchange.reply)
    if exchange.events:
        return [cite(event.claim) for event in exchange.events]
    return [quote for finding in exchange.findings for quote in shown_quotes(finding)]


def _finding(desk: Desk, rest: str) -> tuple[int, Finding]:
    """Of a list, that of this number; of an answer, the weakest of the sentence whose number it is."""
    last = _last(desk)
    if not last.told:  # nor has a timeline any
        raise CommandError(desk.say("chat.error.no_findings"))
    if last.reply is None:
        number = _number(desk, rest or "1", len(last.findings))
        return number, last.findings[number - 1]
    owners = [sentence for sentence in last.reply.sentences for _ in sentence.citations]
    number = _number(desk, rest or "1", len(owners))
    numbers = sorted(owners[number - 1].findings)
    if not numbers:
        raise CommandError(desk.say("chat.error.no_finding", n=number))
    return number, last.reply.findings[numbers[0]]


def _number(desk: Desk, text: str, most: int) -> int:
    digits = text.strip("[]. ")
    if not digits.isdecimal() or not 1 <= int(digits) <= most:
        raise CommandError(desk.say("chat.error.number", typed=text, most=most))
    return int(digits)


def _named(head: Head) -> str:
    return f"{head.title} {head.publisher} {head.path}".casefold()


def _has_id(head: Head, wanted: str) -> bool:
    return head.id.startswith(wanted)


def _has_title(head: Head, wanted: str) -> bool:
    return plain_line(head.title or "").casefold() == wanted


def _begins_title(head: Head, wanted: str) -> bool:
    return wanted in _named(head)
