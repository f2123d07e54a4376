"""Two figures beside each other: whether one is within what the other says ("more than 200"), and counts the same."""

from __future__ import annotations

from assistant.judge.counted import ANYBODY, PEOPLE, are_people
from assistant.judge.figure import Figure
from assistant.judge.match import NEAR, WIDER, meets, same_number

_ABOUT = 0.1  # how far "about" may be off
_HARDLY_MORE = 1 + 1e-9  # as far as sums of floats are off
_THINGS = frozenset(("vehicle", "weapon", "animal", "object", "document", "substance", "food", "building", "plant"))
LENGTHS = {"year": 365.0, "month": 30.4, "week": 7.0, "day": 1.0, "hour": 1 / 24, "minute": 1 / 1440}  # days


def fits(asked: Figure, told: Figure) -> bool:
    """Whether what is told makes what is asked true, as far as the two figures go."""
    if not (asked.unit.number and told.unit.number):
        return False
    if {asked.measure, told.measure} <= LENGTHS.keys() and asked.measure != told.measure:
        return _lasts_as_long(asked, told)
    if same_number(asked.unit.number, told.unit.number):
        return True
    if asked.unit.number.percent != told.unit.number.percent and asked.measure != told.measure:
        return False
    mine, theirs = _value(asked), _value(told)
    if asked.bound == "least":
        return theirs >= mine and theirs <= 3 * mine
    if asked.bound == "most":
        return theirs <= mine
    if "about" in (asked.bound, told.bound):
        return abs(mine - theirs) <= _leeway(asked, told) * _HARDLY_MORE
    return told.bound == "least" and 0 <= mine - theirs <= _ABOUT * mine


def _value(figure: Figure) -> float:
    """A share in words counts in percent, too."""
    number = figure.unit.number
    value = number.values[0] if number else 0.0
    return 100 * value if figure.measure == "percent" and number and not number.percent else value


def _lasts_as_long(asked: Figure, told: Figure) -> bool:
    """Whether two lengths of time in other measures are about the same, or within the bound: a fortnight, 14 days."""
    mine, theirs = _value(asked) * LENGTHS[asked.measure], _value(told) * LENGTHS[told.measure]
    if asked.bound == "least":
        return theirs >= mine
    if asked.bound == "most":
        return theirs <= mine
    return abs(mine - theirs) <= _ABOUT * max(mine, theirs)


def _leeway(asked: Figure, told: Figure) -> float:
    """How far off the one that is "about" may be: "about 290" is no 320, "about 300" may be.

    Never more than what it is rounded to, by the zeros that it ends in.
    """
    rough = [_value(f) for f in (asked, told) if f.bound == "about" and f.unit.number]
    return max(min(_ABOUT * value, _rounded_to(value)) for value in rough)


def _rounded_to(value: float) -> float:
    digits = f"{value:.0f}"
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if value.is_integer() else value


def same_thing(asked: Figure, told: Figure) -> bool:
    """Whether two figures count or measure the same thing."""
    return not told.part and measure_alike(asked, told) and meets(asked.counted, told.counted)


def counts_alike(asked: Figure, told: Figure) -> bool:
    """Whether two figures count or measure things that news may call by each other's names."""
    return not told.part and measure_alike(asked, told) and meets(asked.counted, told.counted, NEAR)


def measure_alike(asked: Figure, told: Figure) -> bool:
    """Whether both measure the same, if perhaps in weeks and months."""
    return asked.measure == told.measure or {asked.measure, told.measure} <= LENGTHS.keys()


def count_others(asked: Figure, told: Figure) -> bool:
    """Whether two figures count people of whom none can be one of the others: civilians, and attackers."""
    mine, theirs = ([u for u in f.counted if u.kinds & PEOPLE] for f in (asked, told))
    if not mine or not theirs or any(u.keys & ANYBODY for u in (*mine, *theirs)):
        return False
    return not (meets(mine, theirs, WIDER) or meets(theirs, mine, WIDER))


def are_of_other_sorts(asked: Figure, told: Figure) -> bool:
    """Whether one counts people and the other things, which no news calls people: spectators, and tickets."""
    if asked.measure or told.measure or not asked.counted or not told.counted:
        return False
    mine, theirs = asked.counted[0], told.counted[0]
    people, things = (mine, theirs) if mine.kinds & PEOPLE else (theirs, mine)
    return bool(people.kinds & PEOPLE and things.kinds and things.kinds <= _THINGS)


def counts_people(figure: Figure) -> bool:
    """Whether a figure counts people, of whom a text may say many things: then what happens to them decides."""
    return not figure.measure and are_people(figure.counted)
