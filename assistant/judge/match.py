"""How well a unit of one text is met by the units of another, 0 to 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from math import isclose
from operator import attrgetter
from typing import NamedTuple

from assistant.gate.numbers import Number
from assistant.judge.days import same_day
from assistant.judge.unit import Unit, UnitKind

SAME = 1.0
NARROWER = 0.9  # asked for a ship, told of a frigate
COMPOUND = 0.75  # asked for a strike, told of a "Pilotenstreik"
ALIKE = 0.7  # stems that begin or end alike
NEAR = 0.6  # asked for an insolvency, told of creditors or bankruptcy
WIDER = 0.55  # asked for a frigate, told of a ship
_ROUGHLY = 2.0  # percent that a share in words may be off
_SHORTEST = 5  # letters of a stem that may stand in another

Met = tuple[float, Unit | None]
Keys = frozenset[str]
# Keys that meet only their counterpart: bare consonants across scripts, an acronym and the words that it may stand for.
_COUNTERPARTS = {"bx": "bl", "bl": "bx", "al": "as"}
_ONE_WAY = {**_COUNTERPARTS, "as": "al"}
_KEYS, _WIDER, _PARTS, _NEAR = range(4)
_FIELDS: tuple[Callable[[Unit], Keys], ...] = tuple(map(attrgetter, ("keys", "wider", "parts", "near")))


class _Rung(NamedTuple):
    """A way of saying a thing: how well that says it, and which keys must be among those of which field of a text."""

    value: float
    field: int
    keys: Keys


_LIKE = _Rung(ALIKE, _KEYS, frozenset())
_NOT = _Rung(0.0, _KEYS, frozenset())


class Gist:
    """All that a text speaks of, taken together: how well it says a thing is quicker to tell than where.

    `keys`, `wider`, `parts`, `near` and `stems` are those of all its units.
    """

    def __init__(self, keys: Keys, wider: Keys, parts: Keys, near: Keys, stems: Sequence[str]) -> None:
        self._held = (keys, wider, parts, near)
        self._stems = stems

    def share(self, asked: Unit) -> float:
        """How well the text says what `asked` speaks of."""
        if asked.kind in (UnitKind.NUMBER, UnitKind.DATE):
            return SAME if self._counting(asked) else 0.0
        return self._rung(asked).value

    def _counted(self) -> Iterable[Unit]:
        """The numbers and dates."""
        raise NotImplementedError

    def _counting(self, asked: Unit) -> Unit | None:
        """The number or date that can be what `asked` is."""
        if asked.kind is UnitKind.DATE:
            return next((u for u in self._counted() if u.day and same_day(asked, u)), None)
        mine = asked.number
        return next((u for u in self._counted() if mine and u.number and same_number(mine, u.number)), None)

    def _rung(self, asked: Unit) -> _Rung:
        held = self._held
        if len(asked.parts) > 1 and asked.parts <= held[_KEYS]:
            return _Rung(NARROWER, _KEYS, frozenset((min(asked.parts),)))  # "Taliban-Regierung", told of theirs
        clear, vague = _rungs(asked)
        for rung in clear:
            _, field, among = rung
            if not among.isdisjoint(held[field]):
                return rung
        if len(asked.stem) >= _SHORTEST and self._has_alike(asked.stem):
            return _LIKE
        for rung in vague:
            _, field, among = rung
            if not among.isdisjoint(held[field]):
                return rung
        return _NOT

    def _has_alike(self, stem: str) -> bool:
        start, end, (starts, ends) = stem[:_SHORTEST], stem[-_SHORTEST:], self._edges
        if start not in starts and end not in ends:  # nearly always
            return False
        near = (s for s in self._stems if len(s) >= _SHORTEST and (s.startswith(start) or s.endswith(end)))
        return any(_are_alike(stem, other) for other in near)

    @cached_property
    def _edges(self) -> tuple[frozenset[str], frozenset[str]]:
        """How stems begin, and how they end."""
        long = [stem for stem in self._stems if len(stem) >= _SHORTEST]
        return frozenset(stem[:_SHORTEST] for stem in long), frozenset(stem[-_SHORTEST:] for stem in long)


class Bag(Gist):
    """The units of a text made quick to look up."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = tuple(units)
        keys, wider, parts, near = (frozenset().union(*map(field, self.units)) for field in _FIELDS)
        super().__init__(keys, wider, parts, near, [u.stem for u in self.units])

    def best(self, asked: Unit) -> Met:
        """How well the text says what `asked` speaks of, and the unit that does."""
        if asked.kind in (UnitKind.NUMBER, UnitKind.DATE):
            unit = self._counting(asked)
            return (SAME, unit) if unit else (0.0, None)
        rung = self._rung(asked)
        if rung is _NOT:
            return 0.0, None
        return rung.value, self._alike(asked.stem) if rung is _LIKE else self._earliest(rung)

    def _counted(self) -> Iterable[Unit]:
        return self.units

    def _alike(self, stem: str) -> Unit:
        long = [u for u in self.units if len(u.stem) >= _SHORTEST]
        near = (
            *(u for u in long if u.stem.startswith(stem[:_SHORTEST])),
            *(u for u in long if u.stem.endswith(stem[-_SHORTEST:])),
        )
        return next(u for u in near if _are_alike(stem, u.stem))

    def _earliest(self, rung: _Rung) -> Unit:
        """The first in the text, so that the order of a set decides nothing."""
        held = _FIELDS[rung.field]
        firsts = (next((u for u in self.units if key in held(u)), None) for key in rung.keys)
        return min((u for u in firsts if u), key=lambda u: (u.span, u.text))


