"""In which order the chosen units are told."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.write.units import Unit


def newest_first(units: Sequence[Unit]) -> list[Unit]:
    """By their articles' time, the newest state first and the undated last; within an article as there."""
    as_in_text = sorted(units, key=lambda u: (u.article.id, u.lines[0].number))
    return sorted(as_in_text, key=lambda u: u.article.published or "", reverse=True)


def news_first(units: Sequence[Unit]) -> list[Unit]:
    """The first as it is, being the news; then the others, newest first."""
    return [*units[:1], *newest_first(units[1:])]
