"""Logistic regression with a quadratic penalty, by Newton's method (Hastie et al. 2009, 4.4.1)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from assistant.judge.regression import Regression

Matrix = npt.NDArray[np.float64]
Which = npt.NDArray[np.bool_]


def fit(rows: Matrix, labels: Matrix, penalty: float, signs: Matrix, weighed: Which | None = None) -> Regression:
    """`labels` are 0 or 1; `weighed`: which features may weigh anything (default: all).

    `signs`, one a feature: 1 where its weight must not be negative, -1 where it must not be positive, else 0. What
    comes out otherwise is left out, and the rest learnt anew (a step of the active-set method of Lawson and Hanson
    1974, chapter 23; what has left does not come back).
    """
    free = np.ones(rows.shape[1], dtype=bool) if weighed is None else weighed.copy()
    while True:
        found = _free(rows[:, free], labels, penalty)
        weights = np.zeros(rows.shape[1])
        weights[free] = found.weights
        wrong = signs * weights < 0
        if not wrong.any():
            return Regression(weights, found.bias)
        free &= ~wrong


def _free(rows: Matrix, labels: Matrix, penalty: float) -> Regression:
    """Without signs. Features are standardised for the fit only."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-6
    design = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    curb = np.r_[np.full(rows.shape[1], penalty), 1e-6]
    weights = np.zeros(design.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - labels) + curb * weights
        bend = (design * (chance * (1 - chance))[:, None]).T @ design + np.diag(curb)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    real = weights[:-1] / spread
    return Regression(real, float(weights[-1] - real @ mean))
