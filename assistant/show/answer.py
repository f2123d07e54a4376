"""An answer in the chat: short, each sentence with its numbers, what is weakly sourced marked at its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.domain import Citation, Reply, Sentence
from assistant.show.articles import publisher_of
from assistant.show.blocks import Block, Extract, Item, Look, Page, Paragraph, Run, Words, words
from assistant.show.closest import closest_sentence, closest_span
from assistant.show.notes import notes
from assistant.show.plain import plain_line
from assistant.show.quotes import around, source_of, via
from assistant.show.reasons import standing_word, why_text
from assistant.show.say import Say
from assistant.show.sourced import besides, grouped, mark


def answer_page(reply: Reply, say: Say, *, summary: bool = False) -> Page:
    return tuple(_answer(reply, say, summary))


def _answer(reply: Reply, say: Say, summary: bool) -> Iterator[Block]:
    if reply.standalone and reply.standalone != reply.question:
        yield understood(reply.standalone, say)
    if not reply.answered or not reply.sentences:
        yield from _silent(reply, say, summary)
    first = 1
    for sentence in reply.sentences:
        yield from sentence_blocks(sentence, first, mark(sentence, reply, say), say)
        first += len(sentence.citations)
    yield from _findings(reply, say)
    if reply.unread:
        yield Item(words(say("reply.unread", n=reply.unread), Look.FAINT), label="-")
    yield from (_faint(block) for block in notes(reply, say, summary=summary) if isinstance(block, Item))


def understood(question: str, say: Say) -> Paragraph:
    return Paragraph(words(say("chat.understood", question=question), Look.FAINT))


def sentence_blocks(sentence: Sentence, first: int, weak: Run, say: Say) -> Iterator[Block]:
    """`first` is the number of its first citation."""
    numbers = range(first, first + len(sentence.citations))
    yield Paragraph((Words(sentence.text), Words(f" {_marks(numbers)}", Look.FAINT), *weak))
    for number, citation in zip(numbers, sentence.citations, strict=True):
        yield Item(_source(citation, say), label=f"[{number}]", depth=1)


def _source(citation: Citation, say: Say) -> Run:
    """Whom the words are from, short: who prints them, from whom, when, and whether with a reservation."""
    chain = " ← ".join(plain_line(name) for name in (publisher_of(citation.article, say), *via(citation)))
    hedged = (Words(" · "), Words(say("source.hedged"), Look.WARNING)) if citation.hedged else ()
    return Words(chain, Look.FAINT), Words(f" · {say.day(citation.article.published)}", Look.FAINT), *hedged


def _silent(reply: Reply, say: Say, summary: bool) -> Iterator[Block]:
    yield Paragraph(words(_says_nothing(reply, say, summary), Look.STRONG))
    if reply.nearest:
        yield Paragraph(words(say("reply.nearest"), Look.FAINT))
    for number, hit in enumerate(reply.nearest, 1):
        who = f"{publisher_of(hit.article, say)} · {say.day(hit.article.published)}"
        yield Item(words(who, Look.FAINT), label=f"[{number}]", depth=1)
        asked = reply.standalone or reply.question or ""
        yield Extract(words(closest_sentence(hit.passage.text, asked, hit.article.language)), depth=2)


def _says_nothing(reply: Reply, say: Say, summary: bool) -> str:
    if not summary:
        return say("reply.silent")
    about = reply.question if not reply.faults else None
    return say("reply.nothing_about", question=about) if about else say("reply.nothing")


def _findings(reply: Reply, say: Say) -> Iterator[Block]:
    """A line each, the weakest first, with the numbers of the sentences that it is about."""
    firsts = _firsts(reply.sentences)
    for finding, sentences in grouped(reply, say).values():
        numbers = "".join(f"[{firsts[n - 1]}]" for n in sentences)
        told = f"{standing_word(finding, say)}: {why_text(finding.reasons['standing'], say)}"
        yield Item((Words(f"{numbers} ", Look.STRONG), Words(told)), label="!")
    for number, told in besides(reply, say):
        yield Item((Words(f"[{firsts[number - 1]}] ", Look.STRONG), Words(told)), label="!")


def _firsts(sentences: Sequence[Sentence]) -> list[int]:
    numbers, first = [], 1
    for sentence in sentences:
        numbers.append(first)
        first += len(sentence.citations)
    return numbers


def _marks(numbers: range) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _faint(item: Item) -> Item:
    return Item(tuple(Words(w.text, Look.FAINT, whole=w.whole) for w in item.run), item.label, item.depth)


def passages_page(citations: Sequence[tuple[int, Citation]], say: Say) -> Page:
    """Each numbered citation in its paragraph, the words marked."""
    return tuple(block for number, citation in citations for block in _passage(number, citation, say))


def _passage(number: int, citation: Citation, say: Say) -> Iterator[Block]:
    yield Item(source_of(citation, say), label=f"[{number}]")
    if citation.article.title:
        yield Item(words(citation.article.title, Look.STRONG), depth=1)
    yield Extract(around(citation), depth=1)


def cited(reply: Reply) -> tuple[Citation, ...]:
    """What stands behind its numbers, in their order: citations, or the nearest passages of what is not answered."""
    citations = tuple(citation for sentence in reply.sentences for citation in sentence.citations)
    asked = reply.standalone or reply.question or ""
    return citations or tuple(Citation(hit.article, closest_span(hit, asked)) for hit in reply.nearest)
