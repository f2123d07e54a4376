"""Tolls that no number tells: one dead ("ein Mensch kam ums Leben"), none, at least two ("a second body")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.gate.numbers import Number, numbers
from assistant.judge.counted import ANYBODY, PEOPLE, are_dead, befalls
from assistant.judge.figure import Figure
from assistant.judge.sides import Side
from assistant.judge.unit import Unit, UnitKind
from index.documents import Span

_NO_DEATHS = frozenset(("c:no_deaths",))
_NOBODY = re.compile(r"niemand\w*|kein\w*|nobody|no one|none|no|никто|никого|ни|нет|без", re.IGNORECASE)
_THE = re.compile(r"\b(?:de[rmns]|die|das|the|his|her|its|their|ihr\w*|sein\w*)\s+\Z", re.IGNORECASE)
_LOOK_BACK = 24  # characters before an ordinal for an article


def lone(side: Side) -> Iterator[Figure]:
    if not any("dying" in u.kinds for u in side.units):
        return
    for one in numbers(side.text, side.language):
        who = next((u for u in side.units if u.span.start > one.span.start), None)
        if one.sure or one.values != (1.0,) or who is None or not who.keys & ANYBODY:
            continue
        unit = Unit(UnitKind.NUMBER, one.words, one.span, 0.0, number=one)
        if any("dying" in u.kinds and befalls(u, side, unit, (who,)) for u in side.units):
            yield Figure(unit, "", (who,))


def none(side: Side) -> Iterator[Figure]:
    """That nobody died, as a toll of none: "niemand kam ums Leben", "no deaths", "никто не погиб"."""
    for act in side.units:
        if act.keys & _NO_DEATHS:
            yield _no_toll(act, act.span.of(side.text), act.span)
            return
        negated = "dying" in act.kinds and side.negation_of(act)
        clause = side.clause_of(act)
        words = (n for n in side.negations if n.overlaps(clause) and _NOBODY.fullmatch(n.of(side.text)))
        if negated and (word := next(words, None)) and not _of_some(side, act, word):
            yield _no_toll(act, word.of(side.text), word)
            return


def _of_some(side: Side, act: Unit, word: Span) -> bool:
    """Whether it says of whom none died: "no firefighters died", "никто из спасателей"."""
    first, last = sorted((act.span, word))
    between = (u for u in side.units if first.end <= u.span.start and u.span.end <= last.start)
    return any(u.kinds & PEOPLE and not u.keys & ANYBODY for u in between)


def _no_toll(act: Unit, words: str, span: Span) -> Figure:
    return Figure(Unit(UnitKind.NUMBER, words, span, 0.0, number=Number(words, span, (0.0,))), "", (act,))


def as_toll(side: Side, figure: Figure) -> Figure:
    """ "A second body", "drittes Todesopfer", "Dritter Soldat gestorben": that many are dead at least. "The second
    suspect died" only says who."""
    if figure.measure != "ordinal" or not figure.counted or not are_dead(figure.counted):
        return figure
    before = side.text[max(0, figure.unit.span.start - _LOOK_BACK) : figure.unit.span.start]
    known = side.language == "ru" or _THE.search(before)
    if known and not are_dead(figure.counted[:1]):
        return figure
    return replace(figure, measure="", bound="least")
