"""How news agencies sign their copy: in a dateline, in a credit line, at the end."""

from __future__ import annotations

import re
from functools import cache

from index.wordlists import words_of

_DASH = "[-–—:]"
_LABEL = r"(?:Quelle|Source|Источник|Mit Material von|With material from)"


def opens_agency_copy(paragraph: str) -> bool:
    """A dateline: "BERLIN (dpa) –", "PARIS, 3 March (AFP) -", "МОСКВА, 4 мар — ТАСС."."""
    return bool(_dateline().search(paragraph[:160]))


def signs_agency_copy(paragraph: str) -> bool:
    """The end of a last paragraph: "… (AFP)", "… /ТАСС/"."""
    return bool(_signed().search(paragraph[-80:]))


def credits_agency(line: str) -> bool:
    """A line that is a credit and nothing else: "Reuters", "Quelle: dpa", "© AFP", "14:20 Uhr | dpa"."""
    return bool(_credit().search(line))


@cache
def _agencies() -> str:
    names = sorted(words_of("index.words", "agency_credits"), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, names))})(?:[-/][\w-]+)*(?!\w)"


@cache
def _dateline() -> re.Pattern[str]:
    a = _agencies()
    bracketed = rf"^[^.!?]{{0,80}}[(\[/]{a}(?:\s?[/,]\s?{a})*[)\]/]"
    dashed = rf"^[^.!?()]{{2,60}}\s{_DASH}\s{a}\s?(?:{_DASH}|\.|$)"
    return re.compile(rf"{bracketed}|{dashed}|^{a}\s{_DASH}\s|^\W*{a}\W*$")


@cache
def _signed() -> re.Pattern[str]:
    a = _agencies()
    inside = rf"(?:[\w\s]{{0,12}}[,/]\s?)?{a}(?:\s?[/,]\s?[\w./-]+)*"
    return re.compile(rf"(?:[(\[/]|©\s?){inside}[)\]/]?\W*$|{_DASH}\s{a}\W*$")


@cache
def _credit() -> re.Pattern[str]:
    a = _agencies()
    alone = rf"^\W*(?:{_LABEL}\s?:?\s*)?(?:[\d.:, /]+(?:Uhr)?\s*[|–—-]\s*)?{a}\W*$"
    return re.compile(rf"{alone}|{_LABEL}:\s?{a}|^\W*©\s?(?:\d{{4}}\s)?{a}")
