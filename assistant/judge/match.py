"""How well a unit of one text is met by the units of another, 0 to 1."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import isclose

from assistant.gate.numbers import Number
from assistant.judge.days import same_day
from assistant.judge.unit import Unit, UnitKind

SAME = 1.0
NARROWER = 0.9  # asked for a ship, told of a frigate
COMPOUND = 0.75  # asked for a strike, told of a "Pilotenstreik"
ALIKE = 0.7  # stems that begin or end alike
NEAR = 0.6  # asked for an insolvency, told of creditors or bankruptcy
WIDER = 0.55  # asked for a frigate, told of a ship
_SHORTEST = 5  # letters of a stem that may stand in another

Met = tuple[float, Unit | None]
_SCRIPTS = {"bx": "bl", "bl": "bx"}


class Bag:
    """The units of a text made quick to look up."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = tuple(units)
        last_first = self.units[::-1]  # so that the first of a key is the one that stays
        self._keys = {key: unit for unit in last_first for key in unit.keys}
        self._wider = {key: unit for unit in last_first for key in unit.wider}
        self._parts = {key: unit for unit in last_first for key in unit.parts}
        self._near = {key: unit for unit in last_first for key in unit.near}
        self._starts: defaultdict[str, list[Unit]] = defaultdict(list)
        self._ends: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            if len(unit.stem) >= _SHORTEST:
                self._starts[unit.stem[:_SHORTEST]].append(unit)
                self._ends[unit.stem[-_SHORTEST:]].append(unit)

    def best(self, asked: Unit) -> Met:
        """How well the text says what `asked` speaks of, and the unit that does."""
        if asked.kind is UnitKind.NUMBER:
            found = (u for u in self.units if u.number and asked.number and same_number(asked.number, u.number))
            return _first(found)
        if asked.kind is UnitKind.DATE:
            return _first(u for u in self.units if u.day and same_day(asked, u))
        if len(asked.parts) > 1 and all(part in self._keys for part in asked.parts):
            return NARROWER, self._keys[min(asked.parts)]  # "Taliban-Regierung", told of the Taliban as a government
        for value, table, keys in (
            (SAME, self._keys, asked.keys),
            (SAME, self._keys, _in_other_script(asked.keys)),
            (NARROWER, self._wider, asked.keys),
            (COMPOUND, self._parts, asked.keys),
            (COMPOUND, self._keys, asked.parts),
            (COMPOUND, self._parts, asked.parts),
        ):
            if keys and not table.keys().isdisjoint(keys):
                return value, _earliest(table, keys)
        return self._alike(asked) or self._nearly(asked)

    def _nearly(self, asked: Unit) -> Met:
        for value, table, keys in (
            (NEAR, self._keys, asked.near),
            (NEAR, self._near, asked.keys),
            (WIDER, self._keys, asked.wider),
        ):
            if keys and not table.keys().isdisjoint(keys):
                return value, _earliest(table, keys)
        return 0.0, None

    def _alike(self, asked: Unit) -> Met | None:
        if len(asked.stem) < _SHORTEST:
            return None
        near = (*self._starts.get(asked.stem[:_SHORTEST], ()), *self._ends.get(asked.stem[-_SHORTEST:], ()))
        unit = next((u for u in near if _are_alike(asked.stem, u.stem)), None)
        return (ALIKE, unit) if unit else None


def _earliest(table: Mapping[str, Unit], keys: Iterable[str]) -> Unit:
    """The first in the text, so that the order of a set decides nothing; the table has at least one of the keys."""
    found = [table[k] for k in keys if k in table]
    return found[0] if len(found) == 1 else min(found, key=lambda u: (u.span, u.text))


def met(asked: Unit, told: Unit) -> float:
    return Bag((told,)).best(asked)[0]


def meets(asked: Sequence[Unit], told: Sequence[Unit]) -> bool:
    """Whether any of `told` is what one of `asked` speaks of."""
    bag = Bag(told)
    return any(bag.best(u)[0] >= ALIKE for u in asked)


def _first(found: Iterable[Unit], value: float = SAME) -> Met:
    unit = next(iter(found), None)
    return (value, unit) if unit else (0.0, None)


@lru_cache(maxsize=20_000)
def _in_other_script(keys: frozenset[str]) -> list[str]:
    return [_SCRIPTS[k[:2]] + k[2:] for k in keys if k[:2] in _SCRIPTS]


def _are_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if longer.startswith(shorter) or longer.endswith(shorter):
        return True
    shared = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shared >= max(_SHORTEST, 0.75 * len(longer))


def same_number(one: Number, other: Number) -> bool:
    if one.vague or other.vague:
        vague, exact = (one, other) if one.vague else (other, one)
        least = vague.values[0]
        return any(least <= v < least * 10 for v in exact.values)
    if one.percent != other.percent and not _is_fraction(one, other):
        return False
    return any(isclose(a, b, rel_tol=1e-9) for a in one.values for b in other.values)


def _is_fraction(one: Number, other: Number) -> bool:
    """Whether one has no sign because it is told in words: "half a point", told of 0.5 percentage points."""
    bare = other if one.percent else one
    return 0 < bare.values[0] < 1
