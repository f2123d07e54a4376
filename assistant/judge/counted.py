"""What a figure counts or measures: the words that it stands with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.cues import find
from assistant.judge.sides import Side
from assistant.judge.unit import Unit, UnitKind
from index.documents import Span

_COUNTED = 2  # units after a figure, within which stands what it counts
_MEASURED = 4  # units before a share or an amount, within which stands what is measured
MEASURES = frozenset(("unit", "measure", "money", "currency", "time"))
PEOPLE = frozenset(("person", "role"))
BEFALLS = frozenset(("dying", "harming", "illness"))  # whom it befalls is who is counted: "elf Tote", "27 injured"
ANYBODY = frozenset(("c:human", "c:individual_person", "c:dead_person"))
_DEATHS = frozenset(("c:dead", "c:die", "c:no_deaths"))
# "The number of", "the toll": what is counted stands after it, and the figure itself far behind.
_TOLL = frozenset(("c:death_toll",))
_NUMBER_OF = frozenset(("c:number", "c:figure_number", "c:several")) | _TOLL
# "23 cases" are of the illness that the text tells of.
_CASES = frozenset(("c:case_instance",))
_ILL = frozenset(("illness",))
SAYING = frozenset(("saying",))
_DEGREE = frozenset(("degree",))
_APART = re.compile(r"[.;:,()–—!?]")
_LOOK_BACK = 24  # characters before a figure for the words that lead to it


def counted(side: Side, at: int, *, measured: bool) -> tuple[Unit, ...]:
    """The units that the figure at that place counts; of a share, an amount or a measure, those on both sides of it."""
    told = [u for u in side.units if not u.kinds or not u.kinds <= _DEGREE or u.keys & _NUMBER_OF]
    place = told.index(side.units[at])
    if measured:
        near = [u for u in told[:place] if u.kind is UnitKind.WORD][-_MEASURED:]
        near += [u for u in told[place + 1 :] if u.kind in (UnitKind.WORD, UnitKind.NAME)][: _COUNTED + 1]
        return tuple(u for u in near if not u.kinds & MEASURES)
    after = _after(side, told, place)
    if _led_to(side, told[place]) or all(u.is_act for u in after):
        after = _number_of(side, told[:place]) or after
    if any(u.keys & _CASES for u in after):
        after += [u for u in told if u.kinds & _ILL][:1]
    return tuple(after or [u for u in told[:place] if u.kind is UnitKind.WORD][-1:])


def _after(side: Side, units: Sequence[Unit], place: int) -> list[Unit]:
    """The words right after a figure, up to another, to the end of what is said, or to what its noun stands in."""
    found: list[Unit] = []
    end = units[place].span.end
    for unit in units[place + 1 :]:
        between = side.text[end : unit.span.start]
        if unit.number or _APART.search(between) or (found and find("prepositions", between, side.language)):
            break
        if unit.kind in (UnitKind.WORD, UnitKind.NAME):
            found.append(unit)
        if len(found) == _COUNTED:
            break
        end = unit.span.end
    return found


def _led_to(side: Side, unit: Unit) -> bool:
    """Whether a figure is what something came to ("steigt auf elf", "rose to 12"), and counts nothing after it."""
    before = side.text[max(0, unit.span.start - _LOOK_BACK) : unit.span.start]
    cues = find("way_onto", before, side.language)
    return bool(cues) and not before[cues[-1].span.end :].strip()


def _number_of(side: Side, before: Sequence[Unit]) -> list[Unit]:
    """What a number that was spoken of before is the number of: "die Zahl der Verletzten", "the death toll"."""
    at = next((n for n in reversed(range(len(before))) if before[n].keys & _NUMBER_OF), None)
    if at is None:
        return []
    if before[at].keys & _TOLL:
        return [before[at]]
    return [u for u in before[at + 1 :] if u.kind is UnitKind.WORD][:1]


def are_dead(units: Sequence[Unit]) -> bool:
    return any("dying" in u.kinds or (u.keys | u.near) & _DEATHS for u in units)


def are_people(units: Sequence[Unit]) -> bool:
    """Whether people are counted, or those whom something befell."""
    return any(u.kinds & (PEOPLE | BEFALLS) or (u.keys | u.near) & _DEATHS for u in units)


def befalls(act: Unit, side: Side, figure: Unit, whom: Sequence[Unit]) -> bool:
    """Whether an act is what is told of those whom a figure counts: one of the words that count them, else one of the
    same clause that no other figure has."""
    if act.kinds <= SAYING:
        return False
    if act in whom:
        return True
    if any(u.is_act and not u.kinds <= SAYING for u in whom):
        return False
    between = Span(*sorted((figure.span.end, act.span.start)))
    others = (u for u in side.units if u.number and u is not figure)
    return side.clause_of(act) == side.clause_of(figure) and not any(u.span.overlaps(between) for u in others)
