"""Learning how the embedded judge weighs claims, and what they say together. Nothing is learnt from a benchmark.

The claim that speaks for an article is guessed, first by how much of the statement it says, then by what was learnt,
in turns, whether the article has the stance or not (multiple-instance learning, after Andrews et al. 2003). What claims
say together is learnt from claims as they are weighed by what other stories taught, as they are on a new story.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.judge import fates, particulars
from assistant.judge.features import CONFLICTS, NAMES
from assistant.judge.pooling import OPPOSED, SUPPORTED, Weighed, opposed, supported, weighed
from assistant.judge.regression import Regression
from assistant.judge.weighing import Weighings
from evals.own import DATA
from evals.training.examples import AGAINST, Example
from evals.training.fit import Matrix, Which, fit

DEVELOPMENT = DATA / "development"
_ROUNDS = 6
_PENALTY = {"supports": 40.0, "opposes": 120.0}
_PENALTY_POOLED = 1.0
_NEVER = -10.0  # log odds
# What may only speak for a stance, and only against it: fifty stories are few, and teach by chance that a claim which
# is planned supports the more for it.
_FOR = {
    "supports": {
        *("own", "all", "both", "acts", "acts_all", "things", "names", "names_own", "numbers", "back", "rank"),
        *("rank_all", "rest_own", "rest_all", *fates.SAID),
        *("firm", "clause", "core", "predicate", "predicate_all", "hinge", "negation_kept"),
    },
    "opposes": {*CONFLICTS, "rest_own", "rest_all", "recency", "after", "hinge"},
}
_AGAINST = {
    "supports": {
        *("acts_missing", "names_missing", "numbers_missing", "gap", "predicate_missing", "predicate_turned", "apart"),
        "subject_lost",
        *("planning", *CONFLICTS, *fates.LOST, *particulars.NAMES),
    },
    "opposes": set(),
}
# How each kind of thing fares tells whether a claim says the statement; of what stands against it, only by chance.
_UNWEIGHED: Mapping[str, Collection[str]] = {"supports": (), "opposes": fates.NAMES}
_SAYS = [NAMES.index("rest_own"), NAMES.index("rest_all")]


@dataclass(frozen=True, slots=True)
class OfClaims:
    """How a claim is weighed by itself."""

    supports: Regression
    opposes: Regression

    def weighed(self, example: Example) -> Weighed:
        says, contradicts = self.supports.of(example.features), self.opposes.of(example.features)
        return weighed(example.articles.tolist(), says, contradicts, example.rulings)


def of_claims(examples: Sequence[Example]) -> OfClaims:
    """What statements teach of their claims."""
    return OfClaims(_learn(examples, "supports"), _learn(examples, "opposes"))


def left_out(stories: Sequence[Sequence[Example]], parts: int) -> list[OfClaims]:
    """For each story what those of other parts teach of claims; as many parts as stories: what all others teach."""
    taught_without = [
        of_claims([e for n, story in enumerate(stories) if n % parts != part for e in story]) for part in range(parts)
    ]
    return [taught_without[n % parts] for n in range(len(stories))]


def taught(claims: OfClaims, seen: Sequence[tuple[Example, Weighed]]) -> Weighings:
    """`seen`: statements with their claims as other stories taught to weigh them."""
    return Weighings(
        claims.supports,
        claims.opposes,
        _pooled([(supported(found), bool(e.probe.supporting)) for e, found in seen], len(SUPPORTED)),
        _pooled([(opposed(found), bool(e.probe.opposing)) for e, found in seen], len(OPPOSED)),
    )


def _pooled(seen: Sequence[tuple[Sequence[float], bool]], figures: int) -> Regression:
    rows, labels = np.array([row for row, _ in seen]), np.array([float(label) for _, label in seen])
    return fit(rows, labels, _PENALTY_POOLED, np.zeros(figures))


def _learn(examples: Sequence[Example], stance: str) -> Regression:
    learnt: Regression | None = None
    for _ in range(_ROUNDS):
        rows: list[Matrix] = []
        labels: list[float] = []
        for example in examples:
            worth = learnt.of(example.features) if learnt else _first_guess(example.features, stance)
            for article in sorted(set(example.articles)):
                places = example.candidates(stance, article)
                if len(places) and not example.is_open(stance, article):
                    rows.append(example.features[places[np.argmax(worth[places])]])
                    labels.append(float(article in example.labelled(stance)))
        if not rows:  # where no claim could have the stance, none is taken to
            return Regression(np.zeros(len(NAMES)), _NEVER)
        learnt = fit(np.array(rows), np.array(labels), _PENALTY[stance], _signs(stance), _weighed(stance))
    assert learnt is not None
    return learnt


def _weighed(stance: str) -> Which:
    return np.array([name not in _UNWEIGHED[stance] for name in NAMES])


def _signs(stance: str) -> Matrix:
    return np.array([float(name in _FOR[stance]) - float(name in _AGAINST[stance]) for name in NAMES])


def _first_guess(features: Matrix, stance: str) -> Matrix:
    said = features[:, _SAYS].sum(axis=1)
    return np.asarray(said + features[:, AGAINST].max(axis=1) if stance == "opposes" else said)
