"""What is measured stands apart from who computes it: a measure is a name, the parts it is made of, and a formula.

The value over many cases pools them (micro): for each part, the sum of what the cases have of it by the sum of what
they could have. The interval is a percentile bootstrap over the cases (Efron & Tibshirani 1993): cases are drawn
with replacement, all parts of a case together, so that it holds for formulas such as macro-F1, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from evals.harness.cases import Ratio, Scores

Array = npt.NDArray[np.float64]
DRAWS = 2_000


def only(values: Sequence[Array]) -> Array:
    return values[0]


def harmonic_mean(values: Sequence[Array]) -> Array:
    """F1 of a precision and a recall: 2 P R / (P + R), 0 where both are 0."""
    precision, recall = values
    total = precision + recall
    found: Array = np.divide(2 * precision * recall, total, out=np.zeros_like(total), where=total > 0)
    return found


def mean(values: Sequence[Array]) -> Array:
    """The mean of those that there are: macro-F1 over classes, balanced accuracy over recalls."""
    stacked = np.stack(list(values))
    known = ~np.isnan(stacked)
    total = np.where(known, stacked, 0.0).sum(axis=0)
    count = known.sum(axis=0)
    return _divided(total, count)


def mean_where(values: Sequence[Array]) -> Array:
    """The mean of the first half of the values, of those whose mate in the second half is any: macro-F1 over the
    classes that something is labelled with."""
    half = len(values) // 2
    return mean(
        [np.where(np.isnan(asked), np.nan, value) for value, asked in zip(values[:half], values[half:], strict=True)]
    )


def quotient(values: Sequence[Array]) -> Array:
    """How many times the second the first is; nothing where the second is 0."""
    upper, lower = values
    return _divided(upper, lower)


@dataclass(frozen=True, slots=True)
class Measure:
    """`parts`: names of ratios that cases are graded by. `better`: "higher" or "lower", or "" where neither is."""

    name: str
    parts: tuple[str, ...]
    combine: Callable[[Sequence[Array]], Array] = only
    better: str = "higher"
    steady: bool = True  # False for times: two runs differ

    def value(self, cases: Sequence[Scores]) -> float | None:
        """Over all of these; None where no case has any of it."""
        found = self._over(cases, np.ones((1, len(cases)))) if cases else np.array([np.nan])
        return None if np.isnan(found[0]) else float(found[0])

    def interval(self, cases: Sequence[Scores], seed: int) -> tuple[float, float] | None:
        """The 95 % interval of the value; None of less than two cases. Draws that have none of it are left out."""
        if self.asks(cases) < 2:
            return None
        found = self._over(cases, draws(len(cases), seed))
        found = found[~np.isnan(found)]
        low, high = np.percentile(found, [2.5, 97.5])
        return float(low), float(high)

    def asks(self, cases: Sequence[Scores]) -> int:
        """Of how many of these cases the measure asks."""
        return sum(any(case.get(part, (0, 0))[1] for part in self.parts) for case in cases)

    def macro(self, cases: Sequence[Scores]) -> float | None:
        """The mean of the cases' own values, each weighing as much as any other; only for plain ratios."""
        if self.combine is not only:
            return None
        own = [part / whole for part, whole in (case.get(self.parts[0], (0.0, 0.0)) for case in cases) if whole]
        return sum(own) / len(own) if own else None

    def drawn(self, cases: Sequence[Scores], times: Array) -> Array:
        """The value in each draw, a row of `times` each; NaN where a draw has none of it."""
        return self._over(cases, times)

    def _over(self, cases: Sequence[Scores], times: Array) -> Array:
        return self.combine([_ratio([case.get(part, (0.0, 0.0)) for case in cases], times) for part in self.parts])


def _ratio(ratios: Sequence[Ratio], times: Array) -> Array:
    columns = np.asarray(ratios, dtype=float).reshape(len(ratios), 2)
    upper, lower = times @ columns[:, 0], times @ columns[:, 1]
    return _divided(upper, lower)


def _divided(upper: Array, lower: Array) -> Array:
    """NaN where there is nothing to divide by."""
    found: Array = np.divide(upper, lower, out=np.full(upper.shape, np.nan), where=lower > 0)
    return found


@lru_cache(maxsize=4)
def draws(cases: int, seed: int) -> Array:
    """How often each draw has each case; a row a draw, always the same for one seed."""
    drawn = np.random.default_rng(seed).multinomial(cases, np.full(cases, 1 / cases), DRAWS).astype(float)
    drawn.flags.writeable = False  # all measures of a set share it
    return drawn
