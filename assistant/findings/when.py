"""Which of two articles is the later, as far as their dates tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from index.documents import Article

_LATER = timedelta(hours=1)  # between two reports from which one can tell of what the other could not know


def is_later(one: Article, other: Article) -> bool:
    """Whether `one` came out clearly after `other`; False where a date is missing or both are of one day only."""
    if not (one.published and other.published):
        return False
    if len(one.published) <= 10 or len(other.published) <= 10:
        return one.published[:10] > other.published[:10]
    return _time(one.published) - _time(other.published) >= _LATER


def _time(published: str) -> datetime:
    moment = datetime.fromisoformat(published)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
