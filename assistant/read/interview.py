"""An interview printed as questions and answers: whose words the answers are, though nothing in them says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from assistant.read.told import Station, Stations, Told
from assistant.sources.cast import Cast
from assistant.sources.figures import Figure
from assistant.sourcing import SourceKind
from index.documents import Span

_LINE = re.compile(r"[^\n]+")
_NAME = r"[A-ZÄÖÜА-ЯЁ][\w’'-]+(?: (?:von|van|de|zu) | )?(?:[A-ZÄÖÜА-ЯЁ][\w’'-]+)?(?: [A-ZÄÖÜА-ЯЁ][\w’'-]+)?"
_ADDRESSED = re.compile(
    r"\b(?:Herrn?|Frau|Mr\.?|Mrs\.?|Ms\.?|господин|госпожа|Господин|Госпожа)(?: Dr\.| Prof\.)* "
    r"(?P<name>[A-ZÄÖÜА-ЯЁ][\w’'-]+(?: [A-ZÄÖÜА-ЯЁ][\w’'-]+)?)"
)
_LABEL = re.compile(rf"(?P<name>{_NAME}): (?=\S)")
_ASKS_YOU = re.compile(r"\b(?:Sie|Ihnen|Ihre[rnms]?|[Yy]ou|[Yy]our|[Вв]ы|[Вв]ам|[Вв]ас|[Вв]аш\w*)\b")
_CALLED_SO = re.compile(r"\b(?:Interview|im Gespräch mit|interview|Interviews|интервью|Интервью|беседовал\w*)\b")
_CREDITS = re.compile(
    r"(?:(?:Das|Die|The)\s(?:Gespräch|Interview|Fragen|interview|conversation)\b|Interview by|Mit|Беседовал|Интервью)"
    r".{0,60}?(?:\b(?:führte|stellte|sprach|conducted|edited|by)\b|беседовал|взял|\Z)"
)
_OF_ONESELF = re.compile(r"\b(?:ich|Ich|mir|mich|wir|Wir|uns|I|we|We|my|our|я|Я|мы|Мы|мне|нам)\b")
_LONGEST_QUESTION = 300  # characters
_FEWEST = 2  # questions, and answers that a label begins


def answer(told: Sequence[Told], cast: Cast) -> None:
    """Gives what answers tell the stations of whoever is asked, where nobody else is named for it."""
    lines = [Span(*m.span()) for m in _LINE.finditer(cast.text) if not m[0].isspace()]
    asked = [line for line in lines if _is_question(line.of(cast.text))]
    if len(asked) < _FEWEST or not any(_ASKS_YOU.search(line.of(cast.text)) for line in asked):
        return
    who = _interviewee(cast, lines, asked)
    if who is None:
        return
    station = Station(who, ())
    for line in lines:
        outside = line in asked or _asked_by(cast, line, who) or _CREDITS.match(line.of(cast.text))
        if line.start > asked[0].start and not outside:
            _give((station,), [t for t in told if line.start <= t.span.start < line.end])


def _give(stations: Stations, told: Sequence[Told]) -> None:
    for one in told:
        if not one.headline and all(s.figure.body is not stations[0].figure.body for s in one.stations):
            one.stations = (*stations, *one.stations)


def _is_question(line: str) -> bool:
    return line.rstrip().endswith("?") and len(line) < _LONGEST_QUESTION and line.lstrip()[0] not in '„“«"»”'


def _interviewee(cast: Cast, lines: Sequence[Span], asked: Sequence[Span]) -> Figure | None:
    """Who is addressed in a question, or answers under a label, or is told of before, if it is an interview."""
    for line in asked:
        if found := _ADDRESSED.search(cast.text, line.start, line.end):
            return _person(cast, _in_full(cast.text, Span(*found.span("name")), asked[0].start))
    labels = Counter(m["name"] for line in lines if (m := _LABEL.match(cast.text, line.start)) and line not in asked)
    name, times = labels.most_common(1)[0] if labels else ("", 0)
    if times >= _FEWEST:
        at = cast.text.find(f"{name}: ")
        return _person(cast, Span(at, at + len(name)))
    told = [line.of(cast.text) for line in lines if line.start > asked[0].start and line not in asked]
    if not _CALLED_SO.search(cast.text) and sum(bool(_OF_ONESELF.search(line)) for line in told) < _FEWEST:
        return None
    people = cast.mentioned(Span(0, asked[0].start), lambda f: f.person and f.named)
    return people[0] if len(dict.fromkeys(people)) == 1 else None


def _in_full(text: str, name: Span, end: int) -> Span:
    """Where the text above the questions has the name with a given name; else where it is."""
    last = re.escape(name.of(text).split()[-1])
    full = re.search(rf"\b(?!(?:Herrn?|Frau|Mr|Mrs|Ms)\b)[A-ZÄÖÜА-ЯЁ][\w’'-]+ {last}\b", text[:end])
    return Span(*full.span()) if full else name


def _person(cast: Cast, span: Span) -> Figure | None:
    found = cast.figure((span,))
    if found and found.kind is SourceKind.WITNESS:  # "Frau Berg"
        found.kind = SourceKind.PERSON
    return found if found and found.person and found.named else None


def _asked_by(cast: Cast, line: Span, who: Figure) -> bool:
    """Whether a line is labelled with another name than that of whoever is asked."""
    label = _LABEL.match(cast.text, line.start)
    return label is not None and not any(label["name"].split()[-1] == name.split()[-1] for name in who.names)
