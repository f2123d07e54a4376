"""`python -m evals.training`: what the development stories teach the embedded judge, kept in its weights.json."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import assistant.judge
from assistant.judge.regression import Regression
from assistant.judge.weighing import FIGURES
from evals.formats.stories import stories
from evals.training.examples import of_story
from evals.training.learn import DEVELOPMENT, left_out, of_claims, taught

_PARTS = 8  # of the stories, each weighed by what the others teach


def main() -> None:
    found = list(map(of_story, stories(DEVELOPMENT)))
    examples = [example for story in found for example in story]
    others = left_out(found, _PARTS)
    seen = [
        (example, claims.weighed(example)) for claims, story in zip(others, found, strict=True) for example in story
    ]
    weighings = taught(of_claims(examples), seen)
    learnt = {name: _rounded(getattr(weighings, name), figures) for name, figures in FIGURES.items()}
    target = Path(assistant.judge.__path__[0]) / "weights.json"
    target.write_text(json.dumps(learnt, indent=1) + "\n", encoding="utf-8")
    print(f"{target.name}: learnt from {len(examples)} statements")


def _rounded(found: Regression, figures: Sequence[str]) -> dict[str, object]:
    weights = {name: round(float(weight), 4) for name, weight in zip(figures, found.weights, strict=True)}
    return {"bias": round(found.bias, 4), "weights": weights}


if __name__ == "__main__":
    main()
