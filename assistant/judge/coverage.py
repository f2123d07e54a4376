"""How much of a statement a claim says: each unit of the statement weighed by how telling it is among the claims."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from math import log

from assistant.judge.counted import are_people
from assistant.judge.figure import Figure
from assistant.judge.figures import figure_of, figures, replaced
from assistant.judge.fitting import are_of_other_sorts, counts_people, fits, same_thing
from assistant.judge.match import ALIKE, NARROWER, WIDER, Gist, Met, same_number
from assistant.judge.periods import met_in
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import Unit

_NEAR = 0.85  # of what a sentence says, where only the ones around it say it
_FAR = 0.65  # where only the article says it elsewhere
_COMMONEST = 0.25  # of its weight, that a unit keeps which is in every claim
_UNTRANSLATED = 0.3  # of its weight, where only its own language has it and the claim is in another
_COUNTING = ("", "ordinal", "rank", "age", "clock")
_MUCH = 100_000  # from which on a bare sum may be one of money
_OTHER_THING = 0.8  # where the number is the same, but what it counts has another word


@dataclass(frozen=True, slots=True)
class Meeting:
    """How one unit of the statement fares in a claim: `own` in its words and by which unit, `all` with context."""

    unit: Unit
    weight: float
    own: float
    all: float
    by: Unit | None

    @property
    def means_the_same(self) -> bool:
        """Whether both mean one concept: "Badeverbot aufgehoben" begins with "Badeverbot", and means another."""
        return self.by is not None and any(k.startswith("c:") for k in self.by.keys & self.unit.keys)


@dataclass(frozen=True, slots=True)
class Coverage:
    """`own` and `all`: shares (0 to 1) of the statement's weight that the claim says, alone and with context."""

    meetings: tuple[Meeting, ...]

    @property
    def own(self) -> float:
        return self.share(lambda m: m.own)

    @property
    def all(self) -> float:
        return self.share(lambda m: m.all)

    def share(self, value: Callable[[Meeting], float], which: Callable[[Meeting], bool] = lambda _: True) -> float:
        """Of the units chosen by `which`, the weighted mean of their values; 0 where there are none."""
        total = met = 0.0
        for m in self.meetings:
            if which(m):
                total += m.weight
                met += m.weight * value(m)
        return met / total if total else 0.0

    def without(self, missing: Sequence[Unit]) -> Coverage:
        return Coverage(tuple(m for m in self.meetings if m.unit not in missing))

    @property
    def met_by(self) -> set[Unit]:
        return {m.by for m in self.meetings if m.by and m.own >= WIDER}


def weights(asked: Side, claims: Sequence[Gist]) -> tuple[list[float], list[list[float]]]:
    """How telling each unit is: rare in its language, and in few of the claims (inverse document frequency).

    Also, for each unit, how well each claim says it, as a first look.
    """
    count = len(claims)
    met = [[bag.share(unit) for bag in claims] for unit in asked.units]
    found = []
    for unit, values in zip(asked.units, met, strict=True):
        holding = sum(v >= ALIKE for v in values)
        rarity = log((count + 1) / (holding + 1)) / log(count + 1) if count > 1 else 1.0
        found.append(unit.weight * max(_COMMONEST, rarity))
    return found, met


def coverage(asked: Side, weighed: Sequence[float], claim: Told) -> Coverage:
    best = [claim.bag.best(unit) for unit in asked.units]
    clear = {by for own, by in best if own >= ALIKE}
    found = zip(asked.units, weighed, best, strict=True)
    each = [_meeting(u, w, asked, claim, (0.0, None) if _is_taken(m, clear) else m) for u, w, m in found]
    when = met_in(asked, claim.own)
    return Coverage(tuple(_at_that_time(m, when.get(m.unit)) for m in each) if when else tuple(each))


def _at_that_time(meeting: Meeting, by: Unit | None) -> Meeting:
    """A period is met by one within it: "in autumn", told of October."""
    if by is None or meeting.own >= NARROWER:
        return meeting
    return Meeting(meeting.unit, meeting.weight, NARROWER, NARROWER, by)


def _is_taken(met: Met, clear: Container[Unit | None]) -> bool:
    """Whether the word that only nearly says something is the one that says something else: that people were injured
    does not also say that their lives are in danger."""
    own, by = met
    return own < ALIKE and by in clear


def _meeting(unit: Unit, weight: float, asked: Side, claim: Told, met: Met) -> Meeting:
    if unit.number:
        return _figure(unit, weight, asked, claim)
    own, by = met
    near = _NEAR * claim.near.share(unit) if own < _NEAR else 0.0
    far = _FAR * claim.article.share(unit) if max(own, near) < _FAR else 0.0
    known = max(own, near, far)
    crosses = asked.language != claim.claim.article.language
    if crosses and not known and unit.is_foreign_to_lexicon:
        weight *= _UNTRANSLATED
    return Meeting(unit, weight, own, known, by)


def _figure(unit: Unit, weight: float, asked: Side, claim: Told) -> Meeting:
    """A number is met by the same, or by one of the same thing within its bounds; one far off is of something else."""
    mine = figure_of(asked, unit)
    old = replaced(claim.own)
    fitting = [t for t in figures(claim.own) if t.unit not in old and fits(mine, t) and _is_of_it(mine, t)]
    if fitting:
        alike = next((t for t in fitting if same_thing(mine, t) or (counts_people(mine) and counts_people(t))), None)
        counts = bool(mine.counted and fitting[0].counted)
        value = 1.0 if alike or not counts else _OTHER_THING
        return Meeting(unit, weight, value, value, (alike or fitting[0]).unit)
    near = any(fits(mine, t) for side in claim.beside for t in figures(side))
    return Meeting(unit, weight, 0.0, _NEAR if near else 0.0, None)


def _is_of_it(asked: Figure, told: Figure) -> bool:
    """Up to fifty engineers are no 41 wounded, though 41 are fewer than fifty; dozens of birds no forty islanders; and
    half an hour is no half a point."""
    mine, theirs = asked.unit.number, told.unit.number
    exact = mine and theirs and same_number(mine, theirs) and not (mine.vague or theirs.vague)
    alike = same_thing(asked, told) or (counts_people(asked) and counts_people(told)) or _is_about_as_much(asked, told)
    if not alike and are_of_other_sorts(asked, told):
        return False
    return alike or bool(exact and not _measure_otherwise(asked, told))


def _is_about_as_much(asked: Figure, told: Figure) -> bool:
    """Shares and sums of money that are about the same are of each other, whatever they measure."""
    if "about" not in (asked.bound, told.bound) or told.measure in _COUNTING:
        return False
    number = asked.unit.number
    much = number is not None and not asked.measure and not counts_people(asked) and number.values[0] >= _MUCH
    return asked.measure == told.measure or much


def _measure_otherwise(asked: Figure, told: Figure) -> bool:
    if asked.measure:
        return asked.measure != told.measure if told.measure else are_people(told.counted)
    after = [u for u in asked.counted if u.span.start > asked.unit.span.start]
    return told.measure not in ("", "ordinal") and are_people(after[:1])
