"""Summaries, answers and search results as pages: the sources stand next to the sentence that they carry."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.domain import Fault, Reply, Sentence
from assistant.show.articles import ID_SHOWN, dates, source_line
from assistant.show.blocks import Block, Extract, Heading, Item, Look, Page, Paragraph, Run, Words, words
from assistant.show.closest import closest_paragraphs, closest_sentence, has_any_word
from assistant.show.notes import notes
from assistant.show.quotes import around, one_line, source_of
from assistant.show.say import Say
from assistant.show.sourced import mark, weak_block
from index.documents import Article, Hit, Span


def reply_page(reply: Reply, say: Say, *, summary: bool, verbose: bool = False) -> Page:
    """Each sentence with its sources, and the exact words where they are not the sentence itself.

    With `verbose`, the passage around them instead, the cited words marked.
    """
    return tuple(_reply(reply, say, summary, verbose))


def _reply(reply: Reply, say: Say, summary: bool, verbose: bool) -> Iterator[Block]:
    yield Heading(words(title(reply, say, summary)))
    if reply.articles:
        yield Paragraph(_pile(reply, say))
    if not reply.answered:
        yield Paragraph(words(say("reply.silent"), Look.STRONG))
    elif not reply.sentences:
        yield Paragraph(words(say("reply.nothing"), Look.STRONG))
    number = 0
    for position, sentence in enumerate(reply.sentences, 1):
        yield from _sentence(sentence, mark(sentence, reply, say), position, number, say, verbose)
        number += len(sentence.citations)
    yield from weak_block(reply, say, verbose=verbose)
    if not reply.answered and reply.nearest:
        yield Heading(words(say("reply.nearest")), level=2)
        yield from _hits(reply.nearest, None if verbose else reply.question, say, closest_sentence)
    yield from _faults(reply.faults, say)
    yield from notes(reply, say, summary=summary)


def title(reply: Reply, say: Say, summary: bool) -> str:
    if not summary:
        return reply.question or ""
    return say("reply.summary_about", question=reply.question) if reply.question else say("reply.summary")


def _pile(reply: Reply, say: Say) -> Run:
    """How much was read, and how much was not."""
    read = Words(pile(reply.articles, say), Look.FAINT)
    if not reply.unread:
        return (read,)
    return read, Words(" · ", Look.FAINT), Words(say("reply.unread", n=reply.unread), Look.WARNING)


def pile(articles: Sequence[Article], say: Say) -> str:
    """How many articles and publishers, from when to when."""
    publishers = {a.publisher for a in articles if a.publisher}
    unknown = sum(a.publisher is None for a in articles)
    parts = [say("count.articles", n=len(articles))]
    if publishers:
        parts.append(say("count.publishers", n=len(publishers)))
    if unknown:
        parts.append(say("count.unknown_publishers", n=unknown))
    return " · ".join([*parts, *dates(articles, say)])


def _sentence(sentence: Sentence, weak: Run, position: int, before: int, say: Say, verbose: bool) -> Iterator[Block]:
    numbers = range(before + 1, before + 1 + len(sentence.citations))
    marks = "".join(f"[{number}]" for number in numbers)
    yield Item((Words(sentence.text), Words(f" {marks}", Look.FAINT), *weak), label=f"{position}.")
    for number, citation in zip(numbers, sentence.citations, strict=True):
        yield Item(source_of(citation, say), label=f"[{number}]", depth=1)
        if verbose:
            yield Extract(around(citation), depth=2)
        elif (quote := one_line(citation.quote)) not in one_line(sentence.text):
            yield Item(words(say("source.words", quote=quote)), depth=2)


def _faults(faults: Sequence[Fault], say: Say) -> Iterator[Block]:
    """Each sentence once, with all that was found; what is not shown before what is shown in other words."""
    for mended, key in ((False, "reply.faults"), (True, "reply.mended")):
        found: dict[str, list[str]] = {}
        for fault in faults:
            if fault.mended is mended:
                found.setdefault(fault.sentence, []).append(say(f"fault.{fault.kind}", detail=fault.detail))
        if found:
            yield Heading(words(say(key)), level=2)
        for sentence, reasons in found.items():
            yield Item((Words(sentence), Words(f" ({'; '.join(reasons)})", Look.FAINT)), label="-")


def search_page(query: str, hits: Sequence[Hit], say: Say, *, verbose: bool = False) -> Page:
    """With `verbose`, passages in full; else the paragraphs of each that share most words with the query."""
    if not hits:
        return (Paragraph(words(say("search.none", query=query))),)
    found = tuple(_hits(hits, None if verbose else query, say, closest_paragraphs))
    if has_any_word(hits, query):
        return found
    return Paragraph(words(say("search.no_words"), Look.WARNING)), *found


def _hits(hits: Sequence[Hit], query: str | None, say: Say, part: Callable[[str, str, str], str]) -> Iterator[Block]:
    """`part` gives what is shown of a passage: (its text, query, language) -> text. In full where there is no query."""
    for position, hit in enumerate(hits, 1):
        yield Item(source_line(hit.article, hit.passage.span, say), label=f"{position}.")
        if hit.article.title:
            yield Item(words(hit.article.title, Look.STRONG), depth=1)
        text = _without_title(hit)
        yield Extract(words(text if query is None else part(text, query, hit.article.language)), depth=1)
        if hit.copies:
            articles = ", ".join(copy.article[:ID_SHOWN] for copy in hit.copies)
            yield Item(words(say("search.copies", n=len(hit.copies), articles=articles), Look.FAINT), depth=1)


def _without_title(hit: Hit) -> str:
    """The first passage begins with the headline, which is shown above it already."""
    headline = hit.article.headline
    if headline and hit.passage.span.start <= headline.start and headline.end < hit.passage.span.end:
        return Span(headline.end, hit.passage.span.end).of(hit.article.text).lstrip()
    return hit.passage.text
