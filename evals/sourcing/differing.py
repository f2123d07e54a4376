"""Whether two sentences give different numbers for the same thing: they may then not be told as one statement.

Read here and not with the product's own rules, which are what is measured. Only digits and a few number words are
read; dates, years, times of day and ordinals are no figures. Within a language, a figure counts what the next words
say ("elf Boote", "50 army engineers"); two sentences differ where they count the same thing differently and neither
has the other's figure. Across languages they differ where each has one figure and these are not the same. A figure
with "rund", "up to", "более" before it differs only from one that is more than a tenth away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evals.formats.stories import language_of

_GROUPED = r"\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+"
_ORDINAL_OR_TIME = r"[\d:]|[.,]\d|\.\s*[A-ZÄÖÜ]?[a-zäöü]"
_FIGURE = re.compile(
    rf"(?<![\w.,:-])(?P<digits>{_GROUPED}(?!\d)|\d+(?:[.,]\d{{1,2}})?)(?!{_ORDINAL_OR_TIME})"
    r"|(?<![\w-])(?P<word>[^\W\d_]+)(?![\w-])"
)
_SCALE = re.compile(
    r"\s*(?:(million|mio\b|млн|миллион)|(milliard|billion\b|mrd\b|млрд|миллиард)|(tausend|thousand|тыс)"
    r"|(hundred\b))",
    re.I,
)
_OF_MONEY = re.compile(r"(?:(m)|(bn)|(k))\b")  # "€4.2m"; without the sign "40m" is a length
_SCALES = (1e6, 1e9, 1e3, 1e2)
_WORDS = (
    "zwei two два две двух двум двумя", "drei three три трёх трех трём трем тремя",
    "vier four четыре четырёх четырех четырём четырем", "fünf five пять пяти пятью", "sechs six шесть шести шестью",
    "sieben seven семь семи семью", "acht eight восемь восьми", "neun nine девять девяти", "zehn ten десять десяти",
    "elf eleven одиннадцать одиннадцати", "zwölf twelve двенадцать двенадцати",
)  # fmt: skip
_VALUES = {word: float(n) for n, words in enumerate(_WORDS, start=2) for word in words.split()}
_ROUGHLY = re.compile(
    r"(?:rund|etwa|circa|ca\.|mehr als|über|bis zu|mindestens|knapp|fast|gut|about|around|some|more than|at least|up to"
    r"|nearly|almost|over|около|более|свыше|до|не менее|почти|примерно)\s*$",
    re.I,
)
_NO_COUNT = re.compile(
    r"\s*(?:uhr\b|[ap]\.?m\b|o['’]clock|час|jan|feb|mär|mar|apr|mai|may\b|jun|jul|aug|sep|o[kc]t|nov|de[zc]|янв|фев|мар|апр"
    r"|мая|июн|июл|авг|сен|окт|ноя|дек|года?\b|году\b)",
    re.I,
)
_MONTH_BEFORE = re.compile(r"(?:january|february|march|april|may|june|july|august|\w+ber)\s*$", re.I)
_YEARS = range(1900, 2101)
_NEXT = 2  # words after a figure that tell what it counts
_STEM = 5  # letters
_CLOSE = 0.1


@dataclass(frozen=True, slots=True)
class Figure:
    value: float
    counts: frozenset[str]
    roughly: bool

    def same(self, other: Figure) -> bool:
        leeway = _CLOSE * max(self.value, other.value) if self.roughly or other.roughly else 0.0
        return abs(self.value - other.value) <= leeway


def differ(one: str, other: str) -> bool:
    mine, theirs = list(figures(one)), list(figures(other))
    if language_of(one) != language_of(other):
        return len(mine) == len(theirs) == 1 and not mine[0].same(theirs[0])
    return any(
        a.counts & b.counts and not any(map(a.same, theirs)) and not any(map(b.same, mine))
        for a in mine
        for b in theirs
    )


def figures(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        value = _value(match)
        if value is None or _is_time(text, match, value):
            continue
        money = text[: match.start()].endswith(("€", "$", "£"))
        scale = _SCALE.match(text, match.end()) or (money and _OF_MONEY.match(text, match.end()))
        if scale:
            value *= _SCALES[(scale.lastindex or 1) - 1]
        rest = re.findall(r"[^\W\d_]+|[.,;:!?]", text[match.end() :])[:_NEXT]
        counts = frozenset(word[:_STEM].lower() for word in rest if len(word) > 3)
        yield Figure(value, counts, bool(_ROUGHLY.search(text[: match.start()])))


def _value(match: re.Match[str]) -> float | None:
    digits = match["digits"]
    if not digits:
        return _VALUES.get(match["word"].lower())
    if re.fullmatch(_GROUPED, digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


def _is_time(text: str, match: re.Match[str], value: float) -> bool:
    year = value in _YEARS and len(match.group()) == 4
    month_before = value <= 31 and _MONTH_BEFORE.search(text[: match.start()])
    return bool(year or month_before or _NO_COUNT.match(text, match.end()))
