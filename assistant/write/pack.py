"""What a model gets to read: numbered passages with publisher, date and who says so, as many as fit its window."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from assistant.domain import Draft, Task
from assistant.model.data import clean, visible
from assistant.sourcing import Claim, Finding, Silence, Statement
from assistant.write.notes import PASSAGE, note
from assistant.write.units import read_lines
from index.documents import Article, Span
from index.instructions import orders_in
from index.passages import split
from index.search import query_language
from index.tokens import count_tokens
from index.wordlists import LANGUAGES

_LEADS = 2  # paragraphs of each article that are offered first: news tells the most important at its beginning
_LONG = 1500  # characters of a paragraph that is offered in parts: some scraped articles are one paragraph
FOUND = 16  # claims whose sourcing is looked up: each is compared with many others
_ELSEWHERE = 0.2  # of what is telling in a claim, that one of another article must have
_ASKED = 8  # likewise, where there is a question: those that come nearest to it
_JOINED = 900  # characters of neighbouring paragraphs that are shown as one passage
_NOTES = (5, 3, 1)  # of one passage, as many as fit
_KEPT_FOR_NOTES = 0.2  # of the room
_LEFT_OUT = "[...]"
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an article that may be shown."""

    article: Article
    span: Span

    def holds(self, item: Claim | Silence) -> bool:
        return self.article.id == item.article.id and self.span.start <= item.span.start < self.span.end


@dataclass(frozen=True, slots=True)
class Pack:
    """`stretches` are shown under their numbers, 1 and up; `left_out` did not fit."""

    stretches: tuple[Stretch, ...]
    text: str
    left_out: int

    def article(self, number: int) -> str:
        """The id of the article of a passage's number; empty where there is none."""
        return self.stretches[number - 1].article.id if 0 < number <= len(self.stretches) else ""


def pack(offered: Iterable[Stretch], task: Task, room: int, looked_up: int = FOUND) -> Pack:
    """The first of those offered that fit into `room` tokens, in the order of their articles' dates and places.

    Neighbours become one passage. Only of what fits is it asked how well it is sourced, of so many claims.
    """
    every = list(dict.fromkeys(offered))
    kept: list[Stretch] = []
    left = int(room * (1 - _KEPT_FOR_NOTES))
    for stretch in every:
        tokens = count_tokens(_passage(0, stretch)) + 2
        if tokens <= left:
            kept.append(stretch)
            left -= tokens
    passages = _joined(_in_order(kept))
    text = _with_notes(passages, task, _findings(kept, task, looked_up), room)
    return Pack(tuple(passages), text, len(every) - len(kept))


