"""Several ranked lists of passages made one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from index.documents import Hit

_FLAT = 60  # as in the source: how little the very first ranks stand out


def fused(lists: Sequence[Sequence[Hit]]) -> list[Hit]:
    """Best first by reciprocal rank fusion: the sum of 1 / (60 + rank) (Cormack, Clarke and Büttcher, SIGIR 2009).

    A passage in several lists is kept as it stands in the first of them.
    """
    if len(lists) == 1:
        return list(lists[0])
    scores: defaultdict[str, float] = defaultdict(float)
    hits: dict[str, Hit] = {}
    for found in lists:
        for rank, hit in enumerate(found, 1):
            scores[hit.passage.id] += 1 / (_FLAT + rank)
            hits.setdefault(hit.passage.id, hit)
    return sorted(hits.values(), key=lambda hit: -scores[hit.passage.id])
