"""What articles state, and whom they have it from, as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.findings.cite import cite
from assistant.show.articles import publisher_of
from assistant.show.blocks import Block, Extract, Heading, Item, Look, Page, Paragraph, Run, Words, words
from assistant.show.plain import plain_line
from assistant.show.quotes import one_line, via
from assistant.show.say import Say
from assistant.sourcing import Claim, Reading, Silence
from index.documents import Head


def claims_page(heads: Sequence[Head], readings: Sequence[Reading], say: Say) -> Page:
    """Each article with its claims, numbered, and with what it says of silences."""
    read = _by_article(readings)
    return tuple(block for head in heads for block in _article(head, read.get(head.id), say))


def _by_article(readings: Sequence[Reading]) -> Mapping[str, Reading]:
    return {
        article.id: r
        for r in readings
        for article in (*(c.article for c in r.claims), *(s.article for s in r.silences))
    }


def _article(head: Head, reading: Reading | None, say: Say) -> Iterator[Block]:
    yield Heading(words(head.title or say("source.untitled")), level=2)
    yield Paragraph(_line(head, say))
    if reading is None or not reading.claims:
        yield Paragraph(words(say("claims.none")))
    for number, claim in enumerate(reading.claims if reading else (), 1):
        yield Item(words(one_line(claim.text)), label=f"{number}.")
        yield Item(_source(claim, say), depth=1)
    for silence in reading.silences if reading else ():
        yield Item(words(_silent(silence, say), Look.WARNING), label="!")
        yield Extract(words(one_line(say("finding.quote", quote=silence.span.of(silence.article.text)))), depth=1)


def _line(head: Head, say: Say) -> Run:
    who = head.publisher or say("source.unknown_publisher")
    path = say("source.stdin") if head.path == "-" else head.path
    return Words(who, Look.STRONG), Words(f" · {say.day(head.published)} · "), Words(path, Look.FAINT, whole=True)


def _source(claim: Claim, say: Say) -> Run:
    """Publisher ← … ← origin, reservation, place."""
    names = [publisher_of(claim.article, say), *via(cite(claim))]
    hedges = ", ".join(dict.fromkeys(plain_line(span.of(claim.article.text)) for span in claim.hedges))
    place = say("source.place", start=claim.span.start, end=claim.span.end)
    return (
        Words(" ← ".join(plain_line(name) for name in names)),
        *((Words(" · "), Words(say("claims.hedged", words=hedges), Look.WARNING)) if hedges else ()),
        *((Words(f" · {say('claims.headline')}"),) if claim.headline else ()),
        Words(f" · {place}", Look.FAINT),
    )


def _silent(silence: Silence, say: Say) -> str:
    return say("claims.silence", party=silence.party.name) if silence.party else say("claims.silence_no_party")
