"""Two figures beside each other: whether one is within what the other says ("more than 200"), and counts the same."""

from __future__ import annotations

from assistant.judge.counted import ANYBODY, PEOPLE, are_people
from assistant.judge.figure import Figure
from assistant.judge.match import NEAR, WIDER, meets, same_number

_ABOUT = 0.1  # how far "about" may be off


def fits(asked: Figure, told: Figure) -> bool:
    """Whether what is told makes what is asked true, as far as the two figures go."""
    if not (asked.unit.number and told.unit.number):
        return False
    if same_number(asked.unit.number, told.unit.number):
        return True
    if asked.unit.number.percent != told.unit.number.percent:
        return False
    mine, theirs = asked.unit.number.values[0], told.unit.number.values[0]
    if asked.bound == "least":
        return theirs >= mine and theirs <= 3 * mine
    if asked.bound == "most":
        return theirs <= mine
    if "about" in (asked.bound, told.bound):
        return abs(mine - theirs) <= _leeway(asked, told)
    return told.bound == "least" and 0 <= mine - theirs <= _ABOUT * mine


def _leeway(asked: Figure, told: Figure) -> float:
    """How far off the one that is "about" may be: "about 290" is no 320, "about 300" may be.

    Never more than what it is rounded to, by the zeros that it ends in.
    """
    rough = [f.unit.number.values[0] for f in (asked, told) if f.bound == "about" and f.unit.number]
    return max(min(_ABOUT * value, _rounded_to(value)) for value in rough)


def _rounded_to(value: float) -> float:
    digits = f"{value:.0f}"
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if value.is_integer() else value


def same_thing(asked: Figure, told: Figure) -> bool:
    """Whether two figures count or measure the same thing."""
    return not told.part and asked.measure == told.measure and meets(asked.counted, told.counted)


def counts_alike(asked: Figure, told: Figure) -> bool:
    """Whether two figures count or measure things that news may call by each other's names."""
    return not told.part and asked.measure == told.measure and meets(asked.counted, told.counted, NEAR)


def count_others(asked: Figure, told: Figure) -> bool:
    """Whether two figures count people of whom none can be one of the others: civilians, and attackers."""
    mine, theirs = ([u for u in f.counted if u.kinds & PEOPLE] for f in (asked, told))
    if not mine or not theirs or any(u.keys & ANYBODY for u in (*mine, *theirs)):
        return False
    return not (meets(mine, theirs, WIDER) or meets(theirs, mine, WIDER))


def counts_people(figure: Figure) -> bool:
    """Whether a figure counts people, of whom a text may say many things: then what happens to them decides."""
    return not figure.measure and are_people(figure.counted)
