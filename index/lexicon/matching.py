"""Finds phrases and parted separable verbs among the words of a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from index.lexicon.meanings import UPPER
from index.lexicon.text import Reading
from index.lexicon.words import Phrase, particles, phrases

_VERB_REACH = 15  # words between a German phrase's verb and the rest of it
_PARTICLE_REACH = 30  # words between a verb and its parted prefix
_GAP = 3  # words that may stand between the words of a phrase with a verb
_JOINING = frozenset(("und", "oder", "sowie", "aber", "als", "wie", "um", "doch", "sondern"))

_OF_ITS_CLAUSE = frozenset(("nicht",))  # "kein Staat hat sie anerkannt, auch Russland nicht" is no "nicht anerkennen"
_BEFORE_ITS_VERB = frozenset(("не",))  # "начнутся не раньше июля" is no "не начаться"

Places = Mapping[int, Sequence[int]]  # of each of a phrase's words
Match = tuple[int, tuple[int, ...]]  # a concept's number, the places of its words


def wholes(reading: Reading) -> list[Match]:
    """Phrases and parted verbs, the ones of more words first; none overlaps another but in all of its words."""
    matches = list(_phrases(reading))
    if reading.language == "de":
        matches += _parted_verbs(reading)
    used: set[int] = set()
    taken: list[Match] = []
    for match in sorted(matches, key=lambda m: (-len(m[1]), m[1][-1] - m[1][0])):
        if used.isdisjoint(match[1]) or any(match[1] == places for _, places in taken):
            taken.append(match)
            used.update(match[1])
    return taken


def _parted_verbs(reading: Reading) -> Iterator[Match]:
    """Separable verbs in two parts: "lehnt den Plan ab". The particle stands at the end of its clause."""
    waiting: dict[str, tuple[int, list[int]]] = {}  # the last verb that can have the particle, and their concepts
    for place, word in enumerate(reading.words):
        if word.particle and word.key in waiting and _closes_clause(reading, place):
            verb, concepts = waiting.pop(word.key)
            if place - verb <= _PARTICLE_REACH and reading.sentences[verb] == reading.sentences[place]:
                yield from ((concept, (verb, place)) for concept in concepts)
        if word.parted and (word.shape != UPPER or reading.shapes[place] != UPPER):
            for number in word.parted:
                particle, concept = particles()[number]
                if waiting.get(particle, (-1,))[0] != place:
                    waiting[particle] = (place, [])
                waiting[particle][1].append(concept)


def _closes_clause(reading: Reading, place: int) -> bool:
    after = reading.words[place + 1].key if place + 1 < len(reading.words) else ""
    return reading.gaps[place].clause_ends or after in _JOINING


def _phrases(reading: Reading) -> Iterator[Match]:
    """Phrases whose words stand together, but for articles; the verb of one may stand some way off."""
    places: dict[int, list[int]] = {}
    for place, word in enumerate(reading.words):
        for number in word.phrase_words:
            places.setdefault(number, []).append(place)
    known = phrases(reading.language)
    there = places.keys()
    for number in there & known.keys():
        for phrase in known[number]:
            if there >= phrase.word_set:
                yield from _matches(phrase, places, reading)


def _matches(phrase: Phrase, places: Places, reading: Reading) -> Iterator[Match]:
    for start in _starts(phrase, places):
        chain = _chain(phrase, start, places, reading)
        if not chain:
            continue
        if phrase.verb is None:
            yield phrase.concept, chain
        elif (at := _verb_near(phrase.verb, chain, places, reading)) is None:
            continue
        elif not phrase.tight or _is_tight(at, chain, reading):
            yield phrase.concept, tuple(sorted((*chain, at)))


def _starts(phrase: Phrase, places: Places) -> Iterable[int]:
    """Where the phrase can begin: of a frequent first word, only where the second follows."""
    firsts = places[phrase.rest[0]]
    if len(phrase.rest) == 1 or len(firsts) == 1:
        return firsts
    before = {bisect_left(firsts, place) - 1 for place in places[phrase.rest[1]]}
    return [firsts[n] for n in sorted(before) if n >= 0]


def _chain(phrase: Phrase, start: int, places: Places, reading: Reading) -> tuple[int, ...]:
    """The places of the words but the verb, one after the other; empty where they don't stand so."""
    chain = [start]
    for n, word in enumerate(phrase.rest[1:], 2):
        last = chain[-1]
        particle = phrase.parted and n == len(phrase.rest)
        gap = 0 if phrase.verb is None else _VERB_REACH if particle else _GAP
        after = next((p for p in places[word] if p > last and not (particle and not _closes_clause(reading, p))), None)
        if after is None or not _stands(last, after, gap, reading):
            return ()
        chain.append(after)
    return tuple(chain)


def _stands(last: int, after: int, gap: int, reading: Reading) -> bool:
    """Whether one word follows the other in its sentence with at most `gap` words between, articles not counted."""
    return (
        after - last <= 2 * gap + 3  # spares most texts the counting
        and reading.ordinals[after] - reading.ordinals[last] <= gap + 1
        and reading.sentences[after] == reading.sentences[last]
    )


def _verb_near(verb: int, chain: Sequence[int], places: Places, reading: Reading) -> int | None:
    """The verb nearest to the rest of its phrase, in the same sentence; in German it may be far from it."""
    reach = _VERB_REACH if reading.language == "de" else _GAP + 1
    near = [p for p in places[verb] if p not in chain and min(abs(p - chain[0]), abs(p - chain[-1])) <= reach]
    near = [p for p in near if reading.sentences[p] == reading.sentences[chain[0]]]
    if reading.words[chain[0]].key in _OF_ITS_CLAUSE:
        near = [p for p in near if not _is_parted(p, chain[0], reading)]
    elif reading.words[chain[0]].key in _BEFORE_ITS_VERB:
        near = [p for p in near if p > chain[0]]
    return min(near, key=lambda p: min(abs(p - c) for c in chain), default=None)


def _is_parted(one: int, other: int, reading: Reading) -> bool:
    """Whether a clause ends between two words."""
    return any(gap.clause_ends for gap in reading.gaps[min(one, other) : max(one, other)])


def _is_tight(verb: int, chain: Sequence[int], reading: Reading) -> bool:
    """Whether function words belong to a verb: they stand beside it, or end its clause ("called the talks off").

    In English they never stand before it: "to leave" is not "leave to".
    """
    if reading.language == "en" and verb > chain[0]:
        return False
    order = reading.ordinals
    beside = order[chain[0]] - order[verb] == 1 or order[verb] - order[chain[-1]] == 1
    after = verb < chain[0] and chain[0] - verb <= _GAP + 1
    return beside or (after and _closes_clause(reading, chain[-1]))
