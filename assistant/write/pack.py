"""What a model gets to read: numbered passages with publisher, date and who says so, as many as fit its window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from assistant.domain import Draft, Task
from assistant.model.data import clean
from assistant.sourcing import Claim
from index.documents import Article, Span
from index.tokens import count_tokens

_LEADS = 2  # paragraphs of each article that are offered first: news tells the most important at its beginning
_TOLD = 5  # claims of a passage whose source is told
_BEGINNING = 6  # words of a claim that tell which one is meant


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an article that may be shown."""

    article: Article
    span: Span


@dataclass(frozen=True, slots=True)
class Pack:
    """`stretches` are shown under their numbers, 1 and up; `left_out` did not fit."""

    stretches: tuple[Stretch, ...]
    text: str
    left_out: int

    def article(self, number: int) -> str:
        """The id of the article of a passage's number; empty where there is none."""
        return self.stretches[number - 1].article.id if 0 < number <= len(self.stretches) else ""


def pack(offered: Iterable[Stretch], claims: Sequence[Claim], room: int) -> Pack:
    """The first of those offered that fit into `room` tokens, in the order of their articles' dates and places."""
    every = list(dict.fromkeys(offered))
    kept: list[Stretch] = []
    for stretch in every:
        tokens = count_tokens(_shown(0, stretch, claims))
        if tokens <= room:
            kept.append(stretch)
            room -= tokens
    kept = _in_order(kept)
    text = "\n\n".join(_shown(n, s, claims) for n, s in enumerate(kept, 1))
    return Pack(tuple(kept), text, len(every) - len(kept))


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


def _quotes(guide: Draft) -> list[tuple[str, str]]:
    return [(quote.article, quote.text) for drafted in guide.sentences for quote in drafted.quotes]


def _words(stretch: Stretch) -> str:
    return stretch.span.of(stretch.article.text)


def _paragraphs(article: Article) -> list[Stretch]:
    """The paragraphs of the body; a headline is no fact."""
    found: list[Stretch] = []
    at = article.headline.end if article.headline else 0
    for line in article.text[at:].splitlines(keepends=True):
        if len(line.split()) > 3:
            found.append(Stretch(article, Span(at, at + len(line.rstrip()))))
        at += len(line)
    return found


def _in_order(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Oldest article first, so that what came later reads as later; each in its own order."""
    return sorted(stretches, key=lambda s: (s.article.day or "", s.article.id, s.span))


def _shown(number: int, stretch: Stretch, claims: Sequence[Claim]) -> str:
    article = stretch.article
    head = f"PASSAGE {number} ({clean(article.publisher or 'publisher unknown')}, {article.day or 'no date'})"
    told = [c for c in claims if c.article.id == article.id and stretch.span.start <= c.span.start < stretch.span.end]
    notes = [note for claim in told if (note := _note(claim))]
    return "\n".join([head, clean(_words(stretch)), *notes[:_TOLD]])


def _note(claim: Claim) -> str:
    """Who says a claim, and whether with reservation; nothing where the article says it plainly itself."""
    parts = []
    if len(claim.chain) > 1:
        origin, *through = [clean(link.source.name) for link in reversed(claim.chain[1:])]
        parts.append(f"said by: {origin}" + (f", reported by {', '.join(through)}" if through else ""))
    if claim.hedges:
        words = ", ".join(clean(h.of(claim.article.text)) for h in claim.hedges)
        parts.append(f"with reservation: {words}")
    beginning = " ".join(claim.text.split()[:_BEGINNING])
    return f'- "{clean(beginning)} ..." {"; ".join(parts)}' if parts else ""
