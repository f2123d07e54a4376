"""What a text speaks of, as units that another text in another language can meet: numbers, dates, names, concepts.

A unit carries every reading of its words. Words of the lexicon are compared by concept, names by the skeleton that
survives transliteration, all others by their stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple

from assistant.gate import dates, numbers
from index.documents import Span
from index.embedding.frequency import weight
from index.lexicon.concepts import Mention
from index.lexicon.lexicon import broader_of, concept, mentions
from index.lexicon.meanings import known_words
from index.lexicon.words import concept_at
from index.places import places
from index.spelling import consonants, is_cyrillic, sounds
from index.terms import stem, stop_words
from index.wordlists import LANGUAGES, words_of

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FOLDER = "assistant.words"
_NAME_WEIGHT = 0.9
_NUMBER_WEIGHT = 0.9
_DATE_WEIGHT = 0.55
_UNKNOWN = 0.8  # a rare form says little of how rare its word is: of one that the lexicon has, this is the most
_LIGHT = 0.4  # of the weight of a verb that mostly carries a noun ("give", "say", "have")
# Kinds of concepts that tell what happens; the others tell with whom, what, where and how.
ACTS = frozenset(
    (
        *("saying", "denying", "confirming", "refusing", "silence", "warning", "accusing", "asking", "agreeing"),
        *("deciding", "planning", "considering", "preparing", "beginning", "continuing", "ending", "delaying"),
        *("permitting", "forbidding", "judging", "investigating", "arresting", "attacking", "harming", "dying"),
        *("saving", "helping", "giving", "taking", "paying", "buying", "selling", "moving", "arriving", "leaving"),
        *("staying", "meeting", "voting", "winning", "losing", "changing", "rising", "falling", "making", "building"),
        *("destroying", "working", "thinking", "feeling"),
    )
)
_LIGHT_KINDS = frozenset(("saying", "having", "being", "giving", "making", "degree", "relation"))


class UnitKind(Enum):
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    WORD = "word"


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One thing that a text speaks of.

    `keys` are its exact readings, `wider` those of everything that it is a kind of, `parts` those of the parts of a
    compound or phrase, `near` those by which news retells it, `against` of what cannot hold with it, `kinds` the
    lexicon's kinds. `weight` (0 to 1) is how
    telling it is in its language at large.
    """

    kind: UnitKind
    text: str
    span: Span
    weight: float
    keys: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    stem: str = ""
    number: numbers.Number | None = None
    day: dates.Day | None = None

    @property
    def concepts(self) -> list[str]:
        return [k[2:] for k in self.keys if k.startswith("c:")]

    @property
    def is_act(self) -> bool:
        return bool(self.kinds & ACTS)

    @property
    def is_foreign_to_lexicon(self) -> bool:
        """Only its own language has it: neither a concept nor a name can carry it to another."""
        return self.kind is UnitKind.WORD and not (self.parts or self.concepts)


@lru_cache(maxsize=50_000)
def units(text: str, language: str) -> tuple[Unit, ...]:
    """The units of a text in the order of its words."""
    days = dates.dates(text, language)
    counts = [n for n in numbers.numbers(text, language, [d.span for d in days]) if n.sure]
    years = [n for n in counts if _is_year(n)]
    counts = [n for n in counts if n not in years]
    days += [dates.Day(n.words, n.span, year=int(n.values[0])) for n in years]
    found = [Unit(UnitKind.DATE, d.words, d.span, _DATE_WEIGHT, day=d) for d in days]
    found += [Unit(UnitKind.NUMBER, n.words, n.span, _NUMBER_WEIGHT, number=n) for n in counts]
    taken = [u.span for u in found]
    for place in places(text):
        if not _overlaps(place.span, taken):
            found.append(_place(place.id, place.words, place.span, language))
    taken = [u.span for u in found]
    found += _words(text, language, taken)
    return tuple(sorted(found, key=lambda u: u.span))


def spoken_of(text: str, language: str) -> list[Unit]:
    """What a long text speaks of, each thing once and in no order: its words one by one, its places and dates.

    Phrases and what a word means beside others are not looked at, which makes it many times faster than `units`. The
    spans of all but places and dates are of no use.
    """
    found = [Unit(UnitKind.DATE, d.words, d.span, _DATE_WEIGHT, day=d) for d in dates.dates(text, language)]
    found += [_place(place.id, place.words, place.span, language) for place in places(text)]
    words = dict.fromkeys(_WORD.findall(text))
    return found + [unit for word in words if (unit := _of_word(word, language))]


@lru_cache(maxsize=100_000)
def _of_word(word: str, language: str) -> Unit | None:
    known = known_words(language)[word].meanings if language in LANGUAGES else ()
    if not known and word.lower() in _unspoken(language):
        return None
    meant = tuple((concept_at(m.concept).id, m.part) for m in known)
    return _meaning(word, word, meant, language)


@cache
def _unspoken(language: str) -> frozenset[str]:
    return stop_words(language) | words_of(_FOLDER, "auxiliaries", language)


def _is_year(number: numbers.Number) -> bool:
    return bool(_YEAR.fullmatch(number.words)) and not number.percent


