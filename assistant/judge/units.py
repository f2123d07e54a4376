"""What a text speaks of, as units that another text in another language can meet: numbers, dates, names, concepts.

A unit carries every reading of its words. Words of the lexicon are compared by concept, names by the skeleton that
survives transliteration, all others by their stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.cues import find
from assistant.gate import dates, numbers
from assistant.judge.meaning import meaning
from assistant.judge.names import bodies_named, with_initials
from assistant.judge.spelled import spelled
from assistant.judge.unit import Unit, UnitKind
from assistant.judge.worded import unspoken, word_units
from assistant.judge.written import WORD
from assistant.judge.years import is_year
from assistant.sources.places import state_of
from index.documents import Span
from index.lexicon.meanings import known_words
from index.lexicon.words import concept_at
from index.places import places
from index.terms import stem
from index.wordlists import LANGUAGES

_STATE = frozenset({"c:country", "c:state"})  # what a state is called where it has no name
_NAME_WEIGHT = 0.9
_NUMBER_WEIGHT = 0.9
_SMALL, _SMALL_WEIGHT = 10, 0.6
_DATE_WEIGHT = 0.55
_LABEL_WEIGHT = 0.6
_LABEL_LENGTH = 40
_INITIAL = re.compile(r"(?:\b[A-ZА-Я]-?|№|\b(?:No|Nr)\.) ?\Z")
_LETTERED = re.compile(r"\b[A-ZА-Я]-? ?(\d+)\b")
_COUNTED = re.compile(r" [A-ZÄÖÜ][a-zäöüß]+")  # "in Halle 30 Menschen": it counts the word after it


@lru_cache(maxsize=50_000)
def units(text: str, language: str) -> tuple[Unit, ...]:
    """The units of a text in the order of its words."""
    days = dates.dates(text, language)
    told = [n for n in spelled(text, language) if not _overlaps(n.span, [d.span for d in days])]
    others = numbers.numbers(text, language, [d.span for d in days] + [n.span for n in told])
    counts = told + [n for n in others if n.sure]
    years = [n for n in counts if is_year(n, text, language)]
    counts = [n for n in counts if n not in years]
    days += [dates.Day(n.words, n.span, year=int(n.values[0])) for n in years]
    found = [Unit(UnitKind.DATE, d.words, d.span, _DATE_WEIGHT, day=d) for d in days]
    found += [_label(n, text) if _is_label(n, text, language) else _count(n) for n in counts]
    taken = [u.span for u in found]
    found += [body for body in bodies_named(text, language) if not _overlaps(body.span, taken)]
    taken = [u.span for u in found]
    for place in places(text):
        if not _overlaps(place.span, taken):
            found.append(_place(place.id, place.words, place.span, language))
    found += word_units(text, language, [u.span for u in found])
    in_order = sorted(found, key=lambda u: (u.span.start, u.span.end))
    return tuple(with_initials(text, list(_as_one_name(text, in_order)), language))


def _as_one_name(text: str, found: Sequence[Unit]) -> Iterator[Unit]:
    """The words of one name weigh together what the weightiest does: a first name adds little to the last."""
    for run in _runs(text, found):
        share = max(u.weight for u in run) / len(run)
        yield from (u.weighing(share) for u in run) if len(run) > 1 else run


def _runs(text: str, found: Sequence[Unit]) -> Iterator[list[Unit]]:
    run: list[Unit] = []
    for unit in found:
        if run and not (_is_of_name(run[-1]) and _is_of_name(unit) and text[run[-1].span.end : unit.span.start] == " "):
            yield run
            run = []
        run.append(unit)
    if run:
        yield run


def _is_of_name(unit: Unit) -> bool:
    return unit.kind is UnitKind.NAME or (unit.kind is UnitKind.WORD and not unit.kinds and unit.text[0].isupper())


def spoken_of(text: str, language: str) -> list[Unit]:
    """What a long text speaks of, each thing once and in no order: its words one by one, its places and dates.

    Phrases and what a word means beside others are not looked at, which makes it many times faster than `units`. The
    spans of all but places and dates are of no use.
    """
    found = days_in(text, language)
    found += [_place(place.id, place.words, place.span, language) for place in places(text)]
    words = dict.fromkeys(WORD.findall(text))
    return found + [unit for word in words if (unit := _of_word(word, language))]


def days_in(text: str, language: str) -> list[Unit]:
    return [Unit(UnitKind.DATE, d.words, d.span, _DATE_WEIGHT, day=d) for d in dates.dates(text, language)]


@lru_cache(maxsize=100_000)
def _of_word(word: str, language: str) -> Unit | None:
    known = known_words(language)[word].meanings if language in LANGUAGES else ()
    if not known and word.lower() in unspoken(language):
        return None
    meant = tuple((concept_at(m.concept).id, m.part) for m in known)
    return meaning(word, word, meant, language)


def _count(number: numbers.Number) -> Unit:
    return Unit(UnitKind.NUMBER, number.words, number.span, _number_weight(number), number=number)


def _label(number: numbers.Number, text: str) -> Unit:
    """With the letter before it, which is short for what it names: "B 252" is the Bundesstraße 252."""
    initial = _INITIAL.search(text, 0, number.span.start)
    span = Span(initial.start(), number.span.end) if initial else number.span
    return Unit(UnitKind.NAME, number.words, span, _LABEL_WEIGHT, frozenset({_label_key(number.words)}))


def _label_key(digits: str) -> str:
    return f"#:{digits}"


def labels_in(text: str) -> list[str]:
    """The keys of what is named by a letter and a number."""
    return [_label_key(found[1]) for found in _LETTERED.finditer(text)]


def _is_label(number: numbers.Number, text: str, language: str) -> bool:
    """Whether a number names a thing ("polling station 5217", "K 11") and counts none."""
    if number.percent or not number.words.isdigit():
        return False
    before = text[: number.span.start]
    named = find("labels", before[-_LABEL_LENGTH:], language)
    ends = named and not WORD.search(before[-_LABEL_LENGTH:], named[-1].span.end)
    return bool(_INITIAL.search(before) or ends) and not _COUNTED.match(text, number.span.end)


def _number_weight(number: numbers.Number) -> float:
    """Two of anything are in every report; 268 of anything are in few."""
    return _SMALL_WEIGHT if 0 <= number.values[0] <= _SMALL and not number.percent else _NUMBER_WEIGHT


def _place(identifier: str, words: str, span: Span, language: str) -> Unit:
    links = place_links(identifier)
    return Unit(
        UnitKind.NAME, words, span, _NAME_WEIGHT, links.keys, links.wider, near=links.near,
        stem=stem(words.lower(), language),
    )  # fmt: skip


class PlaceLinks(NamedTuple):
    """Of a place, what a `Unit` has."""

    keys: frozenset[str]
    wider: frozenset[str]
    near: frozenset[str]


@cache
def place_links(identifier: str) -> PlaceLinks:
    """A capital is near its state, for whose government it stands."""
    state = state_of(identifier)
    near = frozenset({f"p:{state}"}) if state and state != identifier else frozenset()
    return PlaceLinks(frozenset({f"p:{identifier}"}), _STATE if state == identifier else frozenset(), near)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    start, end = span.start, span.end
    return any(start < other.end and other.start < end for other in others)
