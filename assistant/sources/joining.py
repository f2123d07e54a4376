"""When two identities are one body or person."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.sources.given_names import given_name
from assistant.sources.identity import Identity, kind_and_rest, related, sound_alike, telling_words
from assistant.sources.words import Sort, book, concepts, grammar, key, lineage
from assistant.sourcing import SourceKind
from index.wordlists import LANGUAGES

_PRINTS = frozenset({SourceKind.OUTLET, SourceKind.AGENCY})
_PUBLIC = frozenset({SourceKind.GOVERNMENT, SourceKind.COURT})
_INITIAL = 2  # letters
_PRIVATE = frozenset({SourceKind.NGO, SourceKind.COMPANY, SourceKind.POLITICAL})


def joined(one: Identity, other: Identity) -> bool:
    """Whether their names alone make them one."""
    if one.key == other.key:
        return True
    if not (one.named and other.named) or differ(one, other):
        return False
    if one.person and other.person:
        pairs = ((a, b) for a in one.names for b in other.names)
        return any(same_person(a, b) for a, b in pairs if (given_name(a) and given_name(b)) or _whole_alike(a, b))
    if one.person != other.person:
        person, body = (one, other) if one.person else (other, one)
        return _speaks_for(person, body) or (person.lone and _is_named_so(person, body))
    if _same_seat(one, other):
        return True
    whole = _of_one_sort(one, other)
    return any(same_body(a, b, whole=not whole) for a in _own(one) for b in _own(other))


def _of_one_sort(one: Identity, other: Identity) -> bool:
    """Whether a part of a name may be the whole body: "Querenbeck" is no "Initiative Querenbeck" if it is the town."""
    return not any(a.kinds <= _PUBLIC and b.kinds <= _PRIVATE for a, b in ((one, other), (other, one)))


def narrower(general: Identity, special: Identity) -> bool:
    """Whether one is told of less fully, and may be the other: "die Polizei", a surname, "Geheimdienst"."""
    if not (general.named and special.named) or general.key == special.key:
        return False
    if general.person and special.person:
        return any(_is_part_of_person(a, b) for a in general.names for b in special.names)
    if general.person or special.person or general.concept is None:
        return False
    if special.concept is None:
        return general.bare and stands_for(general, special) and _has_words_of(special, general)
    if general.place and general.place != special.place:
        return False
    if not general.place and special.place is not None and related(general.concept, special.concept):
        return True
    if general.bare and not special.bare:
        return related(general.concept, special.concept) and _has_words_of(special, general)
    if not general.place:
        return False
    return special.concept != general.concept and related(general.concept, special.concept)


def ministry_of(ministry: Identity, government: Identity) -> bool:
    """Whether a ministry may be one of a government, as it is in an article that tells nothing else: where either's
    state or place is told, it is the other's."""
    if government.concept != "government" or "ministry" not in lineage(ministry.concept or ""):
        return False
    pairs = (ministry.side, government.side), (ministry.place, government.place)
    return all(mine == theirs or not (mine and theirs) for mine, theirs in pairs)


def differ(one: Identity, other: Identity) -> bool:
    """What keeps bodies apart: another state, another kind of body, another place of the same kind."""
    if one.side and other.side and one.side != other.side:
        return True
    if one.concept and other.concept:
        if not related(one.concept, other.concept):
            return True
        return bool(one.place and other.place and one.place != other.place)
    prints = bool(one.kinds & _PRINTS), bool(other.kinds & _PRINTS)
    return not one.person and not other.person and prints[0] != prints[1]


def _same_seat(one: Identity, other: Identity) -> bool:
    if not one.concept or one.concept != other.concept or one.place != other.place:
        return False
    return bool(one.place) or concepts()[one.concept].seat


def _own(identity: Identity) -> list[str]:
    """Its names without those of the people who speak for it."""
    own = [n for n in identity.names if not given_name(n)]
    return own or list(identity.names)


