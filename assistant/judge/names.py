"""Bodies by any of their names, and names that stand as an acronym in another text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from assistant.judge.meaning import meaning
from assistant.judge.unit import Unit, UnitKind
from assistant.judge.written import written
from assistant.sources.known import Body, bodies
from assistant.sources.words import named_bodies
from assistant.sourcing import SourceKind
from index.documents import Span
from index.embedding.frequency import weight
from index.lexicon.compounds import compound
from index.lexicon.meanings import known_words
from index.lexicon.words import concept_at
from index.places import places
from index.terms import stop_words

_ACRONYM = re.compile(r"[A-ZÄÖÜА-ЯЁ][A-ZÄÖÜА-ЯЁa-zäöü]?[A-ZÄÖÜА-ЯЁ]{1,4}s?")
_LONGEST_ACRONYM = 7  # letters of it, by that pattern
_HEAVIEST = 0.9
_SHORTEST, _LONGEST = 3, 6  # letters of an acronym that a name is tried for
_WORDS = 6  # of a name that an acronym stands for
_PARTS = 5  # letters of a compound from which on its parts may have initials of their own
# What a body of a kind is called where it has no name.
_CALLED = {
    SourceKind.GOVERNMENT: "authority",
    SourceKind.COURT: "court",
    SourceKind.POLICE: "police",
    SourceKind.INTELLIGENCE: "intelligence_service",
    SourceKind.MILITARY: "military",
    SourceKind.COMPANY: "company",
    SourceKind.POLITICAL: "party",
}

_POWERS = frozenset((SourceKind.GOVERNMENT, SourceKind.MILITARY))


def bodies_named(text: str, language: str) -> Iterator[Unit]:
    """A unit for each known body that the text names, whatever the name; it is also what its kind is called."""
    words, starts, ends, _ = written(text)
    for at, match in named_bodies(words, language):
        span = Span(starts[at], ends[at + match.length - 1])
        yield _body(match.value, span.of(text), language).at(span)


@lru_cache(maxsize=5_000)
def _body(identifier: str, written: str, language: str) -> Unit:
    body = bodies()[identifier]
    alone = _meant(written, language) if " " not in written else None
    telling = min(_HEAVIEST, max(weight(word.lower(), language) for word in written.split()))
    return Unit(
        UnitKind.NAME,
        written,
        Span(0, len(written)),
        telling,
        (alone.keys if alone else frozenset()) | {f"b:{identifier}"},
        (alone.wider if alone else frozenset()) | _called(body),
        (alone.parts if alone else frozenset()) | {f"p:{place.id}" for place in places(written)},
        near=alone.near if alone else frozenset(),
    )


def _called(body: Body) -> frozenset[str]:
    """What it is besides its name: of its kind, and where it acts for a state, the state ("der Kreml": Russia)."""
    called = {f"c:{_CALLED[body.kind]}"} if body.kind in _CALLED else set()
    return frozenset(called | ({f"p:{body.place}"} if body.place and body.kind in _POWERS else set()))


def _meant(word: str, language: str) -> Unit:
    known = known_words(language)[word].meanings
    return meaning(word, word, tuple((concept_at(m.concept).id, m.part) for m in known), language)


def with_initials(text: str, found: Sequence[Unit], language: str) -> Iterator[Unit]:
    """The units; those of an acronym, and those of a name that one may stand for, with the keys by which they meet.

    What a known acronym stands for is known: "SPD" is no "Sprecher Peter Dorn".
    """
    spelled = list(_spelled(text, language))
    for unit in found:
        unknown = (
            len(unit.text) <= _LONGEST_ACRONYM
            and _ACRONYM.fullmatch(unit.text)
            and not any(k[:2] in ("b:", "c:", "p:") for k in unit.keys)
        )
        keys = {f"as:{unit.text.removesuffix('s').upper()}"} if unknown else set()
        if unit.text[:1].isupper():
            own = unit.span
            keys |= {key for start, end, made in spelled if start < own.end and own.start < end for key in made}
        yield unit.known_by(frozenset(keys)) if keys else unit


def _spelled(text: str, language: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Where names of several words or parts begin and end, and the acronyms that they would have.

    Function words may have a letter or not, and so may the parts of a compound.
    """
    words, starts, ends, gaps = written(text)
    capitals = [word[0].isupper() for word in words]
    small = _function_words(language)
    light = [word in small for word in words]
    # Whether a name may have the following word too; in Russian only its first has a capital.
    goes_on = [(capitals[n] or language == "ru" or light[n]) and gaps[n] == " " for n in range(1, len(words))]
    letters = [_letters(word, language) for word in words]
    for first in (n for n, capital in enumerate(capitals) if capital):
        made, last, next_, reach = [""], first, first, 0
        while last - first < _WORDS:
            reach += len(letters[last][-1])
            if reach >= _SHORTEST and (last == first or not light[last]):
                for choices in letters[next_ : last + 1]:
                    made = [begun + more for begun in made for more in choices if len(begun) + len(more) <= _LONGEST]
                next_ = last + 1
                keys = frozenset(f"al:{initials}" for initials in made if len(initials) >= _SHORTEST)
                if keys:
                    yield starts[first], ends[last], keys
            last += 1
            if last == len(words) or not goes_on[last - 1]:
                break


@cache
def _function_words(language: str) -> frozenset[str]:
    """In small letters."""
    return frozenset(word for word in stop_words(language) if word.islower())


@lru_cache(maxsize=50_000)
def _letters(word: str, language: str) -> tuple[str, ...]:
    """What a word may give to an acronym, the longest last."""
    first = word[0].upper()
    if word in _function_words(language):
        return "", first
    parts = [part for piece in word.split("-") for part in _parts_of(piece, language)]
    return tuple(dict.fromkeys((first, "".join(part[0].upper() for part in parts))))


def _parts_of(word: str, language: str) -> list[str]:
    apart = compound(word.lower(), noun=True) if language == "de" and len(word) >= 2 * _PARTS else None
    return [*_parts_of(word[: apart.border], language), word[apart.border :]] if apart else [word]
