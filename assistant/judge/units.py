"""What a text speaks of, as units that another text in another language can meet: numbers, dates, names, concepts.

A unit carries every reading of its words. Words of the lexicon are compared by concept, names by the skeleton that
survives transliteration, all others by their stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from assistant.gate import dates, numbers
from index.documents import Span
from index.embedding.frequency import weight
from index.lexicon.concepts import Concept, Mention
from index.lexicon.lexicon import broader_of, concept, mentions
from index.places import places
from index.spelling import consonants, is_cyrillic, sounds
from index.terms import stem, stop_words
from index.wordlists import words_of

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
    stops = stop_words(language) | words_of(_FOLDER, "auxiliaries", language)
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
    word = span.of(text)
    whole = [m.concept for m in found if not m.part]
    parts = [m.concept for m in found if m.part]
    above = frozenset(f"c:{b}" for c in whole or parts for b in broader_of(c.id))
    kinds = frozenset(c.kind for c in whole or parts)
    stemmed = stem(word.lower().replace("’", "'"), language)
    keys = frozenset(f"c:{c.id}" for c in whole) | {f"w:{stemmed}"}
    whole_words = next((" ".join(s.of(text) for s in m.spans) for m in found if len(m.spans) > 1), word)
    telling = max(weight(w, language) for w in whole_words.lower().split())
    if whole or parts:
        telling = min(telling, _UNKNOWN)
        if kinds and kinds <= _LIGHT_KINDS:
            telling *= _LIGHT
    elif word[0].isupper():
        keys |= _name_keys(word)
    named = not found and word[0].isupper() and (language != "de" or telling > _UNKNOWN)
    part_keys = frozenset(f"c:{c.id}" for c in parts)
    near = frozenset(f"c:{n}" for c in whole or parts for n in c.near)
    if len(whole_words.split()) > 1:
        part_keys |= _of_words(whole_words, language)
    elif "-" in word:
        part_keys |= frozenset(f"p:{place.id}" for part in word.split("-") for place in places(part))
    kind = UnitKind.NAME if named else UnitKind.WORD
    against = frozenset(f"c:{o}" for c in whole for o in _opposites(c))
    return Unit(kind, word, span, telling, keys, above, part_keys, kinds, near, against, stemmed)


def _opposites(one: Concept) -> frozenset[str]:
    """What a concept is opposite to, by itself or as a kind of something."""
    return one.opposites.union(*(concept(b).opposites for b in one.broader))


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
