"""Quotations told against quotations labelled, as the scorer of the German Wikinews set counts them.

The set: F. Petersen-Frey and C. Biemann, "Dataset of Quotation Attribution in German News Articles", LREC-COLING
2024; its scorer: `eval/eval.py` of github.com/uhh-lt/german-news-quotation-attribution-2024. All is counted in
tokens. In each article, quotations told and labelled are paired one to one so that the sum of their messages'
likeness is greatest; what is left over is paired with nothing. A pair with no word in common can come about; it still
compares the roles.

- *Message* is the words quoted, *Roles* are speaker, cue, frame and addressee together, *Joint* is all five.
- `averaged`: what the scorer prints. Precision is the mean of that of every part that was told of a pair, recall of
  every part that was labelled; F1 is their harmonic mean. A quotation of three words weighs as much as one of thirty.
- `pooled`: the tokens of all pairs together; the scorer keeps these in its log.
- *Type*: quotations whose type is told as it is labelled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evals.harness.cases import Ratio
from evals.measures.assignment import assign
from evals.measures.counts import Counts, compared, harmonic, share, total

MESSAGE = "message"
ROLES = ("addressee", "cue", "frame", "speaker")
PARTS = (MESSAGE, *ROLES)
_SAME_TYPE = 0.01  # what it adds to the likeness of two messages


@dataclass(frozen=True, slots=True)
class Quotation:
    """Numbers of the tokens that each part has; a part that is not there is empty."""

    tokens: Mapping[str, frozenset[int]]
    type: str

    def part(self, name: str) -> frozenset[int]:
        return self.tokens.get(name, frozenset())


@dataclass(frozen=True, slots=True)
class Pair:
    """A quotation told and the one labelled that it is held against; None where there is none."""

    told: Quotation | None
    labelled: Quotation | None

    def counts(self, part: str) -> Counts:
        told, labelled = (q.part(part) if q else frozenset() for q in (self.told, self.labelled))
        return compared(told, labelled)


@dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return harmonic(self.precision, self.recall)


def pairs(told: Sequence[Quotation], labelled: Sequence[Quotation]) -> list[Pair]:
    """The pairs of one article, those that belong together first."""
    matched = assign([[likeness(t, g) for t in told] for g in labelled])
    rest_told = set(range(len(told))) - {t for _, t in matched}
    rest_labelled = set(range(len(labelled))) - {g for g, _ in matched}
    return [
        *(Pair(told[t], labelled[g]) for g, t in matched),
        *(Pair(told[t], None) for t in sorted(rest_told)),
        *(Pair(None, labelled[g]) for g in sorted(rest_labelled)),
    ]


def likeness(told: Quotation, labelled: Quotation) -> float:
    """F1 of the messages' tokens; where they have any in common, a little more if they are of the same type."""
    f1 = compared(told.part(MESSAGE), labelled.part(MESSAGE)).f1
    return f1 + _SAME_TYPE if f1 and told.type == labelled.type else f1


def averaged(found: Sequence[Pair], parts: Sequence[str]) -> Score:
    """The mean precision and recall of those parts of those pairs that have any."""
    precisions, recalls = summed(found, parts)
    return Score(share(*precisions), share(*recalls))


def summed(found: Sequence[Pair], parts: Sequence[str]) -> tuple[Ratio, Ratio]:
    """What `averaged` is made of: the sum of the precisions, and how many there are; the same of the recalls."""
    counted = [pair.counts(part) for pair in found for part in parts]
    precisions = [c.precision for c in counted if c.right + c.wrong]
    recalls = [c.recall for c in counted if c.right + c.missed]
    return (sum(precisions), len(precisions)), (sum(recalls), len(recalls))


def pooled(found: Iterable[Pair], parts: Sequence[str]) -> Counts:
    return total(pair.counts(part) for pair in found for part in parts)


def types(found: Iterable[Pair], only: str | None = None) -> Counts:
    """Quotations by type: one told as another type is wrong for the one and missed for the other."""
    return total(_types(found, only))


def _types(found: Iterable[Pair], only: str | None) -> Iterator[Counts]:
    for pair in found:
        told, labelled = ({q.type} if q else set[str]() for q in (pair.told, pair.labelled))
        yield compared(told & {only}, labelled & {only}) if only else compared(told, labelled)
