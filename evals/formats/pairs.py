"""Our own pairs of a statement and one claim: lines of evals/data/pairs, half of them, and evals/data/blind/pairs.

They were written by people who had not seen the judge, twenty of each of thirteen kinds: dates, numbers, negation,
denial, opposites, stages of a matter, modality, actors, things, change, amounts, paraphrase, neighbours (the same
people and things, but another matter). A line has `kind`, `statement`, `claim` and `label`: "supports", "opposes",
"changed" (what the statement says has been overtaken) or "neither".
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict

from evals.formats.nli import Label, Pair
from evals.formats.stories import language_of
from evals.own import BLIND, DATA

SETS = (("own pairs", DATA / "pairs"), ("own pairs, blind", BLIND / "pairs"))
_LABELS = {
    "supports": Label.ENTAILMENT,
    "opposes": Label.CONTRADICTION,
    "changed": Label.CONTRADICTION,
    "neither": Label.NEUTRAL,
}


class _Line(TypedDict):
    kind: str
    statement: str
    claim: str
    label: str


def read_pairs(folder: Path) -> list[Pair]:
    """The pairs of all files of a folder, in their order. Raises KeyError for a label of another name."""
    return [
        _pair(f"{file.stem}-{number}", json.loads(line))
        for file in sorted(folder.glob("*.jsonl"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    ]


def _pair(name: str, line: _Line) -> Pair:
    statement, claim = line["statement"], line["claim"]
    label = _LABELS[line["label"]]
    return Pair(f"{name}-{line['kind']}", language_of(statement), claim, statement, label, language_of(claim))
