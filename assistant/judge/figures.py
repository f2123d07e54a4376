"""Figures of two texts: whether one is within what the other says ("more than 200"), and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.cues import find
from assistant.gate.figures import is_ordinal
from assistant.gate.numbers import Number, numbers
from assistant.judge.counted import MEASURES, PEOPLE, are_dead, are_people, befalls, counted
from assistant.judge.match import NEAR, WIDER, meets, same_number
from assistant.judge.sides import Side
from assistant.judge.unit import Unit, UnitKind
from index.documents import Span

_ABOUT = 0.1  # how far "about" may be off
# By how they begin; the first stands for all.
_LENGTHS = (
    ("year", "jahr", "год", "лет"),
    ("month", "monat", "месяц"),
    ("week", "woche", "недел"),
    ("day", "tag", "дн", "день", "сут"),
    ("hour", "stunde", "час"),
    ("minute", "минут"),
    ("second", "sekunde", "секунд"),
)
_LENGTH = {word: length for length, *others in _LENGTHS for word in (length, *others)}
_LASTING = re.compile(rf"[\s-]+({'|'.join(_LENGTH)})", re.IGNORECASE)
# What a number says of one person, and counts nobody by: "51-jährig", "aged 51", "ein Mann (51)", "78-летний".
_AGE_AFTER = re.compile(
    r"[\s-]*(?:jährig\w*|Jährig\w*|Jahre alt\w*|year-old|years? old|years? of age|летн\w+)|\)(?=[\s,.;:]|$)",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b(?:aged|age|Alter von|im Alter von|в возрасте)\s*$|\w\s?\($", re.IGNORECASE)
_OLDEST = 110
_FEW = 6  # as many as are told of as known: "the two"
_OF = re.compile(r"(?:\s+\w+){0,2}\s+(?:von(?: den| insgesamt)?|der|of(?: the)?|out of(?: the)?|из)\s+", re.IGNORECASE)
_ANYBODY = frozenset(("c:human", "c:individual_person", "c:dead_person"))
_OF_THEM = re.compile(r"\s+(?:der|von den|of (?:the|its|his|her|their|those|these)|из)\s+", re.IGNORECASE)
_NO_DEATHS = frozenset(("c:no_deaths",))
_NOBODY = re.compile(r"niemand\w*|kein\w*|nobody|no one|none|no|никто|никого|ни|нет|без", re.IGNORECASE)
_LABEL = re.compile(r"(?<=\w\s)[A-ZÄÖÜ]\w+\s\Z")  # at its beginning any word of a sentence has a capital
_ENDS = re.compile(r"\s+(?:[a-zäöü]|$)")
_THE = re.compile(r"\b(?:de[rmns]|die|das|the|his|her|its|their|ihr\w*|sein\w*)\s+\Z", re.IGNORECASE)
_LOOK_BACK = 24  # characters before a figure for the words that bound it
_LOOK_FAR = 60  # and for those that say that it was given before
# An article and up to two participles or adverbs may stand between: "statt der zunächst genannten".
_AS_GIVEN = re.compile(
    r"\W{0,3}|\s+(?:am|vom|on|at|in|of|from|с|в)\s+"
    r"|\s+(?:de[rmn]|die|das|the)\s+(?:[a-zäöü-]+\s+)?[a-zäöü-]+(?:e[nm]?|ed|st)\s+|\s+(?:[а-яё]+о\s+)?[а-яё]+(?:ых|ого)\s+"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its bound ("least", "most", "about" or "") and the units that it may count.

    `measure` is "percent", "age", "ordinal", a measure's concept ("euro") or "" where things are counted; `part`: the
    text gives it as a part of another figure, or as the number of a hall or a road; `of_all`: as so many of those that
    it counts ("two of the injured").
    """

    unit: Unit
    bound: str
    counted: tuple[Unit, ...]
    measure: str = ""
    part: bool = False
    of_all: bool = False


@lru_cache(maxsize=20_000)
def figures(side: Side) -> tuple[Figure, ...]:
    """The numbers of a text in order, after a single dead ("ein Mensch kam ums Leben"), who is no number elsewhere, and
    after none."""
    told = (_figure(side, n, u) for n, u in enumerate(side.units) if u.kind is UnitKind.NUMBER)
    return (*_lone(side), *_none(side), *(_as_toll(side, f) for f in told))


