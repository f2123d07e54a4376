"""The lexicon: which concepts a text names, in German, English or Russian, and how concepts stand to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from index.documents import Span
from index.lexicon.concepts import Concept, Mention
from index.lexicon.context import english_shape
from index.lexicon.matching import wholes
from index.lexicon.meanings import EITHER, Known, Meaning, fitting, known_words, meanings
from index.lexicon.text import Reading
from index.lexicon.words import concept_at, numbers, senses
from index.terms import stop_words
from index.wordlists import LANGUAGES

__all__ = ["Concept", "Mention", "are_opposite", "broader_of", "concept", "known_share", "mentions", "named_apart"]

Named = tuple[tuple[str, bool], ...]  # ids of concepts, and whether only a part of the word names each
_REMEMBERED = 100_000  # words


def mentions(text: str, language: str) -> list[Mention]:
    """The concepts that a text names, in the order of their first characters; none in a language we have no words of.

    A word with several meanings gives a mention of each. The words of a phrase, and both parts of a separable verb,
    name the whole and nothing by themselves.
    """
    if language not in LANGUAGES:
        return []
    return _in_order(_mentions(Reading(text, language), {}, {}))


def named_apart(text: str, language: str, ends: Mapping[int, int]) -> tuple[Mapping[int, Named], list[Mention]]:
    """`mentions`, those of words that stand alone apart from the others, since for them a table has the answer.

    `ends`: where words end, by where they begin, both in characters. A word of the lexicon's that is one of those, and
    neither of a phrase nor with a hyphen, is given by where it begins with what it names, which may be nothing.
    """
    if language not in LANGUAGES:
        return {}, []
    alone: dict[int, Named] = {}
    rest = _in_order(_mentions(Reading(text, language), ends, alone))
    return alone, rest


def _in_order(found: Iterator[Mention]) -> list[Mention]:
    return sorted(found, key=lambda m: (m.spans[0].start, -m.spans[-1].end))


def known_share(text: str, language: str) -> float:
    """How many of a text's words are function words or words of the lexicon in this language, 0 to 1."""
    words, stops = Reading(text, language).words, stop_words(language)
    return sum(word.key in stops or bool(word.meanings) for word in words) / max(1, len(words))


def concept(identifier: str) -> Concept:
    """Raises KeyError for an id that the lexicon does not have."""
    return concept_at(numbers()[identifier])


def broader_of(identifier: str) -> frozenset[str]:
    """All concepts that this is a kind of, near and far, without itself. Raises KeyError."""
    return _broader(identifier)


def are_opposite(one: str, other: str) -> bool:
    """Whether two concepts cannot hold of the same thing at the same time, by themselves or as kinds of such.

    "landslide victory" and "narrow defeat" are opposite as kinds of victory and defeat; a kind and what it is a kind of
    never are. Raises KeyError.
    """
    if one == other or one in broader_of(other) or other in broader_of(one):
        return False
    first, second = ({i, *concept(i).broader} for i in (one, other))
    return any(not concept(i).opposites.isdisjoint(second) for i in first)


@cache
def _broader(identifier: str) -> frozenset[str]:
    direct = concept(identifier).broader
    return direct.union(*map(_broader, direct))


def _mentions(reading: Reading, ends: Mapping[int, int], alone: dict[int, Named]) -> Iterator[Mention]:
    """What `named_apart` keeps apart is put into `alone`."""
    used: set[int] = set()
    for number, places in wholes(reading):
        used.update(places)
        yield Mention(concept_at(number), tuple(_spans(reading, places)), part=False)
    place = 0
    while place < len(reading.words):
        length = reading.group(place)
        if place not in used:
            start, end = reading.bounds(place)
            if length == 1 and ends.get(start) == end:
                shape, caseless = _shape(reading, place), reading.caseless
                alone[start] = _named(reading.written[place], shape, caseless, reading.language)
            else:
                for number, span, part in _of_group(reading, place, length):
                    yield Mention(concept_at(number), (span,), part)
        place += length


def _shape(reading: Reading, place: int) -> int:
    """What the word is taken for where it stands."""
    if reading.language == "en" and len(reading.words[place].meanings) > 1:
        return english_shape(reading, place)
    return reading.shapes[place]


@lru_cache(maxsize=_REMEMBERED)
def _named(written: str, shape: int, caseless: bool, language: str) -> Named:
    found = _meanings(known_words(language)[written], shape, caseless, language)
    return tuple((concept_at(m.concept).id, m.part) for m in found)


def _meanings(word: Known, shape: int, caseless: bool, language: str) -> Sequence[Meaning]:
    """What a word means that has this shape where it stands."""
    found = word.meanings
    if language == "en" and shape != EITHER and found:
        narrowed = fitting(senses(word.key, language), shape, word.capitals)
        return [m for m in found if m.concept in narrowed] or found
    if (word.shape != shape or caseless) and (language == "de" or not found):
        return meanings(word.key, shape, word.capitals or caseless, language)
    return found


def _spans(reading: Reading, places: Sequence[int]) -> Iterator[Span]:
    """One span for words that follow each other, several where others stand between."""
    first = last = places[0]
    for place in places[1:]:
        if place != last + 1:
            yield reading.span(first, last)
            first = place
        last = place
    yield reading.span(first, last)


def _of_group(reading: Reading, first: int, length: int) -> Iterator[tuple[int, Span, bool]]:
    """Concept, characters and whether it is a part, of one word; of a hyphenated one as a whole, else of its parts."""
    last = first + length - 1
    if length > 1 and (whole := _whole(reading, first, length)):
        span = reading.span(first, last)
        yield from ((number, span, False) for number in whole)
        return
    for place in range(first, first + length):
        found = _meanings(reading.words[place], _shape(reading, place), reading.caseless, reading.language)
        if not found:
            continue
        # The last part is the head: of "Drohnen-Angriff" the whole is an attack.
        whole_word = reading.span(first if place == last and reading.language != "en" else place, place)
        for number, end, part in found:
            begin = reading.span(place, place).start
            yield number, Span(begin, begin + end) if end else whole_word, part or length > 1


def _whole(reading: Reading, first: int, length: int) -> tuple[int, ...]:
    """The concepts of a hyphenated word that is listed as one, with or without its hyphens."""
    key = "".join(word.key for word in reading.words[first : first + length])
    word = reading.words[first]
    return fitting(senses(key, reading.language), reading.shapes[first], word.capitals)
