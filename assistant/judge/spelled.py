"""Figures that are more than their numbers: times of day ("22.10 Uhr", "10:10 pm") and shares ("zwei Drittel")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.gate.figures import is_ordinal, word_value
from assistant.gate.numbers import Number
from index.documents import Span

_NOON = 12  # o'clock
_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_MINUTES = r"(?P<minute>[0-5]\d)"
_TIMES = {
    "de": re.compile(rf"\b{_HOUR}(?:[.:]{_MINUTES})? ?Uhr\b(?: (?P<late>[0-5]\d)\b(?! Uhr| [A-ZÄÖÜ]))?"),
    "en": re.compile(
        rf"\b{_HOUR}(?:[.:]{_MINUTES})? ?(?P<half>[ap]\.?m\b\.?)|\b{_HOUR.replace('hour', 'h')}:(?P<m>[0-5]\d)\b"
        r"(?![:\d])|(?<=\bat )(?P<h2>1?\d)\.(?P<m2>[0-5]\d)(?= (?:in the (?P<part>\w+)|on\b))",
        re.IGNORECASE,
    ),
    "ru": re.compile(rf"\b{_HOUR}:{_MINUTES}\b(?![:\d])|(?<=\b[Вв] ){_HOUR.replace('hour', 'h')}\.(?P<m>[0-5]\d)\b"),
}
_LATE = re.compile(r"p|afternoon|evening|night|abends|nachmittags|вечера|дня", re.IGNORECASE)
# "Acht Uhr abends", "eight in the evening", "в восемь вечера".
_IN_WORDS = {
    "de": re.compile(r"\b(?P<hour>\w+) Uhr (?P<part>morgens|früh|abends|nachmittags|nachts)\b", re.IGNORECASE),
    "en": re.compile(
        r"\b(?P<hour>\w+) (?:o['’]clock )?(?:in the (?P<part>morning|afternoon|evening)|at (?P<part2>night))\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(r"\b(?P<hour>\w+)(?: час(?:а|ов|у|ам))? (?P<part>утра|дня|вечера|ночи)\b", re.IGNORECASE),
}
_LATE_AT_NIGHT = 8  # from which hour "at night" is before midnight
_COUNTS = {
    **{"ein": 1, "eine": 1, "einem": 1, "zwei": 2, "drei": 3, "vier": 4, "a": 1, "one": 1, "two": 2, "three": 3},
    **{"four": 4, "одна": 1, "одну": 1, "две": 2, "двух": 2, "три": 3, "трёх": 3, "трех": 3, "четыре": 4, "": 1},
}
_PARTS = {
    **{"drittel": 3, "viertel": 4, "fünftel": 5, "sechstel": 6, "zehntel": 10},
    **{"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "tenth": 10},
    **{"треть": 3, "трети": 3, "третей": 3, "четверть": 4, "четверти": 4, "четвертей": 4, "пятых": 5, "десятых": 10},
}
_SHARES = {
    # "Viertel" is a part of a town too, and a time of day: it is a share if something follows of which it is one.
    "de": re.compile(
        r"\b(?P<count>ein(?:em?)?|zwei|drei|vier) ?(?P<part>[Dd]rittel|[Ff]ünftel|[Ss]echstel|[Zz]ehntel)n?\b"
        r"|\b(?P<count2>ein(?:em)?|drei) (?P<part2>Viertel)n?\b(?= (?:de[rs]|von|aller|mehr|weniger|höher|größer)\b)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?P<count>two|three|four)[ -](?P<part>third|quarter|fifth|sixth|tenth)s\b"
        r"|\b(?P<count2>an?|one)[ -](?P<part2>third|quarter|fifth|sixth|tenth)\b"
        r"(?= (?:of|more|less|fewer|higher|lower)\b)",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(?P<count>две|двух|три|трёх|трех|четыре) (?P<part>трети|третей|четверти|четвертей|пятых|десятых)\b"
        r"|\b(?:(?P<count2>одна|одну) )?(?P<part2>треть|четверть)\b",
        re.IGNORECASE,
    ),
}
_HALF = re.compile(
    r"(?:Hälfte|half (?:of|the|all)|half(?= its\b)|половин[аыуеой]+(?! (?:года|часа|дня)))\b", re.IGNORECASE
)
# One of so many: what says which one ("jeder dritte"), and what says how many there are ("one in three").
_EVERY = {
    "de": re.compile(r"\bjede[rsnm]? (?P<nth>\w+te[rsnm]?|\d+\.)(?!\w)", re.IGNORECASE),
    "en": re.compile(r"\bone (?:in|out of)(?: every)? (?P<of>\w+)|\bevery (?P<nth>\w+)", re.IGNORECASE),
    "ru": re.compile(
        r"\bкажд(?:ый|ая|ое|ого|ой|ую|ому|ым) (?P<nth>\w+)|\b(?:один|одна|одного) из (?P<of>\w+)", re.IGNORECASE
    ),
}
_MOST = 100  # of which a share in words is one
_OFTEN = re.compile(
    r"\s+(?:Tag|Woche|Monat|Jahr|Stunde|Minute|Nacht|Mal|Sonntag|Samstag|day|week|month|year|hour|minute|night|time|game|"
    r"день|недел|месяц|год|час|минут|раз|ночь|сутк)\w*",
    re.IGNORECASE,
)


def spelled(text: str, language: str) -> list[Number]:
    """Times of day in minutes since midnight, both where the half of the day is open; shares as they are of one."""
    return [*_times(text, language), *_shares(text, language)]


def is_time(text: str, span: Span, language: str) -> bool:
    """Whether the figure there is a time of day."""
    return any(n.span == span for n in _times(text, language))


def is_share(text: str, span: Span, language: str) -> bool:
    """Whether the figure there is a share in words."""
    return any(n.span == span for n in _shares(text, language)) or bool(_HALF.match(text, span.start))


@lru_cache(maxsize=256)
def _times(text: str, language: str) -> tuple[Number, ...]:
    found = (*_times_in_words(text, language), *_found_times(text, language))
    return tuple(n for at, n in enumerate(found) if not any(n.span.overlaps(other.span) for other in found[:at]))


def _found_times(text: str, language: str) -> Iterator[Number]:
    found = _TIMES.get(language)
    for m in found.finditer(text) if found else ():
        told = {name: value for name, value in m.groupdict().items() if value}
        hour = int(told.get("hour") or told.get("h") or told["h2"])
        minute = int(told.get("minute") or told.get("m") or told.get("m2") or told.get("late") or 0)
        yield Number(m.group(), Span(*m.span()), tuple(float(60 * h + minute) for h in _hours(hour, told, language)))


def _times_in_words(text: str, language: str) -> Iterator[Number]:
    found = _IN_WORDS.get(language)
    for m in found.finditer(text) if found else ():
        word, part = m["hour"].lower(), m["part"] or m.groupdict().get("part2") or ""
        hour = float(word) if word.isdigit() else word_value(word, language) or 0.0
        if 1 <= hour <= 2 * _NOON and not is_ordinal(word, language):
            late = hour < _NOON and (bool(_LATE.match(part)) if _by_day(part) else hour >= _LATE_AT_NIGHT)
            hour = 0.0 if hour == _NOON and not _by_day(part) else hour + _NOON * late
            yield Number(m.group(), Span(*m.span()), (60 * hour,))


def _by_day(part: str) -> bool:
    return part.lower() not in ("nachts", "night", "ночи")


def _hours(hour: int, told: dict[str, str], language: str) -> list[int]:
    half = told.get("half") or told.get("part")
    if half:
        return [hour % _NOON + (_NOON if _LATE.match(half) else 0)]
    return [hour, hour + _NOON] if language == "en" and hour < _NOON else [hour]


@lru_cache(maxsize=256)
def _shares(text: str, language: str) -> tuple[Number, ...]:
    return (*_found_shares(text, language), *_every_so_many(text, language))


def _every_so_many(text: str, language: str) -> Iterator[Number]:
    """One of so many: "jeder dritte Haushalt", "one in five", "каждый десятый"; every third day is how often."""
    found = _EVERY.get(language)
    for m in found.finditer(text) if found else ():
        among = _among(m.groupdict().get("of"), m["nth"], language)
        if 2 <= among <= _MOST and not _OFTEN.match(text, m.end()):
            yield Number(m.group(), Span(*m.span()), (1 / among,))


def _among(of: str | None, nth: str | None, language: str) -> float:
    if of:
        word = of.lower()
        counts = not is_ordinal(word, language)
        return float(word) if word.isdigit() else (word_value(word, language) or 0.0) * counts
    word = (nth or "").lower()
    if word[:-1].isdigit():
        return float(word[:-1])
    return (word_value(word, language) or 0.0) if is_ordinal(word, language) else 0.0


def _found_shares(text: str, language: str) -> Iterator[Number]:
    found = _SHARES.get(language)
    for m in found.finditer(text) if found else ():
        count, part = m["count"] or m["count2"] or "", m["part"] or m["part2"]
        value = (1 if count.lower() == "an" else _COUNTS[count.lower()]) / _PARTS[part.lower()]
        yield Number(m.group(), Span(*m.span()), (value,))