def _findings(kept: Sequence[Stretch], task: Task, most: int) -> Mapping[Claim, Finding]:
    """Of what another article tells of too before what is said by somebody, with reservation or in figures."""
    from assistant.findings.core import stands_alone, tells
    from assistant.findings.narrow import Telling, likest

    told = [c for stretch in kept for c in _claims(stretch, task.claims)]
    if task.question:
        asked = Statement(task.question, query_language(task.question, LANGUAGES))
        told = likest(asked, told, min(most, max(_ASKED, most // 2)))
    telling = Telling(task.claims)

    def matters(claim: Claim) -> tuple[bool, bool]:
        whole = tells(claim) and stands_alone(claim) and telling.is_told_elsewhere(claim, _ELSEWHERE)
        return not whole, not (claim.hedged or len(claim.chain) > 1 or _FIGURE.search(claim.text))

    chosen = sorted(told, key=matters)[:most]
    return {f.statement.claim: f for f in task.sourcing(chosen) if f.statement.claim}


def _with_notes(kept: Sequence[Stretch], task: Task, findings: Mapping[Claim, Finding], room: int) -> str:
    def placed(item: Claim | Silence) -> str:
        number = next((n for n, stretch in enumerate(kept, 1) if stretch.holds(item)), None)
        return f"{PASSAGE} {number}" if number else clean(item.article.publisher or "another article")

    def told(claim: Claim) -> tuple[bool, str]:
        return claim in findings, note(claim, findings.get(claim), placed)

    notes = [[one for claim in _claims(stretch, task.claims) if (one := told(claim))[1]] for stretch in kept]
    for most in _NOTES:
        text = "\n\n".join(
            "\n".join([_passage(n, stretch), *_foremost(own, most)])
            for n, (stretch, own) in enumerate(zip(kept, notes, strict=True), 1)
        )
        if count_tokens(text) <= room:
            return text
    return "\n\n".join(_passage(n, stretch) for n, stretch in enumerate(kept, 1))


def _foremost(notes: Sequence[tuple[bool, str]], most: int) -> list[str]:
    """Those that tell of sourcing before those that only tell who says it, in the passage's order."""
    kept = sorted(range(len(notes)), key=lambda n: not notes[n][0])[:most]
    return [notes[n][1] for n in sorted(kept)]


def _claims(stretch: Stretch, claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if stretch.holds(claim) and not claim.headline]


def for_answer(task: Task) -> Iterator[Stretch]:
    """The passages found, best first."""
    return (Stretch(hit.article, hit.passage.span) for hit in task.hits)


def for_summary(task: Task, guide: Draft) -> Iterator[Stretch]:
    """What was found on the topic; else each article's lead and the paragraphs that an embedded summary quotes."""
    if task.hits:
        yield from for_answer(task)
        return
    paragraphs = {article.id: _paragraphs(article) for article in task.articles}
    leads = [paragraphs[article.id][:_LEADS] for article in task.articles]
    wanted = [s for quote in _quotes(guide) for s in paragraphs.get(quote[0], ()) if quote[1] in _words(s)]
    turns = zip_longest((s for row in zip_longest(*leads) for s in row if s), wanted)
    yield from (stretch for turn in turns for stretch in turn if stretch)
    yield from (s for row in zip_longest(*(p[_LEADS:] for p in paragraphs.values())) for s in row if s)


def _quotes(guide: Draft) -> list[tuple[str, str]]:
    return [(quote.article, quote.text) for drafted in guide.sentences for quote in drafted.quotes]


def _words(stretch: Stretch) -> str:
    return stretch.span.of(stretch.article.text)


def _paragraphs(article: Article) -> list[Stretch]:
    """The paragraphs of the body that tell something, long ones in parts; a headline is no fact."""
    found: list[Stretch] = []
    at = article.headline.end if article.headline else 0
    telling = [line.span for line in read_lines(article) if line.whole]
    for line in article.text[at:].splitlines(keepends=True):
        span = Span(at, at + len(line.rstrip()))
        if any(span.overlaps(told) for told in telling):
            found += [Stretch(article, part) for part in _parts(article, span)]
        at += len(line)
    return found


def _parts(article: Article, paragraph: Span) -> list[Span]:
    if paragraph.end - paragraph.start <= _LONG:
        return [paragraph]
    within = (p.span for p in split(article) if p.span.overlaps(paragraph))
    return [Span(max(s.start, paragraph.start), min(s.end, paragraph.end)) for s in within]


def _in_order(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Oldest article first, so that what came later reads as later; each in its own order."""
    return sorted(stretches, key=lambda s: (s.article.day or "", s.article.id, s.span))


def _joined(stretches: Sequence[Stretch]) -> list[Stretch]:
    joined: list[Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        if last and last.article is stretch.article and _are_neighbours(last, stretch):
            joined[-1] = Stretch(last.article, Span(last.span.start, max(last.span.end, stretch.span.end)))
        else:
            joined.append(stretch)
    return joined


def _are_neighbours(one: Stretch, other: Stretch) -> bool:
    between = one.article.text[one.span.end : other.span.start]
    return not between.strip() and other.span.end - one.span.start <= _JOINED


def _passage(number: int, stretch: Stretch) -> str:
    article = stretch.article
    head = f"{PASSAGE} {number} ({clean(article.publisher or 'publisher unknown')}, {article.day or 'no date'})"
    return f"{head}\n{visible(_readable(stretch))}"


def _readable(stretch: Stretch) -> str:
    """The words without what is addressed to a machine."""
    text, at = "", stretch.span.start
    for order in orders_in(stretch.article):
        if order.overlaps(stretch.span):
            text += stretch.article.text[at : max(at, order.start)] + f" {_LEFT_OUT} "
            at = max(at, order.end)
    return text + stretch.article.text[at : stretch.span.end]
