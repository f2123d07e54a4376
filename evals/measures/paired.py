"""Whether two systems, or two runs, differ on the same cases by more than the choice of cases explains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evals.harness.cases import Scores
from evals.measures.measure import Measure, draws


@dataclass(frozen=True, slots=True)
class Difference:
    """`now` minus `before`, its 95 % interval, and the p-value of a paired bootstrap; over `cases` in common."""

    before: float
    now: float
    low: float
    high: float
    p: float
    cases: int

    @property
    def by(self) -> float:
        return self.now - self.before


def difference(measure: Measure, before: Sequence[Scores], now: Sequence[Scores], seed: int) -> Difference | None:
    """A paired bootstrap (Efron & Tibshirani 1993, ch. 16; Koehn 2004): both are drawn with the same cases.

    p is twice the smaller share of draws in which the difference is not on the one side of nothing; 1 where no case
    differs. None where either has no value. `before` and `now` have the same cases in the same order.
    """
    old, new = measure.value(before), measure.value(now)
    if old is None or new is None:
        return None
    times = draws(len(now), seed)
    found = measure.drawn(now, times) - measure.drawn(before, times)
    found = found[~np.isnan(found)]
    if not len(found):
        return None
    low, high = np.percentile(found, [2.5, 97.5])
    p = min(1.0, 2 * float(min((found <= 0).mean(), (found >= 0).mean())))
    return Difference(old, new, float(low), float(high), p, measure.asks(now))
