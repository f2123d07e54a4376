"""Right, wrong and missed: what precision, recall and F1 are made of, and how sure a share of a few cases is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

_DRAWS = 2_000
_SEED = 1


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


def interval(parts: Sequence[float], wholes: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of sum(parts) / sum(wholes), with a part and a whole for each case.

    A percentile bootstrap over the cases (Efron & Tibshirani 1993), 2,000 draws, always the same ones. Draws in which
    the whole is nothing are left out; where all are, there is nothing to be sure of: (0, 1).
    """
    if not sum(wholes):
        return 0.0, 1.0
    times = np.random.default_rng(_SEED).multinomial(len(parts), np.full(len(parts), 1 / len(parts)), _DRAWS)
    upper, lower = times @ np.asarray(parts, dtype=float), times @ np.asarray(wholes, dtype=float)
    low, high = np.percentile(upper[lower > 0] / lower[lower > 0], [2.5, 97.5])
    return float(low), float(high)
