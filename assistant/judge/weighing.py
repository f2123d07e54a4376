"""What was learnt of how a statement's claims are to be weighed: logistic regressions, with their weights in a file.

Two weigh the features of a claim, for support and for opposition; two more weigh what the claims say together
(`assistant.judge.pooling`). `python -m evals.training` learns them from the development sets that were written for this
project (evals/data/development), never from a benchmark.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from assistant.judge.features import NAMES
from assistant.judge.pooling import OPPOSED, SUPPORTED
from assistant.judge.regression import Regression


@dataclass(frozen=True, slots=True)
class Weighings:
    """Of a claim: that it `supports`, that it `opposes`. Of all on a statement: that it is `supported`, `opposed`."""

    supports: Regression
    opposes: Regression
    supported: Regression
    opposed: Regression


# What each regression weighs, in the order of its figures.
FIGURES: Mapping[str, Sequence[str]] = {
    "supports": NAMES,
    "opposes": NAMES,
    "supported": SUPPORTED,
    "opposed": OPPOSED,
}


@cache
def learnt() -> Weighings:
    """What weights.json says. A figure that the file does not know weighs nothing."""
    file = resources.files("assistant.judge") / "weights.json"
    found = json.loads(file.read_text(encoding="utf-8"))
    return Weighings(**{name: _regression(found[name], of) for name, of in FIGURES.items()})


def _regression(found: Mapping[str, Any], names: Sequence[str]) -> Regression:
    return Regression(np.array([float(found["weights"].get(name, 0.0)) for name in names]), float(found["bias"]))
