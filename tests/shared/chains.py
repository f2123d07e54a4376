"""Articles read for a test: their chains as names."""

from __future__ import annotations

from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Reading, Source
from index.documents import Article, Span


def article_of(
    text: str,
    language: str = "de",
    *,
    publisher: str | None = "Bergbote",
    title: str | None = None,
    author: str | None = None,
    id: str = "a",
) -> Article:
    whole = f"{title}\n\n{text}" if title else text
    headline = Span(0, len(title)) if title else None
    return Article(id, whole, f"{id}.txt", headline, publisher, language=language, author=author)


def read(text: str, language: str = "de", **about: str | None) -> Reading:
    return EmbeddedReader().read(article_of(text, language, **about))  # type: ignore[arg-type]


def chains(text: str, language: str = "de", **about: str | None) -> list[list[str]]:
    """The names of every claim's chain, without the publisher."""
    return [[link.source.name for link in c.chain[1:]] for c in read(text, language, **about).claims]


def origin(text: str, language: str = "de", **about: str | None) -> Source:
    """The origin of the last claim."""
    return read(text, language, **about).claims[-1].chain[-1].source
