"""A reading for the tests of the index, at the top of a module that workers can import too."""

from __future__ import annotations

from index.documents import Article


def title_of(article: Article) -> bytes:
    return (article.title or "").encode()
