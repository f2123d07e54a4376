"""Logistic regression: figures that are known of a thing, weighed to the chance that something holds of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Regression:
    """P = 1 / (1 + exp(-(figures · weights + bias)))."""

    weights: npt.NDArray[np.float64]
    bias: float

    def of(self, rows: Sequence[Sequence[float]] | npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        """One chance for each row of figures."""
        values: npt.NDArray[np.float64] = np.asarray(rows, dtype=np.float64).reshape(-1, len(self.weights))
        return np.asarray(1.0 / (1.0 + np.exp(-(values @ self.weights + self.bias))), dtype=np.float64)
