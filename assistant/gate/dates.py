"""Dates in a text, whatever their format and language, and whether a drafted sentence's dates are in its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from assistant.gate.valued import at_digits, forms
from index.documents import Article, Span

_DOTTED = re.compile(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}|\d{2}(?!\d)))?(?![\d])")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_DAY_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2})(?:\.|st|nd|rd|th|-го|-е)?\s+(?:of\s+)?\Z")
_DAY_AFTER = re.compile(r"\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?![\d:.,]\d|\d|\s?(?:%|percent|[a-z]?illion))")
_YEAR_AFTER = re.compile(r"\.?,?\s+(?:of\s+)?((?:19|20)\d{2})(?!\d)(?:\s*(?:г\.|года|году))?")
_REMEMBERED = 200_000  # words
_SMALL_MONTHS = frozenset({"may", "march", "august"})  # also English words, so they need their capital


@dataclass(frozen=True, slots=True)
class Day:
    """What a text says of a date; None for what it leaves open. `weekday`: Monday is 0."""

    words: str
    span: Span
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    offset: int | None = None  # "yesterday" is -1


def dates(text: str, language: str) -> list[Day]:
    """Every date, month or weekday named in the text."""
    found: list[Day] = []
    known = _named(language)
    names = any(known[word] for word in _WORD.findall(text))  # few texts do, and this is quick to tell
    named = [match for match in _WORD.finditer(text) if known[match.group()]] if names else []
    for day in (*_numeric(text), *_months(text, named, language), *_weekdays(named, language)):
        if not any(day.span.overlaps(other.span) for other in found):
            found.append(day)
    return found


def published(article: Article) -> date | None:
    """The day of publication, where it is known and is one."""
    try:
        return date.fromisoformat(article.day or "")
    except ValueError:
        return None


def unsupported(wanted: Iterable[Day], quoted: Iterable[Day], published: date | None) -> list[Day]:
    """The dates that neither the quotes nor the day of publication account for."""
    known = [concrete for day in quoted for concrete in (day, *resolved(day, published))]
    if published:
        known.append(_of(published))
    return [day for day in wanted if day.offset is None and not any(_agrees(day, k, published) for k in known)]


def _agrees(wanted: Day, known: Day, published: date | None) -> bool:
    if wanted.weekday is not None:
        return known.weekday == wanted.weekday or _weekday(known, published) == wanted.weekday
    if wanted.month != known.month or (wanted.day is not None and wanted.day != known.day):
        return False
    year = known.year or (published.year if published else None)
    return wanted.year is None or year is None or wanted.year == year


def _weekday(day: Day, published: date | None) -> int | None:
    whole = _calendar_day(day, published)
    return whole.weekday() if whole else None


def _calendar_day(day: Day, published: date | None) -> date | None:
    year = day.year or (published.year if published else None)
    try:
        return date(year or 0, day.month or 0, day.day or 0)
    except ValueError:
        return None


def resolved(day: Day, published: date | None) -> Iterator[Day]:
    """The calendar days that "yesterday", "Tuesday" or "3 May" can mean in an article of that date."""
    if not published:
        return
    if day.day is not None:
        whole = _calendar_day(day, published)
        yield from (_of(whole),) if whole else ()
    elif day.offset is not None:
        yield _of(published + timedelta(days=day.offset))
    elif day.weekday is not None:
        back = (published.weekday() - day.weekday) % 7
        yield _of(published - timedelta(days=back))
        yield _of(published + timedelta(days=7 - back))


def _of(day: date) -> Day:
    return Day(day.isoformat(), Span(0, 0), day.day, day.month, day.year, day.weekday())


def _numeric(text: str) -> Iterator[Day]:
    for match in at_digits(_ISO, text):
        yield from _valid(match, match[3], match[2], match[1])
    for pattern in (_DOTTED, _SLASHED):
        for match in at_digits(pattern, text):
            yield from _valid(match, match[1], match[2], match[3])


def _valid(match: re.Match[str], day: str, month: str, year: str | None) -> Iterator[Day]:
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 31):
        return
    if int(month) > 12:
        day, month = month, day  # 03/25/2026, as Americans write it
    if int(month) > 12:
        return
    number = int(year) + (2000 if len(year) == 2 else 0) if year else None
    yield Day(match.group(), Span(match.start(), match.end()), int(day), int(month), number)


class _Named(dict[str, bool]):
    """Whether a word may name a month, a weekday or a day as seen from today, for the words that were met."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._lists = [forms(name, language) for name in ("months", "weekdays", "relative_days")]

    def __missing__(self, word: str) -> bool:
        if len(self) > _REMEMBERED:
            self.clear()
        self[word] = names = any(forms.value(word.lower()) is not None for forms in self._lists)
        return names


@cache
def _named(language: str) -> _Named:
    return _Named(language)


def _months(text: str, words: Sequence[re.Match[str]], language: str) -> Iterator[Day]:
    """`words`: those of the text that may name one."""
    names = forms("months", language)
    for match in words:
        month = names.value(match.group().lower())
        if month is None or (match.group().islower() and (language != "ru" or match.group() in _SMALL_MONTHS)):
            continue
        before = _DAY_BEFORE.search(text, max(0, match.start() - 12), match.start())
        after = None if before else _DAY_AFTER.match(text, match.end())
        year = _YEAR_AFTER.match(text, after.end() if after else match.end())
        if not (before or after or year) and len(match.group()) <= 3 and language != "ru" and month != "5":
            continue  # "Jun" or "Mar" alone is a name as likely
        span = Span(before.start() if before else match.start(), (year or after or match).end())
        day = (before or after or [None, None])[1]
        yield Day(span.of(text), span, int(day) if day else None, int(month), int(year[1]) if year else None)


def _weekdays(words: Sequence[re.Match[str]], language: str) -> Iterator[Day]:
    weekdays, relative = forms("weekdays", language), forms("relative_days", language)
    for match in words:
        word = match.group().lower()
        weekday = weekdays.value(word)
        if weekday is not None and (language == "ru" or match.group()[0].isupper()):
            yield Day(match.group(), Span(*match.span()), weekday=int(weekday))
        elif (offset := relative.value(word)) is not None:
            yield Day(match.group(), Span(*match.span()), offset=int(offset))
