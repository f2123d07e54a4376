"""Findings on a page: how well a statement is sourced, why, and the exact words for and against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from assistant.domain import Citation
from assistant.findings.cite import articles_of, cite_all
from assistant.findings.weakness import is_worth_listing, weakest_first
from assistant.notices import with_copy_notices
from assistant.show.articles import publisher_of
from assistant.show.blocks import Block, Heading, Item, Look, Page, Paragraph, Words, words
from assistant.show.notes import article_notes
from assistant.show.quotes import first_quotes, one_line, quotes, source_of
from assistant.show.reasons import standing_word, why_text
from assistant.show.relays import against_trees, newer_trees, support_trees
from assistant.show.say import Say
from assistant.sourcing import Claim, Finding, Standing

_DEPTH = 1  # all that is told of a statement belongs to its entry
_WELL, _WEAK, _OPEN = "+", "!", "?"


def check_page(findings: Sequence[Finding], at_hand: int, say: Say, *, chain: bool, verbose: bool) -> Page:
    """Each statement with its finding, in the order asked; `at_hand` is the number of articles."""
    head = _head("finding.check", at_hand, say)
    if len(findings) > 1:
        head = (*head, Paragraph(words(_overview(findings, say))))
    return (*head, *_all(findings, say, chain=chain, verbose=verbose))


def findings_page(
    findings: Sequence[Finding],
    at_hand: int,
    say: Say,
    *,
    chain: bool,
    verbose: bool,
    unread: int = 0,
    every: bool = False,
) -> Page:
    """What is notable, and how much more there is; with `every`, that too, in short.

    `unread`: articles at hand of which no claim was weighed.
    """
    head = _head("finding.findings", at_hand, say)
    if unread:
        head = (*head, Paragraph(words(say("reply.unread", n=unread), Look.WARNING)))
    listed = [f for f in findings if is_worth_listing(f)]
    rest = [f for f in findings if not is_worth_listing(f)]
    if not listed:
        head = (*head, Paragraph(words(say("finding.none"))))
    numbers = count(1)
    entries = _entries(listed, numbers, say, chain=chain, verbose=verbose)
    more = _rest(rest, len(listed), numbers, say) if every else _more(rest, say)
    return (*head, *entries, *more, *_notes(findings if every else listed, say))


def _rest(findings: Sequence[Finding], before: int, numbers: Iterator[int], say: Say) -> Iterator[Block]:
    """Each with its place only: its words are those of the statement, and hardly any has a flag."""
    if findings:
        yield Heading(words(say("finding.rest")), level=2)
    for position, finding in enumerate(findings, before + 1):
        yield Item(words(one_line(finding.statement.text)), label=f"{position}.")
        yield from _flags(finding, say)
        for citation in first_quotes(cite_all(finding, finding.supporting)):
            yield Item(source_of(citation, say), label=f"[{next(numbers)}]", depth=_DEPTH)


def _more(rest: Sequence[Finding], say: Say) -> Iterator[Block]:
    if rest:
        yield Paragraph(words(say("finding.more_statements", n=len(rest)), Look.FAINT))


def _head(title: str, at_hand: int, say: Say) -> tuple[Block, ...]:
    articles = say("finding.at_hand", articles=say("count.articles", n=at_hand))
    return Heading(words(say(title))), Paragraph(words(articles, Look.FAINT))


def _overview(findings: Sequence[Finding], say: Say) -> str:
    """How many statements have which standing, those first that ask for most care."""
    standings = Counter(f.standing for f in weakest_first(findings))
    told = [f"{say(f'standing.{standing}')} {n}" for standing, n in standings.items()]
    return f"{say('finding.statements', n=len(findings))}: {' · '.join(told)}"


def _all(findings: Sequence[Finding], say: Say, *, chain: bool, verbose: bool) -> Iterator[Block]:
    yield from _entries(findings, count(1), say, chain=chain, verbose=verbose)
    yield from _notes(findings, say)


def _entries(
    findings: Sequence[Finding], numbers: Iterator[int], say: Say, *, chain: bool, verbose: bool
) -> Iterator[Block]:
    for position, finding in enumerate(findings, 1):
        yield from _entry(position, finding, numbers, say, verbose=verbose)
        if chain:
            yield from trees(finding, say)


def _notes(findings: Sequence[Finding], say: Say) -> Iterator[Block]:
    articles = with_copy_notices(articles_of(findings))
    yield from article_notes(articles, articles, say)


def entry(number: int, finding: Finding, say: Say) -> Iterator[Block]:
    """One finding by itself, its quotes numbered from 1."""
    yield from _entry(number, finding, count(1), say, verbose=False)


def _entry(position: int, finding: Finding, numbers: Iterator[int], say: Say, *, verbose: bool) -> Iterator[Block]:
    yield Item(words(finding.statement.text, Look.STRONG), label=f"{position}.")
    yield from _why(finding, say)
    yield from _words_of(finding, numbers, say, verbose=verbose)


def sign(finding: Finding) -> str:
    """Told beside the word, so that nothing hangs on colour."""
    if finding.standing is Standing.NOT_FOUND:
        return _OPEN
    return _WELL if finding.standing is Standing.CORROBORATED else _WEAK


def _why(finding: Finding, say: Say) -> Iterator[Block]:
    """A line for the standing and one for each flag."""
    standing = sign(finding)
    look = Look.STRONG if standing == _WELL else Look.WARNING
    yield _reason(standing, standing_word(finding, say), look, finding, "standing", say)
    yield from _flags(finding, say)
    if finding.unjudged:
        articles = {c.claim.article.id: publisher_of(c.claim.article, say) for c in finding.unjudged}
        told = say("finding.unjudged", n=len(finding.unjudged), articles=", ".join(articles.values()))
        yield Item(words(told, Look.WARNING), label=_OPEN, depth=_DEPTH)


def _flags(finding: Finding, say: Say) -> Iterator[Block]:
    for flag in finding.flags:
        yield _reason(_WEAK, say(f"flag.{flag}"), Look.WARNING, finding, str(flag), say)


def _reason(label: str, word: str, look: Look, finding: Finding, name: str, say: Say) -> Item:
    why = why_text(finding.reasons[name], say)
    return Item((Words(word, look), *((Words(f": {why}"),) if why else ())), label=label, depth=_DEPTH)


def shown_quotes(finding: Finding) -> list[Citation]:
    """The quotes of its entry, in the order of their numbers."""
    sides = (finding.supporting, finding.updates, finding.opposing, finding.nearest)
    return [c for claims in sides for c in first_quotes(cite_all(finding, claims))]


def _words_of(finding: Finding, numbers: Iterator[int], say: Say, *, verbose: bool) -> Iterator[Block]:
    origins = finding.independent_origins
    for key, claims in (
        ("supporting", finding.supporting),
        ("updates", finding.updates),
        ("opposing", finding.opposing),
        ("nearest", finding.nearest),
    ):
        if claims:
            title = say(f"finding.{key}", n=origins, articles=say("count.articles", n=_articles(claims)))
            yield Item(words(title, Look.STRONG), depth=_DEPTH)
            yield from quotes(cite_all(finding, claims), numbers, say, _DEPTH, verbose=verbose)


def trees(finding: Finding, say: Say) -> Iterator[Block]:
    """Who has it from whom; where there is nothing to draw, there is no title either."""
    for key, grown in (("tree", support_trees), ("newer", newer_trees), ("against", against_trees)):
        drawn = list(grown(finding, say, _DEPTH))
        if drawn:
            yield Item(words(say(f"chain.{key}"), Look.STRONG), depth=_DEPTH)
            yield from drawn


def _articles(claims: Sequence[Claim]) -> int:
    return len({claim.article.id for claim in claims})
