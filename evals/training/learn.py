"""Learning how the embedded judge weighs its features.

The claim that speaks for an article is guessed, first by how much of the statement it says, then by what was learnt,
in turns, whether the article has the stance or not (multiple-instance learning, after Andrews et al. 2003). Nothing is
learnt from a benchmark.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.judge import fates
from assistant.judge.features import CONFLICTS, NAMES
from assistant.judge.weighing import Weighing, Weighings
from evals.own import DATA
from evals.training.examples import AGAINST, Example
from evals.training.fit import Fit, Matrix, fit

DEVELOPMENT = DATA / "development"
_ROUNDS = 6
_PENALTY = {"supports": 20.0, "opposes": 40.0}
_THRESHOLD = {"supports": 0.4, "opposes": 0.2}
_NEVER = -10.0  # log odds
# What may only speak for a stance, and only against it: fifty stories are few, and teach by chance that a claim which
# is planned supports the more for it.
_FOR = {
    "supports": {
        *("own", "all", "both", "acts", "acts_all", "things", "names", "names_own", "numbers", "back", "rank"),
        *("rank_all", "rest_own", "rest_all", *fates.SAID),
        *("firm", "clause", "core", "predicate", "predicate_all"),
    },
    "opposes": {*CONFLICTS, *(f"{c}_all" for c in CONFLICTS), "rest_own", "rest_all"},
}
_AGAINST = {
    "supports": {
        *("acts_missing", "names_missing", "numbers_missing", "gap", "predicate_missing", "predicate_turned", "apart"),
        *("planning", *CONFLICTS, *(f"{c}_all" for c in CONFLICTS), *fates.LOST),
    },
    "opposes": set(fates.LOST),
}
_SAYS = [NAMES.index("rest_own"), NAMES.index("rest_all")]


def taught(examples: Sequence[Example]) -> Weighings:
    """What statements on stories teach."""
    return Weighings(_weighing(examples, "supports"), _weighing(examples, "opposes"))


def _weighing(examples: Sequence[Example], stance: str) -> Weighing:
    found = _learn(examples, stance)
    return Weighing(found.weights, found.bias, _THRESHOLD[stance])


def _learn(examples: Sequence[Example], stance: str) -> Fit:
    learnt: Fit | None = None
    for _ in range(_ROUNDS):
        rows: list[Matrix] = []
        labels: list[float] = []
        for example in examples:
            worth = learnt.worth(example.features) if learnt else _first_guess(example.features, stance)
            for article in sorted(set(example.articles)):
                places = example.candidates(stance, article)
                if len(places) and not example.is_open(stance, article):
                    rows.append(example.features[places[np.argmax(worth[places])]])
                    labels.append(float(article in example.labelled(stance)))
        if not rows:  # where no claim could have the stance, none is taken to
            return Fit(np.zeros(len(NAMES)), _NEVER)
        learnt = fit(np.array(rows), np.array(labels), _PENALTY[stance], _signs(stance))
    assert learnt is not None
    return learnt


def _signs(stance: str) -> Matrix:
    return np.array([float(name in _FOR[stance]) - float(name in _AGAINST[stance]) for name in NAMES])


def _first_guess(features: Matrix, stance: str) -> Matrix:
    said = features[:, _SAYS].sum(axis=1)
    return np.asarray(said + features[:, AGAINST].max(axis=1) if stance == "opposes" else said)
