"""What was kept of an article when it was added, so that it need not be found again."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

from index.documents import Article

T = TypeVar("T")


class Learnt(Generic[T]):
    """One thing of each article, for the last `most` that it was learnt of."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Article, T] = OrderedDict()

    def learn(self, article: Article, found: T) -> None:
        self._kept[article] = found
        self._kept.move_to_end(article)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def of(self, article: Article) -> T | None:
        return self._kept.get(article)