class Around(Bag):
    """Several texts: together they say a thing as well as the one of them that says it best."""

    def __init__(self, texts: Sequence[Sequence[Unit]]) -> None:
        super().__init__(chain.from_iterable(texts))
        self._texts = texts

    def _rung(self, asked: Unit) -> _Rung:
        if len(asked.parts) > 1:  # for which all of them must be in one text
            return max((bag._rung(asked) for bag in self._bags), key=attrgetter("value"), default=_NOT)
        return super()._rung(asked)

    @cached_property
    def _bags(self) -> Sequence[Bag]:
        return [Bag(units) for units in self._texts]


@lru_cache(maxsize=4096)
def _rungs(asked: Unit) -> tuple[tuple[_Rung, ...], tuple[_Rung, ...]]:
    """What says a thing, the best first: before and after what only sounds alike."""
    clear = (
        _Rung(SAME, _KEYS, frozenset(k for k in asked.keys if k[:2] not in _COUNTERPARTS)),
        _Rung(SAME, _KEYS, frozenset(_ONE_WAY[k[:2]] + k[2:] for k in asked.keys if k[:2] in _ONE_WAY)),
        _Rung(NARROWER, _WIDER, asked.keys),
        _Rung(COMPOUND, _PARTS, asked.keys),
        _Rung(COMPOUND, _KEYS, asked.parts),
        _Rung(COMPOUND, _PARTS, asked.parts),
    )
    vague = (_Rung(NEAR, _KEYS, asked.near), _Rung(NEAR, _NEAR, asked.keys), _Rung(WIDER, _KEYS, asked.wider))
    return tuple(r for r in clear if r.keys), tuple(r for r in vague if r.keys)


def met(asked: Unit, told: Unit) -> float:
    return Bag((told,)).share(asked)


def meets(asked: Sequence[Unit], told: Sequence[Unit], least: float = ALIKE) -> bool:
    """Whether any of `told` is what one of `asked` speaks of."""
    bag = Bag(told)
    return any(bag.share(u) >= least for u in asked)


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
    if one.percent != other.percent:
        return _is_fraction(one, other) and (_are_equal(one, other) or _is_so_many_percent(one, other))
    return _are_equal(one, other)


def _are_equal(one: Number, other: Number) -> bool:
    return any(isclose(a, b, rel_tol=1e-9) for a in one.values for b in other.values)


def _is_so_many_percent(one: Number, other: Number) -> bool:
    """Whether a share that is told in words is what is told in percent: "two thirds", told of 65 percent."""
    percent, bare = (one, other) if one.percent else (other, one)
    return abs(percent.values[0] - 100 * bare.values[0]) <= _ROUGHLY


def _is_fraction(one: Number, other: Number) -> bool:
    """Whether one has no sign because it is told in words: "half a point", told of 0.5 percentage points."""
    bare = other if one.percent else one
    return 0 < bare.values[0] < 1
