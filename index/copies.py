"""Texts that are copies of each other but for a few words.

Word shingles after Broder 1997 ("On the resemblance and containment of documents"): a text is the set of its runs of
`SHINGLE` words; containment is the share of the smaller set that is in the larger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from index.terms import words

SHINGLE = 5
NEAR = 0.8  # containment from which a text counts as a copy


def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of five words, good in this process; a shorter text is one shingle."""
    found = words(text)
    if len(found) < SHINGLE:
        return frozenset((hash(tuple(found)),))
    return frozenset(map(hash, zip(*(found[n:] for n in range(SHINGLE)), strict=False)))


def containment(one: frozenset[int], other: frozenset[int]) -> float:
    """Of two sets of shingles, the share of the smaller that is in the larger: 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def copy_groups(texts: Sequence[str], near: float = NEAR) -> list[int]:
    """For each text the number of the first text that it is a near copy of (its own where it is the first).

    Only texts that share a shingle are compared, so that unlike texts cost nothing.
    """
    sets = [shingles(t) for t in texts]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    group = list(range(len(texts)))
    for n, own in enumerate(sets):
        candidates = sorted({m for s in own for m in holders[s]})
        group[n] = next((group[m] for m in candidates if containment(own, sets[m]) >= near), n)
        for s in own:
            holders[s].append(n)
    return group