def _place(identifier: str, words: str, span: Span, language: str) -> Unit:
    return Unit(
        UnitKind.NAME, words, span, _NAME_WEIGHT, frozenset({f"p:{identifier}"}), stem=stem(words.lower(), language)
    )


def _words(text: str, language: str, taken: Sequence[Span]) -> Iterator[Unit]:
    known: dict[Span, list[Mention]] = {}
    inside: list[Span] = []
    for mention in mentions(text, language):
        first = mention.spans[0]
        if len(mention.spans) > 1 or " " in first.of(text).strip():
            inside += mention.spans
        known.setdefault(first, []).append(mention)
    stops = _unspoken(language)
    done: set[Span] = set()
    for match in _WORD.finditer(text):
        span = Span(match.start(), match.end())
        phrase = next((s for s in known if s.start == span.start and s.end > span.end), None)
        here = phrase or span
        if here in done or _overlaps(span, taken):
            continue
        found = _mentions_at(known, here, span)
        if not found and (match.group().lower() in stops or _overlaps(span, inside)):
            continue
        done.add(here)
        inside += [here] if phrase else []
        yield _unit(text, language, here, found)


def _mentions_at(known: dict[Span, list[Mention]], here: Span, word: Span) -> list[Mention]:
    """The mentions of a word: those that begin and end with it, and those of the parts of a compound within it."""
    if here != word:
        return known.get(here, [])
    return [m for s, found in known.items() if word.start <= s.start and s.end <= word.end for m in found]


def _unit(text: str, language: str, span: Span, found: Sequence[Mention]) -> Unit:
    whole_words = next((" ".join(s.of(text) for s in m.spans) for m in found if len(m.spans) > 1), span.of(text))
    meant = tuple((m.concept.id, m.part) for m in found)
    return replace(_meaning(span.of(text), whole_words, meant, language), span=span)


@lru_cache(maxsize=50_000)
def _meaning(word: str, whole_words: str, meant: tuple[tuple[str, bool], ...], language: str) -> Unit:
    """A word that stands nowhere: news says the same words again and again, so each is worked out once."""
    whole = [_links(identifier) for identifier, part in meant if not part]
    parts = [_links(identifier) for identifier, part in meant if part]
    telling, keys = max(weight(w, language) for w in whole_words.lower().split()), {c.key for c in whole}
    kinds = frozenset(c.kind for c in whole or parts)
    stemmed = stem(word.lower().replace("’", "'"), language)
    keys.add(f"w:{stemmed}")
    if meant:
        telling = min(telling, _UNKNOWN) * (_LIGHT if kinds <= _LIGHT_KINDS else 1)
    elif word[0].isupper():
        keys |= _name_keys(word)
    named = not meant and word[0].isupper() and (language != "de" or telling > _UNKNOWN)
    return Unit(
        UnitKind.NAME if named else UnitKind.WORD,
        word,
        Span(0, len(word)),
        telling,
        frozenset(keys),
        frozenset().union(*(c.wider for c in whole or parts)),
        frozenset(c.key for c in parts) | _of_parts(word, whole_words, language),
        kinds,
        frozenset().union(*(c.near for c in whole or parts)),
        frozenset().union(*(c.against for c in whole)),
        stemmed,
    )


class _Links(NamedTuple):
    """A concept's key, and those of what it is a kind of, of what retells it, of what cannot hold with it."""

    key: str
    kind: str
    wider: frozenset[str]
    near: frozenset[str]
    against: frozenset[str]


@cache
def _links(identifier: str) -> _Links:
    one = concept(identifier)
    against = one.opposites.union(*(concept(b).opposites for b in one.broader))
    return _Links(
        _key(identifier), one.kind, *(frozenset(map(_key, ids)) for ids in (broader_of(one.id), one.near, against))
    )


def _key(identifier: str) -> str:
    return f"c:{identifier}"


def _of_parts(word: str, whole_words: str, language: str) -> frozenset[str]:
    if len(whole_words.split()) > 1:
        return _of_words(whole_words, language)
    return (
        frozenset(f"p:{place.id}" for part in word.split("-") for place in places(part)) if "-" in word else frozenset()
    )


@lru_cache(maxsize=20_000)
def _of_words(phrase: str, language: str) -> frozenset[str]:
    """What the words of a phrase mean by themselves: "Oberste Gericht" where the phrase is "vor Gericht ziehen"."""
    stops = stop_words(language)
    words = [w for w in phrase.split() if w.lower() not in stops]
    return frozenset(f"c:{m.concept.id}" for w in words for m in mentions(w, language) if not m.part) | frozenset(
        f"w:{stem(w.lower(), language)}" for w in words
    )


def _name_keys(word: str) -> frozenset[str]:
    """Skeletons of a name; those without vowels only meet across scripts, so each says which script it is from."""
    kept = frozenset(f"n:{s}" for s in sounds(word))
    script = "x" if is_cyrillic(word) else "l"
    return kept | {f"b{script}:{bone}" for bone in consonants(word) if len(bone) >= 3}


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
