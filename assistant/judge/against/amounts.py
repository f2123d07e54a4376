"""How many of all a statement speaks of, and how many an article does: all, both, most, half, few, some, one, none.

Words and per cent tell it alike: 56 per cent are a majority. Several are not all, though all may be meant: that holds
support back. Most, half and one of two are not all, and neither is what the others did not do: these oppose. So do
what makes the last not the last, the first not the first and the only one not the only one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.cues import find
from assistant.judge.against.attitudes import Conflict
from assistant.judge.counted import SAYING
from assistant.judge.coverage import Coverage
from assistant.judge.figures import figures, shares
from assistant.judge.match import ALIKE, NEAR, meets
from assistant.judge.predicates import predicate
from assistant.judge.sides import Side
from assistant.judge.told import Told
from assistant.judge.unit import Unit, UnitKind
from index.documents import Span

_HALF, _ALL = 50.0, 100.0
_ABOUT = 6.0  # percentage points that "half" may be off
_FEW = 40.0  # per cent: more are no "few"
# Of the rest of a statement, that a claim must say to count what it counts.
_OF_IT, _MOSTLY = 0.3, 0.5
_LINK = 5  # letters between "one" and "the two" of whom it is one
_NEXT = 2  # units behind a word for an amount, among which is what it is of
_ASKED = ("wholes", "most_of", "half_of", "few_of")
# What each word says of all, in per cent: the least and the most.
_BOUNDS = {
    "wholes": (100.0, 100.0),
    "most_of": (50.1, 99.9),
    "half_of": (_HALF, _HALF),
    "few_of": (0.1, _FEW),
    "one_of": (0.1, _HALF),
    "none_of": (0.0, 0.0),
    "some_of": (0.1, 100.0),
}
# Words for all that may stand before one thing, of which they say that it is entire.
_ENTIRE = re.compile(
    r"ganz\w*|gesamt\w*|whole|entire|full|fully|complete\w*|komplett\w*|vollständig\w*|alles|überall|everything"
    r"|everywhere|весь|вся|всю|всей|всё|целиком|полн\w*",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"pro[zc]ent|per ?cent|процент", re.IGNORECASE)
_BUT = re.compile(
    r"\W*(?:aber|doch|während|hingegen|dagegen|but|while|whereas|however|а|но|однако|тогда)\b", re.IGNORECASE
)
# Pairs of lists: what a statement says of its place among others, and what an article says that makes that untrue.
_RANKS = (("last_of", "no_last"), ("first_of", "no_first"), ("soles", "no_sole"))


class Amount(NamedTuple):
    """How many of all, at least and at most, in per cent; by which words, and the units that may be what it is of."""

    name: str
    least: float
    most: float
    span: Span
    of: tuple[Unit, ...]


def amounts_of(asked: Side, claim: Told, covered: Coverage) -> Iterator[Conflict]:
    """`amount`: another share of the same; `amount_open`: some of them, which may or may not be as many."""
    mine = _asked(asked)
    if mine is not None:
        yield from _other_amounts(mine, asked, claim.own, covered)
    yield from _other_ranks(asked, claim.own, covered)


def _asked(asked: Side) -> Amount | None:
    """The amount that a statement speaks of; "some" are there if any are, and none is a negation."""
    found = [a for a in amounts(asked) if a.name in _ASKED]
    return found[0] if len(found) == 1 else None


def _other_amounts(mine: Amount, asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    theirs = [a for a in amounts(told) if _is_of_same(mine, a, told, covered)]
    if any(_agree(mine, a) and a.name != "some_of" for a in theirs):
        if mine.name == "wholes" and (left := _left_out(mine, asked, told, covered)):
            yield Conflict("amount", left)
        return
    if other := next((a for a in theirs if not _agree(mine, a) and a.name != "some_of"), None):
        yield Conflict("amount", other.span)
    elif mine.name == "wholes" and (left := _left_out(mine, asked, told, covered)):
        yield Conflict("amount", left)
    elif some := next((a for a in theirs if a.name == "some_of"), None):
        yield Conflict("amount_open", some.span)


def _agree(one: Amount, other: Amount) -> bool:
    """Whether the second can hold where the first is said; nearly half is half."""
    off = _ABOUT if "half_of" in (one.name, other.name) and "wholes" not in (one.name, other.name) else 0.0
    if {one.name, other.name} == {"half_of", "most_of"}:
        return False
    most = _ALL if one.name == "most_of" else one.most  # who says "most" of what all do is not wrong
    return one.least <= other.most + off and other.least <= most + off


def _is_of_same(mine: Amount, other: Amount, told: Side, covered: Coverage) -> bool:
    """Whether it is told of what the statement's is of, or of nobody else, where the claim says the same of them."""
    clause = told.clause_at(other.span)
    here = [m for m in covered.meetings if m.by and m.own >= NEAR and m.by.span.overlaps(clause)]
    acts = [
        m
        for m in here
        if m.unit.is_act
        and not m.unit.kinds <= SAYING
        and m.unit not in mine.of[:1]
        and not m.unit.span.overlaps(mine.span)
    ]
    of_them = meets(mine.of, other.of[:1], ALIKE) or meets(other.of[:1], mine.of, ALIKE)
    rest = covered.without([m.unit for m in covered.meetings if m.unit.span.overlaps(mine.span)])
    if of_them:
        return bool(acts) or rest.own >= _MOSTLY
    return bool(acts) and not other.of and other.name != "none_of" and rest.own >= _OF_IT


