"""Right, wrong and missed: what precision, recall and F1 are made of."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """Told rightly (true positives), told wrongly (false positives), and not told (false negatives)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """right / (right + wrong); 0 where nothing was told."""
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """right / (right + missed); 0 where there was nothing to tell."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where both are."""
        return harmonic(self.precision, self.recall)


def share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def compared(told: Collection[object], wanted: Collection[object]) -> Counts:
    """Two sets of things, counted."""
    right = len(set(told) & set(wanted))
    return Counts(right, len(set(told)) - right, len(set(wanted)) - right)


def total(counts: Iterable[Counts]) -> Counts:
    return sum(counts, Counts())
