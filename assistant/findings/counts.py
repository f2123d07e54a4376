"""No claim is joined with a statement of which it gives another number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.judge.figure import Figure
from assistant.judge.figures import figures
from assistant.judge.fitting import counts_people, fits, same_thing
from assistant.judge.match import same_number
from assistant.judge.sides import side
from assistant.sourcing import Claim, Comparison, Stance, Statement

_NEAR = 1.25  # times as much: "up to 150" leaves room for 30, but who says 30 tells of something else


def one_number(statement: Statement, compared: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons with an article's statement, where a claim that counts otherwise supports it no more."""
    return [
        replace(c, stance=Stance.UNRELATED, reason="other")
        if c.stance is Stance.SUPPORTS and c.claim is not statement.claim and counts_otherwise(statement, c.claim)
        else c
        for c in compared
    ]


def counts_otherwise(statement: Statement, claim: Claim) -> bool:
    """Whether a claim has another number for something that the statement counts or measures, and not the statement's.

    A number that is one of the statement's is no other, whatever it counts.
    """
    asked = figures(side(statement.text, statement.language))
    told = figures(side(claim.text, claim.article.language))
    others = [t for t in told if not any(_agree(f, t) for f in asked)]
    return any(not any(_agree(f, t) for t in told) and any(_are_of_same(f, t) for t in others) for f in asked)


def _agree(asked: Figure, told: Figure) -> bool:
    """Whether both may be one count; a fourth is not four."""
    mine, theirs = asked.unit.number, told.unit.number
    if mine is None or theirs is None or (asked.measure == "ordinal") != (told.measure == "ordinal"):
        return False
    less, more = sorted((mine.values[0], theirs.values[0]))
    return same_number(mine, theirs) or (more <= _NEAR * less and (fits(asked, told) or fits(told, asked)))


def _are_of_same(asked: Figure, told: Figure) -> bool:
    if told.part:
        return False
    measured = bool(asked.measure) and asked.measure == told.measure
    people = counts_people(asked) and counts_people(told)
    return measured or people or _is_step(asked, told) or same_thing(asked, told)


def _is_step(asked: Figure, told: Figure) -> bool:
    """Whether a share is told of by how much it moves: three per cent, "half a point"."""
    number = told.unit.number
    return asked.measure == "percent" and not told.measure and number is not None and number.values[0] < 1