def _figure(side: Side, at: int, unit: Unit) -> Figure:
    return Figure(
        unit,
        _bound(side, unit),
        counted(side, at, measured=bool(_measure(side.units, at))),
        _measured(side, at),
        _is_part(side, unit),
        bool(_OF_THEM.match(side.text, unit.span.end)),
    )


def _as_toll(side: Side, figure: Figure) -> Figure:
    """ "A second body", "drittes Todesopfer", "Dritter Soldat gestorben": that many are dead at least. "The second
    suspect died" only says who."""
    if figure.measure != "ordinal" or not figure.counted or not are_dead(figure.counted):
        return figure
    before = side.text[max(0, figure.unit.span.start - _LOOK_BACK) : figure.unit.span.start]
    known = side.language == "ru" or _THE.search(before)
    if known and not are_dead(figure.counted[:1]):
        return figure
    return replace(figure, measure="", bound="least")


def _lone(side: Side) -> Iterator[Figure]:
    if not any("dying" in u.kinds for u in side.units):
        return
    for one in numbers(side.text, side.language):
        who = next((u for u in side.units if u.span.start > one.span.start), None)
        if one.sure or one.values != (1.0,) or who is None or not who.keys & _ANYBODY:
            continue
        unit = Unit(UnitKind.NUMBER, one.words, one.span, 0.0, number=one)
        if any("dying" in u.kinds and befalls(u, side, unit, (who,)) for u in side.units):
            yield Figure(unit, "", (who,))


def _none(side: Side) -> Iterator[Figure]:
    """That nobody died, as a toll of none: "niemand kam ums Leben", "no deaths", "никто не погиб"."""
    for act in side.units:
        if act.keys & _NO_DEATHS:
            yield _no_toll(act, act.span.of(side.text), act.span)
            return
        negated = "dying" in act.kinds and side.negation_of(act)
        clause = side.clause_of(act)
        words = (n for n in side.negations if n.overlaps(clause) and _NOBODY.fullmatch(n.of(side.text)))
        if negated and (word := next(words, None)):
            yield _no_toll(act, word.of(side.text), word)
            return


def _no_toll(act: Unit, words: str, span: Span) -> Figure:
    return Figure(Unit(UnitKind.NUMBER, words, span, 0.0, number=Number(words, span, (0.0,))), "", (act,))


def figure_of(side: Side, unit: Unit) -> Figure:
    return next(f for f in figures(side) if f.unit is unit)


def _measure(units: Sequence[Unit], at: int) -> str:
    number = units[at].number
    if number and number.percent:
        return "percent"
    following = units[at + 1 : at + 2]
    return next((min(u.concepts) for u in following if u.kinds & MEASURES and u.concepts), "")


def _measured(side: Side, at: int) -> str:
    """The measure of a figure; a length of time is one too ("ein halbes Jahr")."""
    if _is_age(side, side.units[at]):
        return "age"
    if is_ordinal(side.units[at].text.lower(), side.language):
        return "ordinal"
    lasting = _LASTING.match(side.text, side.units[at].span.end)
    return _LENGTH[lasting[1].lower()] if lasting else _measure(side.units, at)


def _is_age(side: Side, unit: Unit) -> bool:
    """In brackets a number is an age if nothing else stands there: "(51)"."""
    if not unit.number or unit.number.percent or unit.number.values[0] > _OLDEST:
        return False
    after = _AGE_AFTER.match(side.text, unit.span.end)
    before = _AGE_BEFORE.search(side.text, 0, unit.span.start)
    if after and after.group().startswith(")"):
        return bool(before and before.group().endswith("("))
    return bool(after) or bool(before and not before.group().endswith("("))


def _is_part(side: Side, unit: Unit) -> bool:
    before = side.text[max(0, unit.span.start - _LOOK_BACK) : unit.span.start]
    label = bool(_LABEL.search(before)) and bool(_ENDS.match(side.text, unit.span.end))
    after = find("part_of", side.text[unit.span.end : unit.span.end + _LOOK_BACK], side.language)
    return label or bool(find("among", before, side.language)) or bool(after and after[0].span.start <= 1)


