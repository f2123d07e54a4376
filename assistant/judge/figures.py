"""The figures of a text: what they count or measure, how they are bounded, which of them hold no longer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.cues import find
from assistant.gate.figures import is_ordinal, word_value
from assistant.gate.numbers import Number
from assistant.judge.counted import MEASURES, counted
from assistant.judge.figure import Figure
from assistant.judge.lengths import single
from assistant.judge.sides import Side
from assistant.judge.spelled import is_share, is_time
from assistant.judge.tolls import as_toll, lone, none
from assistant.judge.unit import Unit, UnitKind

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
_LASTING = re.compile(
    rf"[\s-]+({'|'.join(_LENGTH)})(?:e[ns]?|n|s|en|а|ы|ов|ев|и|ь|я|ю|ей|ок|ки|у|ов)?\b", re.IGNORECASE
)
# What a number says of one person, and counts nobody by: "51-jährig", "aged 51", "ein Mann (51)", "78-летний".
_AGE_AFTER = re.compile(
    r"[\s-]*(?:jährig\w*|Jährig\w*|Jahre alt\w*|year-old|years? old|years? of age|летн\w+)|\)(?=[\s,.;:]|$)",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b(?:aged|age|Alter von|im Alter von|в возрасте)\s*$|\w\s?\($", re.IGNORECASE)
_CURRENCIES = {"€": "euro", "$": "dollar", "£": "pound_sterling"}
_SIGN = re.compile(r"([€$£])\s?\Z")
_MEASURED_BY = MEASURES - {"time"}  # lengths of time are told by their words, and "so far" measures nothing
_OLDEST = 110
_FEW = 6  # as many as are told of as known: "the two"
_OF = re.compile(r"(?:\s+\w+){0,2}\s+(?:von(?: den| insgesamt)?|der|of(?: the)?|out of(?: the)?|из)\s+", re.IGNORECASE)
_OF_THEM = re.compile(r"\s+(?:der|von den|of (?:the|its|his|her|their|those|these)|из)\s+", re.IGNORECASE)
_LABEL = re.compile(r"(?<=\w\s)[A-ZÄÖÜ]\w+\s\Z")  # at its beginning any word of a sentence has a capital
_ENDS = re.compile(r"\s+(?:[a-zäöü]|$)")
_LOOK_BACK = 24  # characters before a figure for the words that bound it
_SCALED = re.compile(r"([\w.,]+) [^\W\d_]+\Z")  # "vier Milliarden"
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_THOUSAND = 1000
_RANGE_OPENS = {
    "de": re.compile(r"\bzwischen\s\Z", re.IGNORECASE),
    "en": re.compile(r"\bbetween\s\Z", re.IGNORECASE),
    "ru": re.compile(r"\bот\s\Z", re.IGNORECASE),
}
_RANGE_JOINS = re.compile(r"(?:\s[^\W\d_]+)?\s(?:und|and|до)\s(?:[$€£])?")
_CAME_IN = re.compile(
    r"\b(?:wurde|wurden|wird|als|finished|came|placed|came in|стал|стала|финишировал\w*)\s\Z",
    re.IGNORECASE,
)
_RANK_BEFORE = re.compile(r"\b(?:Rang|Platz|Position|Tabellenplatz|place|ranked|rank|мест\w+)\s\Z", re.IGNORECASE)
_RANK_AFTER = re.compile(r"(?:-\w{1,3}|st|nd|rd|th|\.)?\s(?:Rang|Platz|place|мест\w+)\b", re.IGNORECASE)
_ARTICLES = re.compile(r"\b(?:de[nmr]|die|das|the|an?|its|their|his|her)\b", re.IGNORECASE)
_NEAR_IT = 12  # characters between those words and the figure
_LOOK_FAR = 60  # and for those that say that it was given before
# An article and up to two participles or adverbs may stand between: "statt der zunächst genannten".
_AS_GIVEN = re.compile(
    r"\W{0,3}|\s+(?:am|vom|on|at|in|of|from|с|в)\s+"
    r"|\s+(?:de[rmn]|die|das|the)\s+(?:[a-zäöü-]+\s+)?[a-zäöü-]+(?:e[nm]?|ed|st)\s+|\s+(?:[а-яё]+о\s+)?[а-яё]+(?:ых|ого)\s+"
)


@lru_cache(maxsize=20_000)
def figures(side: Side) -> tuple[Figure, ...]:
    """The numbers of a text in order, after a single dead ("ein Mensch kam ums Leben"), who is no number elsewhere, and
    after none."""
    told = (_figure(side, n, u) for n, u in enumerate(side.units) if u.kind is UnitKind.NUMBER)
    found = tuple(as_toll(side, f) for f in told)
    return (*lone(side), *none(side), *found, *_ratios(found, side), *_in_the_same(found, side), *single(side))


def _in_the_same(told: Sequence[Figure], side: Side) -> Iterator[Figure]:
    """The first of two figures that have one word for both, once more with it: "von drei auf vier Milliarden Euro"."""
    for one, other in pairwise(told):
        scale = _SCALED.match(other.unit.text)
        if not (scale and one.unit.number and other.unit.number) or one.measure or not one.unit.text.isalnum():
            continue
        each = other.unit.number.values[0] / (word_value(scale[1].lower(), side.language) or _value(scale[1]) or 1)
        mine = one.unit.number.values[0]
        if each < _THOUSAND or mine >= _THOUSAND or not _follows("way_onto", side, other.unit):
            continue
        number = Number(one.unit.text, one.unit.span, (mine * each,))
        unit = Unit(UnitKind.NUMBER, one.unit.text, one.unit.span, 0.0, number=number)
        yield replace(one, unit=unit, measure=other.measure)


def _value(digits: str) -> float | None:
    plain = digits.replace(",", ".")
    return float(plain) if _PLAIN.fullmatch(plain) else None


def _ratios(told: Sequence[Figure], side: Side) -> Iterator[Figure]:
    """So many of so many, as the share that it is: "14 of the 20 seats"."""
    for one, other in _of_others(told, side):
        if one.unit.number and other.unit.number:
            percent = 100 * one.unit.number.values[0] / other.unit.number.values[0]
            number = Number(one.unit.text, one.unit.span, (percent,), percent=True)
            unit = Unit(UnitKind.NUMBER, one.unit.text, one.unit.span, 0.0, number=number)
            yield Figure(unit, "about", one.counted or other.counted, "percent")


def _figure(side: Side, at: int, unit: Unit) -> Figure:
    return Figure(
        unit,
        _bound(side, unit),
        counted(side, at, measured=bool(_measure(side.units, at))),
        _measured(side, at),
        _is_part(side, unit),
        bool(_OF_THEM.match(side.text, unit.span.end)),
    )


def figure_of(side: Side, unit: Unit) -> Figure:
    return next(f for f in figures(side) if f.unit is unit)


def _measure(units: Sequence[Unit], at: int) -> str:
    number = units[at].number
    if number and number.percent:
        return "percent"
    following = units[at + 1 : at + 2]
    return next((min(u.concepts) for u in following if u.kinds & _MEASURED_BY and u.concepts), "")


def _measured(side: Side, at: int) -> str:
    """The measure of a figure; a length of time is one too ("ein halbes Jahr")."""
    if _is_age(side, side.units[at]):
        return "age"
    if is_share(side.text, side.units[at].span, side.language):
        return "percent"
    if is_rank(side, side.units[at]):
        return "rank"
    if is_ordinal(side.units[at].text.lower(), side.language):
        return "ordinal"
    if is_time(side.text, side.units[at].span, side.language):
        return "clock"
    if sign := _SIGN.search(side.text, 0, side.units[at].span.start):
        return _CURRENCIES[sign[1]]
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


def is_rank(side: Side, unit: Unit) -> bool:
    """Whether a figure says which place somebody has: "Platz drei", "third place", "Sie wurde Zweite"."""
    before, after = side.text[: unit.span.start], side.text[unit.span.end :]
    if _RANK_BEFORE.search(before) or _RANK_AFTER.match(after):
        return True
    if not is_ordinal(unit.text.lower(), side.language) or (side.language == "de" and unit.text[0].islower()):
        return False
    return bool(_CAME_IN.search(before))


def _is_part(side: Side, unit: Unit) -> bool:
    before = side.text[max(0, unit.span.start - _LOOK_BACK) : unit.span.start]
    label = bool(_LABEL.search(before)) and bool(_ENDS.match(side.text, unit.span.end)) and not _is_named(side, unit)
    after = find("part_of", side.text[unit.span.end : unit.span.end + _LOOK_BACK], side.language)
    return label or bool(find("among", before, side.language)) or bool(after and after[0].span.start <= 1)


def _is_named(side: Side, unit: Unit) -> bool:
    """Whether a day or a name stands before the figure, which are no halls and roads: "in Gaza 40 people"."""
    named = (UnitKind.DATE, UnitKind.NAME)
    return any(u.kind in named and u.span.end == unit.span.start - 1 for u in side.units)


def _bound(side: Side, unit: Unit) -> str:
    """By the longest words before it that bound it: "just under 45" is about 45, and not anything under it."""
    if bound := _end_of_range(side, unit):
        return bound
    before = side.text[max(0, unit.span.start - _LOOK_BACK) : unit.span.start]
    found = [
        (cue.span.start, bound)
        for bound in ("about", "least", "most")
        for cue in find(f"at_{bound}", before, side.language)[-1:]
        if len(before) - cue.span.end <= _NEAR_IT
    ]
    return min(found, key=lambda f: f[0], default=(0, ""))[1]


def _end_of_range(side: Side, unit: Unit) -> str:
    """Whether a figure is the least or the most that a range tells: "between 20 and 30", "от 20 до 30"."""
    start = max(0, unit.span.start - _LOOK_BACK)
    pattern = _RANGE_OPENS.get(side.language)
    if pattern is None or unit.number is None:
        return ""
    if (opens := pattern.search(side.text, start, unit.span.start)) and _RANGE_JOINS.match(side.text, unit.span.end):
        return "least" if opens.end() == unit.span.start else ""
    before = next((u for u in side.units if u.number and _joined(side, u, unit)), None)
    return "most" if before and pattern.search(side.text, 0, before.span.start) else ""


def _joined(side: Side, one: Unit, other: Unit) -> bool:
    joins = _RANGE_JOINS.match(side.text, one.span.end)
    return joins is not None and joins.end() == other.span.start


def replaced(side: Side) -> set[Unit]:
    """The figures that a text gives only as what was before: "von 14 auf 13", "to 54.50 from 51"."""
    told = figures(side)
    pairs = (*pairwise(told), *((other, one) for one, other in pairwise(told)))
    moved = {f.unit for f, new in pairs if _moves(side, f, new)}
    old = {f.unit for f in told if f.unit in moved or is_replaced(side, f.unit)}
    spans = {u.span for u in old}
    old |= {f.unit for f in told if f.unit.span in spans}  # one that is told in two ways
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
    if old.bound == "least" and new.bound == "most" and _end_of_range(side, old.unit):
        return False
    return alike and _is_from(side, old.unit) and _follows("way_onto", side, new.unit)


def _is_from(side: Side, unit: Unit) -> bool:
    """Whether a word for "from" leads to a figure, perhaps with how it was given: "from an initial", "von zunächst"."""
    before = side.text[max(0, unit.span.start - _LOOK_BACK) : unit.span.start]
    cues = find("way_from", before, side.language)
    between = before[cues[-1].span.end :].strip() if cues else ""
    return bool(cues) and (len(between) <= 1 or _only_tells_when(between, side.language))


@lru_cache(maxsize=4096)
def _only_tells_when(words: str, language: str) -> bool:
    """Whether all words but articles say that something was so at first, or is about so."""
    for name in ("initially", "at_about"):
        for cue in reversed(find(name, words, language)):
            words = words[: cue.span.start] + words[cue.span.end :]
    return not _ARTICLES.sub("", words).strip(" $€£,")


def shares(side: Side) -> list[tuple[Figure, Figure]]:
    """Where a text tells how many of how many: "two of the five samples", "in zwei Proben von fünf"."""
    return _of_others(figures(side), side)


def _of_others(found: Sequence[Figure], side: Side) -> list[tuple[Figure, Figure]]:
    return [
        (one, other)
        for one, other in pairwise([f for f in found if not f.measure])
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


def follows_all(figure: Figure, side: Side) -> bool:
    """Whether a word for all stands right before a figure: "all five", "все три"."""
    return _follows("wholes", side, figure.unit)
