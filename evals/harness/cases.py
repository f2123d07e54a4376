"""The nouns of an evaluation: a suite has sets, a set has cases, a case is graded by parts.

A suite is a function `sets(bench)`, a docstring that says what is measured and on what, and `MEASURES`. Everything a
measure says is a sum of parts over a sum of wholes, or is made of such (`evals.measures.measure`), so that each case
brings its part and its whole of each, for the assistant and for every baseline.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

OURS = "secondsource"

Ratio = tuple[float, float]  # a part and its whole; (0, 0): no case for this measure
Scores = Mapping[str, Ratio]


class Ungraded(Exception):
    """Says why a case cannot be judged. It is counted apart, and is neither right nor wrong."""


@dataclass(frozen=True, slots=True)
class Graded:
    """What one case got: `scores` by system, `labels` by kind as (labelled, told), `note` for whoever looks it up."""

    scores: Mapping[str, Scores]
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """`score` does the work and grades it; where it fails, the case gets `default` and the reason is told."""

    id: str
    language: str
    score: Callable[[], Graded]
    default: Callable[[], Graded]


@dataclass(frozen=True, slots=True)
class CaseSet:
    """Cases that are measured together. `origin` says whose they are; `digest` is of their files.

    `skipped`: why there are none; such a set is reported, never passed. `without`: baselines left out, and why.
    """

    name: str
    origin: str
    cases: tuple[Case, ...] = ()
    digest: str = ""
    skipped: str = ""
    without: tuple[str, ...] = ()


def skipped(name: str, why: str) -> CaseSet:
    return CaseSet(name, "", skipped=why)
