"""What stands for a body: a word for its kind, a state's or capital's name, a paper with nobody's name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.sources.figures import Figure, alike
from assistant.sources.german import gender_of
from assistant.sources.kinds import PRINTS
from assistant.sources.phrase import Kind, Phrase
from assistant.sources.places import state_of
from assistant.sources.titles import title_of
from assistant.sources.words import Concept, concepts, grammar
from assistant.sourcing import SourceKind
from index.places import places

if TYPE_CHECKING:
    from assistant.sources.cast import Cast


_CASE = re.compile(r"e?s\Z")
_SHORTEST_HEAD = 2  # letters
_LONGEST_OWNER = 30  # characters
_OWNER = re.compile(r"([A-ZÄÖÜ][\w-]+?)(?:['’]s|s|['’]) [\w ]+\Z")


def standing_for(cast: Cast, kind: Kind, phrase: Phrase) -> Figure | None:
    """ "die Behörde", "das Blatt", "its press office": the last body named that the word may stand for."""
    concept = concepts()[kind.concept]
    own = cast.publisher
    if whose := _whose(cast, kind, concept):
        return whose
    if kind.concept in own.concepts or (own.kind in concept.stands_for and own.kind not in PRINTS):
        return own  # a release speaks of its own house
    indefinite = _determiner(kind, phrase) in grammar("indefinite", cast.language) or concept.id == "media"
    if kind.span and indefinite and not concept.part:
        return cast.unnamed(phrase)
    if concept.part:
        return cast.memory.latest(lambda f: not f.person and f.named and f.kind is not SourceKind.OUTLET)
    same = _ending_in(cast, kind) or cast.memory.latest(lambda f: kind.concept in f.concepts)
    if found := same or cast.memory.latest(lambda f: not f.person and _may_stand(f, concept)):
        if not found.sure:
            found.kind, found.concept, found.sure = concept.kind, kind.concept, True
        return found
    if cast.publisher.kind in concept.stands_for:
        return cast.publisher
    found = cast.enter(Figure(concept.kind, f":{kind.concept}:{cast.article}", concept=kind.concept))
    found.gender = gender_of(kind.word) if cast.language == "de" else ""
    found.add(title_of(kind, phrase, cast.text), cast.language)
    return found


def _ending_in(cast: Cast, kind: Kind) -> Figure | None:
    """ "das Amt" is rather the "Eichamt" than the town that was named last; in German alone."""
    if cast.language != "de" or len(kind.word.split()) > 1:
        return None
    ends = _CASE.sub("", kind.word.lower())
    return cast.memory.latest(lambda f: not f.person and any(_ends_so(name, ends) for name in f.names))


def _ends_so(name: str, head: str) -> bool:
    first = _CASE.sub("", name.split(maxsplit=1)[0].lower())
    return len(first) > len(head) > _SHORTEST_HEAD and first.endswith(head)


def _determiner(kind: Kind, phrase: Phrase) -> str:
    """The small word that goes with a kind of body: "des" in "ein Sprecher des Flughafens"."""
    before = phrase.text[: max(0, kind.span.start - phrase.span.start)].lower().split() if kind.span else []
    small = grammar("indefinite", phrase.language) | grammar("definite", phrase.language)
    return next((word for word in reversed(before) if word in small), phrase.first)


def _whose(cast: Cast, kind: Kind, concept: Concept) -> Figure | None:
    """ "Hill's office", "Ohms Büro": somebody named before."""
    if kind.span is None or not (concept.part or concept.id == "authority"):
        return None
    own = _OWNER.search(cast.text, max(0, kind.span.start - _LONGEST_OWNER), kind.span.end)
    return next((f for f in cast.called(own[1]) if f.person and f.named), None) if own else None


def _may_stand(figure: Figure, concept: Concept) -> bool:
    return figure.kind in concept.stands_for or (not figure.sure and bool(concept.stands_for))


def government(cast: Cast, place: str, words: str) -> Figure:
    """A state or its capital, speaking for the government."""
    state = state_of(place)
    identity = f"{state}:government" if state else f"place:{place}"
    found = next((f for f in cast.figures if f.key == identity), None)
    if found is None:
        found = Figure(SourceKind.GOVERNMENT, identity, side=state, concept="government", place=state or place)
        cast.enter(found)
    found.add(_plain(words, place), cast.language)
    return found


def is_adjective_of_more(words: str, phrase: Phrase) -> bool:
    """ "немецкую систему страхования", "der Genfer Konvention": an adjective before a noun that no list knows."""
    if phrase.language == "de" and words.endswith("er"):
        return len(phrase.names) > 0
    return phrase.language == "ru" and words[:1].islower() and len(phrase.words) > len(words.split())


def _plain(words: str, place: str) -> str:
    """ "Kabuls" -> "Kabul"."""
    short = words.removesuffix("s").removesuffix("’").removesuffix("'")
    return short if short != words and any(p.id == place for p in places(short)) else words


def document(cast: Cast, phrase: Phrase) -> Figure:
    """A paper with nobody's name: "laut Anklageschrift"."""
    kind = next(k for k in phrase.kinds if k.concept == "document")
    known = cast.memory.latest(lambda f: f.kind is SourceKind.DOCUMENT)
    if known and (phrase.first in grammar("definite", cast.language) or any(alike(kind.word, n) for n in known.names)):
        return known
    number = sum(f.kind is SourceKind.DOCUMENT for f in cast.figures)
    found = cast.enter(Figure(SourceKind.DOCUMENT, f"document:{cast.article}:{number}", concept="document"))
    found.add(phrase.text.split(",")[0], cast.language)
    return found
