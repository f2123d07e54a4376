"""Citations on a page: a line for the source and its chain, then the exact words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.domain import Citation
from assistant.show.articles import source_line
from assistant.show.blocks import Block, Extract, Item, Look, Run, Words, words
from assistant.show.say import Say


def via(citation: Citation) -> tuple[str, ...]:
    """Whom the publisher has it from, the origin last; nobody where it says it itself, or where that was not read."""
    links = (*citation.claim.chain[1:], *citation.onward) if citation.claim else ()
    return tuple(link.source.name for link in links)


def source_of(citation: Citation, say: Say) -> Run:
    return source_line(citation.article, citation.span, say, via=via(citation), hedged=citation.hedged)


def quotes(
    citations: Iterable[Citation], numbers: Iterator[int], say: Say, depth: int, *, verbose: bool
) -> Iterator[Block]:
    """For each article its first citation, and how many more it has; all of them, in their passages, with `verbose`."""
    by_article: dict[str, list[Citation]] = {}
    for citation in citations:
        by_article.setdefault(citation.article.id, []).append(citation)
    for told in by_article.values():
        shown = told if verbose else [most_telling(told)]
        for citation in shown:
            yield Item(source_of(citation, say), label=f"[{next(numbers)}]", depth=depth)
            quote = around(citation) if verbose else words(one_line(say("finding.quote", quote=citation.quote)))
            yield Extract(quote, depth=depth + 1)
        if rest := len(told) - len(shown):
            yield Item(words(say("finding.more", n=rest), Look.FAINT), depth=depth + 1)


def first_quotes(citations: Iterable[Citation]) -> list[Citation]:
    """Those that `quotes` shows where it is not verbose."""
    by_article: dict[str, list[Citation]] = {}
    for citation in citations:
        by_article.setdefault(citation.article.id, []).append(citation)
    return [most_telling(told) for told in by_article.values()]


def most_telling(citations: Sequence[Citation]) -> Citation:
    """The strongest, rather from the text than from a headline, which leaves out who says so."""
    return next((c for c in citations if not (c.claim and c.claim.headline)), citations[0])


def around(citation: Citation) -> Run:
    """The paragraphs that the words stand in, the words marked."""
    text, span = citation.article.text, citation.span
    start = text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in text[: span.start] else 0
    end = text.find("\n\n", span.end)
    after = text[span.end : end if end >= 0 else len(text)]
    return Words(text[start : span.start]), Words(citation.quote, Look.MARKED), Words(after)


def one_line(text: str) -> str:
    return " ".join(text.split())
