"""What a word means wherever it stands: its concepts, what they are kinds of, retell and exclude; how a name sounds."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from assistant.judge.unit import ACTS, Unit, UnitKind
from index.documents import Span
from index.embedding.frequency import weight
from index.lexicon.lexicon import broader_of, concept, mentions
from index.places import places
from index.spelling import consonants, is_cyrillic, sounds
from index.terms import stem, stop_words

_UNKNOWN = 0.8  # a rare form says little of how rare its word is: of one that the lexicon has, this is the most
_LIGHT = 0.4  # of the weight of a verb that mostly carries a noun ("give", "say", "have")
_LIGHT_KINDS = frozenset(("saying", "having", "being", "giving", "making", "degree", "relation"))


@lru_cache(maxsize=50_000)
def meaning(word: str, whole_words: str, meant: tuple[tuple[str, bool], ...], language: str) -> Unit:
    """The unit of a word that stands nowhere: news says the same words again and again, so each is worked out once."""
    telling = max(weight(w, language) for w in whole_words.lower().split())
    stemmed = stem(word.lower().replace("’", "'"), language)
    keys, capital = {f"w:{stemmed}"}, word[0].isupper()
    links = _NOTHING
    if meant:
        links = _joined(meant)
        keys |= links.keys
        telling = min(telling, _UNKNOWN) * (_LIGHT if links.kinds <= _LIGHT_KINDS else 1)
    elif capital:
        keys |= name_keys(word)
    parts = links.parts | _of_parts(word, whole_words, language)
    named = not meant and capital and (language != "de" or telling > _UNKNOWN)
    return Unit(
        UnitKind.NAME if named else UnitKind.WORD,
        word,
        Span(0, len(word)),
        telling,
        frozenset(keys),
        links.wider,
        parts,
        links.kinds,
        links.near,
        links.against | (_excluded_by_act(parts, links.kinds) if " " in whole_words else frozenset()),
        stemmed,
    )


class _Joined(NamedTuple):
    """What all that a word can mean has in common: see `Unit`."""

    keys: frozenset[str] = frozenset()
    wider: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()


_NOTHING = _Joined()


@lru_cache(maxsize=20_000)
def _joined(meant: tuple[tuple[str, bool], ...]) -> _Joined:
    whole = [links_of(identifier) for identifier, part in meant if not part]
    parts = [links_of(identifier) for identifier, part in meant if part]
    return _Joined(
        frozenset(c.key for c in whole),
        frozenset().union(*(c.wider for c in whole or parts)),
        frozenset(c.key for c in parts),
        frozenset(c.kind for c in whole or parts),
        frozenset().union(*(c.near for c in whole or parts)),
        frozenset().union(*(c.against for c in whole)),
    )


class _Links(NamedTuple):
    """A concept's key, and those of what it is a kind of, of what retells it, of what cannot hold with it."""

    key: str
    kind: str
    wider: frozenset[str]
    near: frozenset[str]
    against: frozenset[str]


@cache
def links_of(identifier: str) -> _Links:
    one = concept(identifier)
    against = one.opposites.union(*(concept(b).opposites for b in one.broader))
    return _Links(
        key_of(identifier), one.kind, *(frozenset(map(key_of, ids)) for ids in (broader_of(one.id), one.near, against))
    )


def key_of(identifier: str) -> str:
    return f"c:{identifier}"


def _of_parts(word: str, whole_words: str, language: str) -> frozenset[str]:
    if len(whole_words.split()) > 1:
        return _of_words(whole_words, language)
    return (
        frozenset(f"p:{place.id}" for part in word.split("-") for place in places(part)) if "-" in word else frozenset()
    )


@lru_cache(maxsize=20_000)
def _excluded_by_act(parts: frozenset[str], kinds: frozenset[str]) -> frozenset[str]:
    """What cannot hold with the verb of a phrase: who raised the rate has not cut it, in whatever words."""
    acts = (links_of(key[2:]) for key in parts if key.startswith("c:"))
    return frozenset().union(*(act.against for act in acts if act.kind in kinds & ACTS))


@lru_cache(maxsize=20_000)
def _of_words(phrase: str, language: str) -> frozenset[str]:
    """What the words of a phrase mean by themselves: "Oberste Gericht" where the phrase is "vor Gericht ziehen"."""
    stops = stop_words(language)
    words = [w for w in phrase.split() if w.lower() not in stops]
    return frozenset(f"c:{m.concept.id}" for w in words for m in mentions(w, language) if not m.part) | frozenset(
        f"w:{stem(w.lower(), language)}" for w in words
    )


@lru_cache(maxsize=20_000)
def name_keys(word: str) -> frozenset[str]:
    """Skeletons of a name; those without vowels only meet across scripts, so each says which script it is from."""
    kept = frozenset(f"n:{s}" for s in sounds(word))
    script = "x" if is_cyrillic(word) else "l"
    bones = consonants(word)
    if word[0] == "H":  # for which Russian writes a G in older names: Гамбург, Ганновер
        bones |= consonants(f"G{word[1:]}")
    return kept | {f"b{script}:{bone}" for bone in bones if len(bone) >= 3}