def _is_named_so(person: Identity, body: Identity) -> bool:
    return any(same_body(a, b) for a in person.names for b in _own(body))


def stands_for(general: Identity, special: Identity) -> bool:
    """Whether a word for a kind of body may mean one of which only the name and what it is are known."""
    return bool(special.kinds & (general.kinds | set(concepts()[general.concept or ""].stands_for)))


def _has_words_of(special: Identity, general: Identity) -> bool:
    """ "the airport" is no brewery: whether a word that says more than "company" is in the other's name too."""
    if not concepts()[general.concept or ""].generic:
        return True
    telling = [n for n in general.names if n.lower() not in grammar("any_body")]
    return not telling or any(_covers(telling_words(own), telling_words(n)) for n in telling for own in _own(special))


def _speaks_for(person: Identity, body: Identity) -> bool:
    """Whether a body's aliases have the person's full name: its head or spokesman."""
    if not person.person or body.person:
        return False
    full = [n for n in person.names if len(n.split()) > 1]
    return any(same_person(a, b) for a in full for b in body.names if given_name(b))


def same_person(one: str, other: str) -> bool:
    """One full name in two spellings; an initial stands for a surname: "Detlef M."."""
    mine, theirs = one.split(), other.split()
    if len(mine) < 2 or len(theirs) < 2:
        return False
    if not sound_alike(mine[0], theirs[0]):
        return False
    short = next((w for w in (mine[-1], theirs[-1]) if len(w.rstrip(".")) == 1), None)
    if short:
        return mine[-1][0] == theirs[-1][0]
    return sound_alike(mine[-1], theirs[-1])


def _whole_alike(one: str, other: str) -> bool:
    """Whether two names of two words and more are word for word the same, whoever bears such a name."""
    mine, theirs = one.split(), other.split()
    alike = len(mine) == len(theirs) > 1 and all(map(sound_alike, mine, theirs))
    return alike and min(map(len, (*mine, *theirs))) > _INITIAL


def _is_part_of_person(short: str, full: str) -> bool:
    words = full.split()
    return len(short.split()) == 1 and len(words) > 1 and sound_alike(short, words[-1])


def same_body(one: str, other: str, *, whole: bool = False) -> bool:
    """One name, a part of the other that stands for it (unless only a `whole` one will do), or its first letters."""
    mine, theirs = telling_words(one), telling_words(other)
    if not mine or not theirs:
        return False
    if _covers(mine, theirs) and _covers(theirs, mine):
        return True
    if _abbreviates(one, other) or _abbreviates(other, one) or _same_of_kind(one, other):
        return True
    if whole:
        return False
    short, long = (one, other) if len(mine) <= len(theirs) else (other, one)
    return _is_telling(short) and _covers(telling_words(long), telling_words(short))


def _same_of_kind(one: str, other: str) -> bool:
    """ "Universität Fulda", "University of Fulda", "Fulda University"."""
    (mine, words), (theirs, others) = kind_and_rest(one), kind_and_rest(other)
    if mine != theirs or mine not in grammar("bears_name"):  # an airport and a clinic are both a company
        return False
    return bool(words) and _covers(words, others) and _covers(others, words)


def _covers(whole: Sequence[str], part: Sequence[str]) -> bool:
    return all(any(sound_alike(word, other) for other in whole) for word in part)


def _abbreviates(short: str, full: str) -> bool:
    if not (short.isupper() and len(short) > 1 and len(full.split()) + full.count("-") > 1):
        return False
    return "".join(p[0] for w in full.split() for p in w.split("-") if p[:1].isupper()).upper() == short


def _is_telling(name: str) -> bool:
    """Whether a name is more than a word for a kind of body."""
    words = name.split()
    matches = (book(language).match(words, [key(w, language) for w in words], 0) for language in LANGUAGES)
    return not any(m and m.sort is Sort.CONCEPT and m.length == len(words) for m in matches)
