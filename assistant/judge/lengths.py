"""Lengths of time that no number tells, but a bound: "mehr als ein Jahr", "over a month", "больше недели"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.gate.numbers import Number
from assistant.judge.figure import Figure
from assistant.judge.sides import Side
from assistant.judge.unit import Unit, UnitKind
from index.documents import Span

_SINGLE = {
    "de": re.compile(
        r"\b(?:(?P<least>mehr als|über|länger als|mindestens|gut|seit über|seit mehr als)|(?P<most>weniger als|unter"
        r"|höchstens|maximal|nicht einmal|kürzer als)|(?P<about>rund|etwa|fast|knapp|ungefähr|beinahe)) "
        r"eine[mnrs]? (?P<of>Jahr|Monat|Woche|Tag|Stunde)\b"
        r"|\b(?P<least2>mehr als|über|länger als|mindestens|gut) ein (?P<of2>Jahr)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:(?P<least>more than|over|longer than|at least|well over)|(?P<most>less than|under|at most|no more than"
        r"|not even)|(?P<about>about|nearly|almost|around|roughly|just under|just over)) "
        r"(?:an?|one) (?P<of>year|month|week|day|hour)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?:(?P<least>больше|более|свыше|не менее|не меньше|дольше|как минимум)|(?P<most>меньше|менее|не более"
        r"|не больше|не дольше)|(?P<about>около|почти|примерно|порядка)) "
        r"(?:одного |одной )?(?P<of>года|год|месяца|месяц|недели|неделю|дня|день|суток|сутки|часа|час)\b",
        re.IGNORECASE,
    ),
}
_LENGTH = {
    **{"jahr": "year", "monat": "month", "woche": "week", "tag": "day", "stunde": "hour"},
    **{"года": "year", "год": "year", "месяца": "month", "месяц": "month", "недели": "week", "неделю": "week"},
    **{"дня": "day", "день": "day", "суток": "day", "сутки": "day", "часа": "hour", "час": "hour"},
}
_BOUNDS = ("least", "most", "about")


def single(side: Side) -> Iterator[Figure]:
    """One year, one month or the like, where words say that it is more, less or about that."""
    found = _SINGLE.get(side.language)
    for m in found.finditer(side.text) if found else ():
        told = {name: words for name, words in m.groupdict().items() if words}
        bound = next((b for b in _BOUNDS if b in told), "least")
        of = (told.get("of") or told["of2"]).lower()
        span = Span(*m.span())
        if any(u.number and u.span.overlaps(span) for u in side.units):
            continue
        unit = Unit(UnitKind.NUMBER, m.group(), span, 0.0, number=Number(m.group(), span, (1.0,)))
        yield Figure(unit, bound, (), _LENGTH.get(of, of))
