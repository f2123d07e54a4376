"""Claims as a model is shown them: numbered in the sentences of their article, with what stands right before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.model.data import clean
from assistant.sourcing import Claim
from index.documents import Article, Span
from index.instructions import orders_in
from index.sentences import sentences_of

_BEFORE = 2  # sentences that a reader still has in mind


def excerpts(claims: Mapping[int, Claim]) -> str:
    """The claims under their numbers, those of one article together in its order."""
    articles = {claim.article.id: claim.article for claim in claims.values()}
    return "\n\n".join(_excerpt(a, {n: c for n, c in claims.items() if c.article.id == i}) for i, a in articles.items())


def _excerpt(article: Article, claims: Mapping[int, Claim]) -> str:
    spans = sentences_of(article)
    last = -1
    lines = [f"{clean(article.publisher or 'publisher unknown')}, {article.day or 'date unknown'}"]
    for place in _shown(article, spans, claims):
        if place > last + 1 and last >= 0:
            lines.append("…")
        lines.append(_line(article, spans[place], claims))
        last = place
    return "\n".join(lines)


def _shown(article: Article, spans: Sequence[Span], claims: Mapping[int, Claim]) -> list[int]:
    """Places of the sentences: those with a claim, those right before them, the headline; no order to a machine."""
    places: set[int] = set()
    for claim in claims.values():
        own = [n for n, s in enumerate(spans) if s.overlaps(claim.span)]
        places |= set(range(max(0, own[0] - (0 if claim.headline else _BEFORE)), own[-1] + 1)) if own else set()
    head = article.headline
    places |= {n for n, s in enumerate(spans) if head and s.overlaps(head)}
    orders = orders_in(article)
    return sorted(n for n in places if not any(spans[n].overlaps(order) for order in orders))


def _line(article: Article, sentence: Span, claims: Mapping[int, Claim]) -> str:
    head = article.headline
    pieces = " ".join(filter(None, _pieces(article, sentence, claims)))
    return f"(headline) {pieces}" if head and sentence.overlaps(head) else pieces


def _pieces(article: Article, sentence: Span, claims: Mapping[int, Claim]) -> Iterator[str]:
    """The sentence, its claims numbered where they begin; who is quoted, where only the text around tells."""
    at = sentence.start
    here = [(n, c) for n, c in claims.items() if c.span.overlaps(sentence)]
    for number, claim in sorted(here, key=lambda entry: entry[1].span):
        start, end = max(at, claim.span.start), max(at, min(claim.span.end, sentence.end))
        yield clean(Span(at, start).of(article.text))
        yield f"[{number}] {clean(Span(start, end).of(article.text))}{_source(claim)}"
        at = end
    yield clean(Span(at, sentence.end).of(article.text))


def _source(claim: Claim) -> str:
    link = claim.chain[-1]
    named_here = any(span.overlaps(claim.span) for span in link.spans)
    return "" if len(claim.chain) < 2 or named_here else f" (says {clean(link.source.name)})"
