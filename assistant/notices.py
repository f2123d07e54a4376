"""Notices that only show when articles are seen side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.copies import copy_groups
from index.documents import Article, Notice


def with_copy_notices(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Marks every article that is a near copy of one before it."""
    groups = copy_groups([a.text for a in articles])
    return tuple(
        a if first == n or Notice.NEAR_COPY in a.notices else replace(a, notices=(*a.notices, Notice.NEAR_COPY))
        for n, (a, first) in enumerate(zip(articles, groups, strict=True))
    )
