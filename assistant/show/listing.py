"""Findings as a list of a line each, one finding with everything about it, and what was reported when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.findings.cite import cite
from assistant.findings.denials import Denial
from assistant.findings.timeline import Event
from assistant.show.articles import publisher_of
from assistant.show.blocks import Block, Heading, Item, Look, Page, Paragraph, Run, Words, words
from assistant.show.finding import entry, trees
from assistant.show.quotes import one_line, via
from assistant.show.reasons import flag_words, shortened, standing_word, why_text
from assistant.show.say import Say
from assistant.sourcing import Claim, Finding, Standing


def findings_list(title: str, findings: Sequence[Finding], say: Say, *, unread: int = 0) -> Page:
    """In the order given, numbered; each with its standing, its flags and what makes the standing hold."""
    return tuple(_list(title, findings, say, unread))


def _list(title: str, findings: Sequence[Finding], say: Say, unread: int) -> Iterator[Block]:
    yield Heading(words(say(title)))
    if unread:
        yield Paragraph(words(say("reply.unread", n=unread), Look.WARNING))
    if not findings:
        yield Paragraph(words(say(f"{title}_none")))
    for number, finding in enumerate(findings, 1):
        yield Item(words(one_line(finding.statement.text)), label=f"{number}.")
        yield Item(_verdict(finding, say), depth=1)
    if findings:
        yield Paragraph(words(say("chat.more"), Look.FAINT))


def conflicts_page(
    findings: Sequence[Finding], denials: Sequence[Denial], say: Say, *, about: str | None = None, unread: int = 0
) -> Page:
    """What stands against what: both sides with their dates and words. Then denials, and what they are about."""
    more = (Paragraph(words(say("chat.more"), Look.FAINT)),) if findings else ()
    return (*_conflicts(findings, denials, say, about, unread), *_denials(denials, say), *more)


def _denials(denials: Sequence[Denial], say: Say) -> Iterator[Block]:
    if denials:
        yield Heading(words(say("chat.denials")), level=2)
    for denial in denials:
        yield Item((*_by(denial.claim, say), Words(f": {_quoted(denial.claim, say)}")), label="!")
        yield from (Item((*_by(c, say), Words(f": {_quoted(c, say)}")), label="?", depth=1) for c in denial.about)


def _quoted(claim: Claim, say: Say) -> str:
    return say("finding.quote", quote=one_line(claim.text))


def _conflicts(
    findings: Sequence[Finding], denials: Sequence[Denial], say: Say, about: str | None, unread: int
) -> Iterator[Block]:
    title = "finding.contradictions"
    yield Heading(words(f"{say(title)}: {about}" if about else say(title)))
    if unread:
        yield Paragraph(words(say("reply.unread", n=unread), Look.WARNING))
    if not findings and not denials:
        yield Paragraph(words(say(f"{title}_none")))
    for number, finding in enumerate(findings, 1):
        yield Item(words(one_line(finding.statement.text)), label=f"{number}.")
        yield from (Item(_by(claim, say), label="+", depth=1) for claim in _one_each(finding.supporting))
        for key, claims in (("updates", finding.updates), ("opposing", finding.opposing)):
            yield from (Item(_against(key, claim, say), label="!", depth=1) for claim in _one_each(claims))


def _one_each(claims: Sequence[Claim]) -> list[Claim]:
    return [c for c in claims if c in {claim.article.id: claim for claim in reversed(claims)}.values()]


def _by(claim: Claim, say: Say) -> Run:
    who = " ← ".join(one_line(name) for name in (publisher_of(claim.article, say), *via(cite(claim))))
    return Words(who, Look.STRONG), Words(f" · {say.day(claim.article.published)}")


def _against(key: str, claim: Claim, say: Say) -> Run:
    label = Words(f"{say(f'chat.{key}')} ", Look.WARNING)
    return label, *_by(claim, say), Words(f": {_quoted(claim, say)}")


def _verdict(finding: Finding, say: Say) -> Run:
    good = finding.standing is Standing.CORROBORATED and not finding.flags
    told = ", ".join([standing_word(finding, say), *flag_words(finding, say)])
    why = why_text(finding.reasons["standing"], say)
    return Words(f"{'+' if good else '!'} {told}", Look.STRONG if good else Look.WARNING), Words(f" – {why}")


def finding_entry(number: int, finding: Finding, say: Say) -> Page:
    """Standing and flags in words, with what makes each hold, and the exact words for and against it.

    Its quotes have no numbers: those belong to what was shown before it.
    """
    return tuple(_unnumbered(block) for block in entry(number, finding, say))


def _unnumbered(block: Block) -> Block:
    return replace(block, label="-") if isinstance(block, Item) and block.label.startswith("[") else block


def chain_page(number: int, finding: Finding, say: Say) -> Page:
    return (Item(words(one_line(finding.statement.text), Look.STRONG), label=f"{number}."), *trees(finding, say))


def timeline_page(events: Sequence[Event], about: str | None, say: Say) -> Page:
    return tuple(_timeline(events, about, say))


def _timeline(events: Sequence[Event], about: str | None, say: Say) -> Iterator[Block]:
    yield Heading(words(say("timeline.about", topic=about) if about else say("timeline.all")))
    if not events:
        yield Paragraph(words(say("finding.none")))
    day: str | None = None
    for number, event in enumerate(events, 1):
        if (shown := say.day((event.claim.article.published or "")[:10] or None)) != day:
            day = shown
            yield Heading(words(day), level=2)
        yield Item(_told(event.claim, say), label=f"[{number}]")
        if event.on and event.turns:
            before = say(f"timeline.{event.turns}", publisher=publisher_of(event.on.article, say))
            yield Item(
                (Words(f"! {before}", Look.WARNING), Words(f" {say('finding.quote', quote=shortened(event.on.text))}")),
                depth=1,
            )
        yield from (Item((Words("= ", Look.FAINT), *_told(c, say, event.claim)), depth=1) for c in event.also)


def _told(claim: Claim, say: Say, before: Claim | None = None) -> Run:
    """With its hour, as its day stands above; what was told `before` it on another day with both."""
    published = claim.article.published
    other_day = before is not None and (published or "")[:10] != (before.article.published or "")[:10]
    time = say.day(published) if other_day else (published or "")[11:16]
    who = [publisher_of(claim.article, say), *(link.source.name for link in claim.chain[1:])]
    hedged = (Words(f" · {say('source.hedged')}", Look.WARNING),) if claim.hedged else ()
    return (
        Words(f"{' ← '.join(map(one_line, who))}{time and ', '}{time}", Look.STRONG),
        *hedged,
        Words(f": {one_line(claim.text)}"),
    )
