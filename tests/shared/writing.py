"""Articles and hits for the tests of the writer, made of plain text."""

from __future__ import annotations

from hashlib import sha256

from index.documents import Article, Hit, Passage, Span


def article(text: str, language: str = "de", *, published: str | None = None, headline: str = "") -> Article:
    whole = f"{headline}\n\n{text}" if headline else text
    return Article(
        id=sha256(whole.encode()).hexdigest()[:16],
        text=whole,
        path="-",
        headline=Span(0, len(headline)) if headline else None,
        publisher="Der Bote",
        published=published,
        language=language,
    )


def hit(source: Article, score: float = 1.0) -> Hit:
    span = Span(0, len(source.text))
    return Hit(Passage(f"{source.id}-0", source.id, 0, span, source.text), source, score)
