"""Dates as news print them, in de, en and ru, brought to ISO 8601.

A date has a day, a month and a year; one that can be read in two ways ("05/06/2026") is none. Month and weekday names
come from CLDR, through Babel. Nothing here knows what day it is today.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from index.wordlists import LANGUAGES, word_list

_ZONES = {
    **dict.fromkeys(("z", "utc", "gmt"), 0),
    **dict.fromkeys(("cet", "mez"), 1),
    **dict.fromkeys(("cest", "mesz"), 2),
    **dict.fromkeys(("eet",), 2),
    **dict.fromkeys(("eest", "msk", "мск"), 3),
}
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d)?")
_TIME_AFTER = re.compile(
    r"""(?:T|[\s,|·•;–—/(-]*(?:\b(?:um|at|в|kl)\b\.?\s*)?)
    (?: (?P<h>\d{1,2}):(?P<m>\d\d)(?::(?P<s>\d\d)(?:[.,]\d+)?)?
      | (?P<h2>\d{1,2})\.(?P<m2>\d\d)(?=\s*(?:Uhr|[ap]\.?\s?m\b))
      | (?P<h3>\d{1,2})(?=\s*(?:Uhr|[ap]\.?\s?m\b)) )
    (?!\d) \s*(?P<half>[ap]\.?\s?m\b\.?)? \s*(?:Uhr\b|ч\.)?
    (?:\s*\(?(?P<zone>[+-]\d\d:?\d\d|[+-]\d\d\b|(?:Z|UTC|GMT|CES?T|MES?Z|EES?T|MSK|МСК)\b)\)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_TIME_BEFORE = re.compile(r"(?P<h>\d{1,2}):(?P<m>\d\d)(?:\s*Uhr)?[\s,|·–-]*$")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a line: its ISO form, and the characters that it takes up (time and weekday included)."""

    iso: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Day:
    date: datetime
    start: int
    end: int


@cache
def month_numbers() -> dict[str, int]:
    """Every name and short name of a month (lower case, without its dot) and the month's number, 1 to 12."""
    from babel.dates import get_month_names

    names = {
        str(name).rstrip(".").lower(): number
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, language).items()
    }
    for language in LANGUAGES:
        for variant in word_list("index.words", language).get("month_variants", ()):
            other, _, name = variant.partition(" = ")
            names[other] = names[name]
    return names


@cache
def _day_names() -> str:
    """A regex of all names and short names of weekdays."""
    from babel.dates import get_day_names

    names = {
        str(name).rstrip(".")
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, "format", language).values()
    }
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@cache
def _weekday_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_day_names()})\b\.?,?\s*(?:(?:den|dem|the)\s+)?$|\bden\s+$", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of a day, each with the order of its three groups."""
    month = "|".join(sorted(map(re.escape, month_numbers()), key=len, reverse=True))
    day = r"(\d{1,2})(?:\.|st|nd|rd|th)?"
    year = r"(?:\s?г(?:\.|ода\b))?"
    texts = (
        (r"(?<![\d.,])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", "ymd"),
        (r"(?<![\d.,])(\d{4})[/.](\d\d)[/.](\d\d)(?!\d)", "ymd"),
        (rf"(?<![\d.,]){day}\s?(?:of\s)?\s*({month})\b\.?,?\s{{1,3}}(\d{{4}})(?!\d){year}", "dmy"),
        (rf"\b({month})\b\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(\d{{4}})(?!\d)", "mdy"),
        (r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)(?![\d.,]?\d)", "dmy"),
        (r"(?<![\d.,/])(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)", "slash"),
    )
    return tuple((re.compile(text, re.IGNORECASE), order) for text, order in texts)


def first_date(line: str) -> Dated | None:
    """The first full date of a line, with the time and the weekday that stand beside it."""
    if not any(c.isdigit() for c in line):
        return None
    days = [day for pattern, order in _patterns() if (day := _first_day(pattern, order, line))]
    return _with_time(min(days, key=lambda d: d.start), line) if days else None


def iso_date(text: str) -> str | None:
    """A date given as such ("2026-03-04T18:20+01:00", "4. März 2026") as ISO 8601; None where it is not one."""
    dated = first_date(text) if len(text) < 100 else None
    if dated is None:
        return None
    rest = text[: dated.start] + " " + text[dated.end :]
    return dated.iso if len(re.findall(r"[^\W\d_]+", rest)) <= 3 else None


def _first_day(pattern: re.Pattern[str], order: str, line: str) -> _Day | None:
    for found in pattern.finditer(line):
        if date := _calendar_day(found.groups(), order):
            return _Day(date, found.start(), found.end())
    return None


def _calendar_day(parts: tuple[str, ...], order: str) -> datetime | None:
    if order == "slash":
        if int(parts[0]) <= 12 and int(parts[1]) <= 12 and parts[0] != parts[1]:
            return None  # British or American: nobody can tell
        order = "mdy" if int(parts[1]) > 12 else "dmy"
    named = dict(zip(order, parts, strict=True))
    month = month_numbers().get(named["m"].lower()) or int(named["m"])
    year = int(named["y"]) + (2000 if len(named["y"]) == 2 else 0)
    try:
        return datetime(year, month, int(named["d"])) if 1800 <= year < 2200 else None
    except ValueError:
        return None


def _with_time(day: _Day, line: str) -> Dated:
    start, end, iso = day.start, day.end, day.date.strftime("%Y-%m-%d")
    after = _TIME_AFTER.match(line, end)
    before = None if after else _TIME_BEFORE.search(line, max(0, start - 20), start)
    if found := after or before:
        hour, minute, second, zone = _clock(found)
        if hour < 24 and minute < 60 and second < 60:
            iso += f"T{hour:02}:{minute:02}" + (f":{second:02}" if second else "") + _offset(zone)
            start, end = (start, found.end()) if after else (found.start(), end)
    if weekday := _weekday_before().search(line, max(0, start - 20), start):
        start = weekday.start()
    return Dated(iso, start, end)


def _clock(found: re.Match[str]) -> tuple[int, int, int, str | None]:
    """Hour, minute, second, zone."""
    named = found.groupdict()
    hour = int(named["h"] or named.get("h2") or named.get("h3") or 0)
    half = (named.get("half") or " ")[0].lower()
    if half in "ap" and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    minute = int(named["m"] or named.get("m2") or 0)
    return hour, minute, int(named.get("s") or 0), named.get("zone")


def _offset(zone: str | None) -> str:
    """ "+01:00" for "+0100", "+01", "MEZ" …; an empty string where no zone is given."""
    if zone is None:
        return ""
    found = _OFFSET.match(zone)
    if found is None:
        return f"+{_ZONES[zone.lower()]:02}:00"
    return f"{found[1]}{found[2]}:{found[3] or '00'}"
