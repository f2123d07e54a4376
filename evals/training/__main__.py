"""Learns how the embedded judge weighs its features: `python -m evals.training` writes assistant/judge/weights.json.

The claim that speaks for a story's article is guessed, first by how much of the statement it says, then by what was
learnt, in turns (multiple-instance learning, after Andrews et al. 2003). What supports is learnt from the stories
alone: the reports paraphrase so freely that words say little there. Nothing is learnt from a benchmark.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import assistant.judge
from assistant.judge.features import NAMES
from evals.formats.stories import stories
from evals.own import DATA
from evals.training.examples import AGAINST, Example, Report, of_story, reports
from evals.training.fit import Fit, Matrix, fit

_DEVELOPMENT = DATA / "development"
_ROUNDS = 6
_LIKEST = 4  # claims of an article that does not support: the ones nearest to it are learnt from
_LEAST = 0.5  # what such a claim weighs beside one that supports
_PENALTY = {"supports": 20.0, "opposes": 10.0}
_THRESHOLD = {"supports": 0.34, "opposes": 0.1}
_SAYS = [NAMES.index("rest_own"), NAMES.index("rest_all")]


def learn(examples: Sequence[Example], labelled: Sequence[Report], stance: str) -> Fit:
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
    return rows, labels, [1.0] * len(rows)


def _first_guess(features: Matrix, stance: str) -> Matrix:
    said = features[:, _SAYS].sum(axis=1)
    return np.asarray(said + features[:, AGAINST].max(axis=1) if stance == "opposes" else said)


def main() -> None:
    examples = [example for story in stories(_DEVELOPMENT) for example in of_story(story)]
    labelled = [r for file in sorted(_DEVELOPMENT.glob("stances-*.jsonl")) for r in reports(file)]
    learnt = {}
    for stance in ("supports", "opposes"):
        found = learn(examples, labelled if stance == "opposes" else (), stance)
        weights = {name: round(float(w), 4) for name, w in zip(NAMES, found.weights, strict=True)}
        learnt[stance] = {"bias": round(found.bias, 4), "threshold": _THRESHOLD[stance], "weights": weights}
    target = Path(assistant.judge.__path__[0]) / "weights.json"
    target.write_text(json.dumps(learnt, indent=1) + "\n", encoding="utf-8")
    print(f"{target.name}: learnt from {len(examples)} statements on stories, {len(labelled)} on reports")


if __name__ == "__main__":
    main()
