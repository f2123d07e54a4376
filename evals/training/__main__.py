"""`python -m evals.training`: what the development stories teach the embedded judge, kept in its weights.json."""

from __future__ import annotations

import json
from pathlib import Path

import assistant.judge
from assistant.judge.features import NAMES
from assistant.judge.weighing import Weighing
from evals.formats.stories import stories
from evals.training.examples import of_story
from evals.training.learn import DEVELOPMENT, taught


def main() -> None:
    examples = [example for story in stories(DEVELOPMENT) for example in of_story(story)]
    found = taught(examples)
    learnt = {"supports": _rounded(found.supports), "opposes": _rounded(found.opposes)}
    target = Path(assistant.judge.__path__[0]) / "weights.json"
    target.write_text(json.dumps(learnt, indent=1) + "\n", encoding="utf-8")
    print(f"{target.name}: learnt from {len(examples)} statements")


def _rounded(found: Weighing) -> dict[str, object]:
    weights = {name: round(float(weight), 4) for name, weight in zip(NAMES, found.weights, strict=True)}
    return {"bias": round(found.bias, 4), "threshold": found.threshold, "weights": weights}


if __name__ == "__main__":
    main()
