"""Which of several articles is the later, as far as their dates tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from index.documents import Article

_UNDATED = 0.5  # the recency of an article without a date
_LATER = timedelta(hours=1)  # between two reports from which one can tell of what the other could not know


def is_later(one: Article, other: Article) -> bool:
    """Whether `one` came out clearly after `other`; False where a date is missing or both are of one day only."""
    if not (one.published and other.published):
        return False
    if len(one.published) <= 10 or len(other.published) <= 10:
        return one.published[:10] > other.published[:10]
    return moment(one.published) - moment(other.published) >= _LATER


def moment(published: str) -> datetime:
    """A day without a clock begins it; a clock without a zone is taken as UTC."""
    told = datetime.fromisoformat(published)
    return told if told.tzinfo else told.replace(tzinfo=UTC)


def recency(articles: Iterable[Article]) -> dict[str, float]:
    """By id, where each article stands among their dates: 0 for the earliest, 1 for the latest; 0.5 without a date."""
    moments = {a.id: moment(a.published) if a.published else None for a in articles}
    order = sorted({at for at in moments.values() if at})
    return {i: order.index(at) / max(1, len(order) - 1) if at else _UNDATED for i, at in moments.items()}