def _bound(side: Side, unit: Unit) -> str:
    before = side.text[max(0, unit.span.start - _LOOK_BACK) : unit.span.start]
    for bound in ("least", "most", "about"):
        cues = find(f"at_{bound}", before, side.language)
        if cues and len(before) - cues[-1].span.end <= 12:
            return bound
    return ""


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
    return float(10 ** (len(digits) - len(digits.rstrip("0")))) if value == int(value) else value


def replaced(side: Side) -> set[Unit]:
    """The figures that a text gives only as what was before: "von 14 auf 13", "to 54.50 from 51"."""
    told = figures(side)
    pairs = (*pairwise(told), *((other, one) for one, other in pairwise(told)))
    moved = {f.unit for f, new in pairs if _moves(side, f, new)}
    old = {f.unit for f in told if f.unit in moved or is_replaced(side, f.unit)}
    return old if 0 < len(old) < len(told) else set()


def is_replaced(side: Side, unit: Unit) -> bool:
    """Whether words right before it, or words that tell how it was given, say that it holds no longer: "statt 48",
    "instead of the initially reported 48"."""
    before = side.text[max(0, unit.span.start - _LOOK_FAR) : unit.span.start]
    return any(_AS_GIVEN.fullmatch(before, cue.span.end) for cue in find("replaced", before, side.language))


def _moves(side: Side, old: Figure, new: Figure) -> bool:
    """Whether two figures side by side tell from where to where: "auf eine Strecke von 24" tells nothing of it."""
    one, other = old.unit.number, new.unit.number
    alike = one is not None and other is not None and one.percent == other.percent
    return alike and _follows("way_from", side, old.unit) and _follows("way_onto", side, new.unit)


def shares(side: Side) -> list[tuple[Figure, Figure]]:
    """Where a text tells how many of how many: "two of the five samples", "in zwei Proben von fünf"."""
    told = [f for f in figures(side) if not f.measure]
    return [
        (one, other)
        for one, other in pairwise(told)
        if one.unit.number
        and other.unit.number
        and one.unit.number.values[0] < other.unit.number.values[0]
        and _OF.fullmatch(side.text[one.unit.span.end : other.unit.span.start])
    ]


def _follows(words: str, side: Side, unit: Unit) -> bool:
    before = side.text[max(0, unit.span.start - _LOOK_BACK) : unit.span.start]
    cues = find(words, before, side.language)
    return bool(cues) and len(before) - cues[-1].span.end <= 3


def is_bare(figure: Figure, side: Side) -> bool:
    """Whether a figure stands alone, so that what it counts was said before: "Die Polizei kommt auf 1.800." """
    rest = side.text[figure.unit.span.end :].strip(' .!?»“"')
    return not rest


def refers(figure: Figure, side: Side) -> bool:
    """Whether a small number only says again who or what is meant: "each of the two", "die drei Verletzten"."""
    number = figure.unit.number
    small = number is not None and not figure.measure and 1 < number.values[0] <= _FEW
    return small and _follows("refers", side, figure.unit)


def same_thing(asked: Figure, told: Figure) -> bool:
    """Whether two figures count or measure the same thing."""
    return not told.part and asked.measure == told.measure and meets(asked.counted, told.counted)


def counts_alike(asked: Figure, told: Figure) -> bool:
    """Whether two figures count or measure things that news may call by each other's names."""
    return not told.part and asked.measure == told.measure and meets(asked.counted, told.counted, NEAR)


def count_others(asked: Figure, told: Figure) -> bool:
    """Whether two figures count people of whom none can be one of the others: civilians, and attackers."""
    mine, theirs = ([u for u in f.counted if u.kinds & PEOPLE] for f in (asked, told))
    if not mine or not theirs or any(u.keys & _ANYBODY for u in (*mine, *theirs)):
        return False
    return not (meets(mine, theirs, WIDER) or meets(theirs, mine, WIDER))


def counts_people(figure: Figure) -> bool:
    """Whether a figure counts people, of whom a text may say many things: then what happens to them decides."""
    return not figure.measure and are_people(figure.counted)
