"""How the features of a comparison are weighed: two logistic regressions, one for support and one for opposition.

Their weights are in weights.json. `python -m evals.training` learns them from the development sets that were written
for this project (evals/data/development), never from a benchmark.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.judge.features import NAMES


@dataclass(frozen=True, slots=True)
class Weighing:
    """P(holds) = 1 / (1 + exp(-(features · weights + bias))); it is taken to hold from `threshold` on."""

    weights: npt.NDArray[np.float64]
    bias: float
    threshold: float

    def of(self, features: Sequence[Sequence[float]]) -> npt.NDArray[np.float64]:
        """One probability for each row of features."""
        values: npt.NDArray[np.float64] = np.asarray(features, dtype=np.float64).reshape(-1, len(NAMES))
        return np.asarray(1.0 / (1.0 + np.exp(-(values @ self.weights + self.bias))), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Weighings:
    supports: Weighing
    opposes: Weighing


@cache
def learnt() -> Weighings:
    """What weights.json says. A feature that the file does not know weighs nothing."""
    file = resources.files("assistant.judge") / "weights.json"
    found = json.loads(file.read_text(encoding="utf-8"))
    return Weighings(_weighing(found["supports"]), _weighing(found["opposes"]))


def _weighing(found: Mapping[str, Any]) -> Weighing:
    weights = np.array([float(found["weights"].get(name, 0.0)) for name in NAMES])
    return Weighing(weights, float(found["bias"]), float(found["threshold"]))
