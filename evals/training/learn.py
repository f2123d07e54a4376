"""Learning how the embedded judge weighs its features.

The claim that speaks for a story's article is guessed, first by how much of the statement it says, then by what was
learnt, in turns (multiple-instance learning, after Andrews et al. 2003). What supports is learnt from the stories
alone: the reports paraphrase so freely that words say little there. Nothing is learnt from a benchmark.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.judge.features import NAMES
from assistant.judge.weighing import Weighing, Weighings
from evals.own import DATA
from evals.training.examples import AGAINST, Example, Report
from evals.training.fit import Fit, Matrix, fit

DEVELOPMENT = DATA / "development"
_ROUNDS = 6
_LIKEST = 4  # claims of an article that does not support: the ones nearest to it are learnt from
_LEAST = 0.5  # what such a claim weighs beside one that supports
_PENALTY = {"supports": 20.0, "opposes": 30.0}
_REPORTED = 0.1  # what a sentence of a report weighs: reports oppose far more often, and more freely, than stories do
_THRESHOLD = {"supports": 0.4, "opposes": 0.2}
_NEVER = -10.0  # log odds
_SAYS = [NAMES.index("rest_own"), NAMES.index("rest_all")]


def report_files() -> list[Path]:
    return sorted(DEVELOPMENT.glob("stances-*.jsonl"))


def taught(examples: Sequence[Example], labelled: Sequence[Report]) -> Weighings:
    """What statements on stories, and on reports whose sentences have a stance each, teach."""
    return Weighings(_weighing(examples, (), "supports"), _weighing(examples, labelled, "opposes"))


def _weighing(examples: Sequence[Example], labelled: Sequence[Report], stance: str) -> Weighing:
    found = _learn(examples, labelled, stance)
    return Weighing(found.weights, found.bias, _THRESHOLD[stance])


def _learn(examples: Sequence[Example], labelled: Sequence[Report], stance: str) -> Fit:
    learnt: Fit | None = None
    for _ in range(_ROUNDS):
        rows, labels, shares = _of_reports(labelled, stance)
        for example in examples:
            worth = learnt.worth(example.features) if learnt else _first_guess(example.features, stance)
            for article in sorted(set(example.articles)):
                places = example.candidates(stance, article)
                if not len(places) or example.is_open(stance, article):
                    continue
                ordered = places[np.argsort(-worth[places], kind="stable")]
                holds = article in example.labelled(stance)
                chosen = ordered[: 1 if holds else _LIKEST]
                rows += [example.features[place] for place in chosen]
                labels += [float(holds)] * len(chosen)
                shares += [1.0 if holds else _LEAST] * len(chosen)
        if not rows:  # where no claim could have the stance, none is taken to
            return Fit(np.zeros(len(NAMES)), _NEVER)
        learnt = fit(np.array(rows), np.array(labels), np.array(shares), _PENALTY[stance])
    assert learnt is not None
    return learnt


def _of_reports(labelled: Sequence[Report], stance: str) -> tuple[list[Matrix], list[float], list[float]]:
    rows, labels = [], []
    for report in labelled:
        for holds, row in zip(report.stances, report.features, strict=True):
            if stance == "supports" or row[AGAINST].max() > 0:
                rows.append(row)
                labels.append(float(holds == stance))
    return rows, labels, [_REPORTED] * len(rows)


def _first_guess(features: Matrix, stance: str) -> Matrix:
    said = features[:, _SAYS].sum(axis=1)
    return np.asarray(said + features[:, AGAINST].max(axis=1) if stance == "opposes" else said)