def _left_out(mine: Amount, asked: Side, told: Side, covered: Coverage) -> Span | None:
    """Who of all did not: the exception, or the opposite of what the statement says, told of one of them."""
    of_it = any(m.own >= ALIKE and m.unit in mine.of for m in covered.meetings) or covered.own >= _OF_IT
    said = predicate(asked)
    if not of_it or said is None or asked.negations:
        return None
    rest = covered.without([said])
    opposite = next((u for u in told.units if _is_opposite(said, u) and not told.negation_of(u)), None)
    if opposite and rest.own >= _OF_IT:
        return opposite.span
    met = next((m.by for m in covered.meetings if m.unit is said and m.own >= NEAR), None)
    if met is None:
        return None
    for turn in (*told.denies, *told.negations):
        if _BUT.match(told.clause_at(turn).of(told.text)) and not told.clause_at(turn).overlaps(met.span):
            return turn
    for name in ("exceptions", "other_of_two"):
        for cue in find(name, told.text, told.language):
            turned = name == "exceptions" or any(n.start >= cue.span.start for n in told.negations)
            if turned and not find("exceptions", asked.text, asked.language):
                return cue.span
    return None


def _is_opposite(said: Unit, other: Unit) -> bool:
    return bool(said.against & (other.keys | other.parts) or other.against & said.keys)


def _other_ranks(asked: Side, told: Side, covered: Coverage) -> Iterator[Conflict]:
    """The last after which others come, the first that others came before, the only one of several."""
    for name, untrue in _RANKS:
        mine = find(name, asked.text, asked.language)
        if len(mine) != 1 or find(name, told.text, told.language) or find(untrue, asked.text, asked.language):
            continue
        of = [u for u in asked.units if u.span.start >= mine[0].span.end][:_NEXT]
        rest = covered.without([u for u in asked.units if u.span.overlaps(mine[0].span)])
        cues = find(untrue, told.text, told.language)
        if cues and rest.own >= _MOSTLY and any(m.own >= ALIKE for m in rest.meetings if m.unit in of):
            yield Conflict("amount", cues[0].span)


@lru_cache(maxsize=20_000)
def amounts(side: Side) -> tuple[Amount, ...]:
    """The amounts that a text speaks of, in words first."""
    found = [
        Amount(name, *_BOUNDS[name], cue.span, _of(side, cue.span))
        for name in _BOUNDS
        for cue in find(name, side.text, side.language)
        if not (name == "wholes" and _ENTIRE.fullmatch(cue.text))
    ]
    apart = [a for a in found if a.name == "one_of"]
    longest = [
        a
        for a in found
        if not (a.name == "wholes" and any(0 <= a.span.start - b.span.end <= _LINK for b in apart))
        and not any(b.span != a.span and b.span.start <= a.span.start and a.span.end <= b.span.end for b in found)
    ]
    return (*longest, *_in_per_cent(side), *_so_many_of(side))


def _in_per_cent(side: Side) -> Iterator[Amount]:
    for figure in figures(side):
        number = figure.unit.number
        if figure.measure == "percent" and number and number.percent and not number.vague:
            share = number.values[0]
            if 0 < share <= 100:
                least = 0.1 if figure.bound == "most" else share
                most = 100.0 if figure.bound == "least" else share
                yield Amount("percent", least, most, figure.unit.span, _of(side, figure.unit.span))


def _so_many_of(side: Side) -> Iterator[Amount]:
    """ "Seven of ten doctors"."""
    for one, other in shares(side):
        if one.unit.number and other.unit.number and other.unit.number.values[0]:
            share = 100 * one.unit.number.values[0] / other.unit.number.values[0]
            yield Amount("share", share, share, one.unit.span, _of(side, other.unit.span))


def _of(side: Side, span: Span) -> tuple[Unit, ...]:
    """What may be meant to be so many: the nouns behind the word, in its clause."""
    clause = side.clause_at(span)
    after = [u for u in side.units if u.span.start >= span.end and u.span.overlaps(clause) and not u.number]
    after = [u for u in after if not _PER_CENT.match(u.text)]
    nouns = [u for u in after[:_NEXT] if _is_thing(u)]
    return tuple(nouns)


def _is_thing(unit: Unit) -> bool:
    return unit.kind is UnitKind.NAME or (unit.kind is UnitKind.WORD and (not unit.is_act or unit.text[0].isupper()))
