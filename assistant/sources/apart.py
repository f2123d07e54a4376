"""What tells bodies of one kind apart: their place, their state, words of their own."""

from __future__ import annotations

from assistant.sources.figures import Figure, alike
from assistant.sources.german import is_noun
from assistant.sources.given_names import given_name
from assistant.sources.memory import Test
from assistant.sources.phrase import Kind, Phrase
from assistant.sources.places import state_of
from assistant.sources.titles import has_own_words, own_words
from assistant.sources.words import concepts, lineage
from assistant.sourcing import SourceKind
from index.places import places

# Bodies of which there are many, told apart by the place or name that follows: "Polizei Hamburg".
PLACED = frozenset({SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.COURT, SourceKind.MILITARY})
_SHORTEST_SPECIFIC = 4  # letters before "-behörde" that make it a body of its own
_PLURALS = {"de": "n", "en": "ies", "ru": "и"}


def place_of(kind: Kind, phrase: Phrase | None, qualifier: str = "") -> str | None:
    """The state or place whose body it is: told before or after its kind, or in the compound."""
    return (_place(kind, phrase, qualifier) if phrase else None) or _prefix_place(kind)


def _place(kind: Kind, phrase: Phrase, qualifier: str) -> str | None:
    if phrase.places:
        return state_of(phrase.places[0].id) or phrase.places[0].id
    if qualifier or (qualifier := _town_of(kind, phrase)):
        return qualifier.lower()
    before = {kind.placed - 1 for kind in phrase.kinds}
    for name in phrase.names:
        if phrase.language == "de" and name.text.endswith("er") and name.placed in before:
            return name.text[:-2].lower()  # "Hamburger Polizei"
    return None


def _town_of(kind: Kind, phrase: Phrase) -> str:
    """ "Springfield police", "the city of Springfield", "die Stadtverwaltung in Altdorf".

    Not "the police in Springfield": there they may only have spoken.
    """
    concept = concepts()[kind.concept]
    if concept.kind not in PLACED or concept.seat or concept.generic:
        return ""
    if phrase.language == "en" and (before := own_words(kind)):
        return before
    if concept.kind is SourceKind.POLICE:
        return ""
    after = next((n for n in phrase.names if n.linked and n.placed == kind.placed + 1), None)
    if after is None or given_name(after.text) or (phrase.language == "de" and is_noun(after.text)):
        return ""
    return after.text


def _prefix_place(kind: Kind) -> str | None:
    """The state in a compound: "Bundesinnenministerium", "US-Außenministerium"."""
    before = kind.before.strip("-")
    if before.lower() == "bundes":
        return "DE"
    found = places(before) if len(before) > 1 and "-" in kind.word else []
    return state_of(found[0].id) if found else None


def is_specific(kind: Kind, qualifier: str = "") -> bool:
    """Whether its words name a body, not only what kind of body it is."""
    concept = concepts()[kind.concept]
    if not concept.generic or kind.long or has_own_words(kind):
        return True
    if concept.kind in PLACED and qualifier:
        return True
    return concept.kind in PLACED | {SourceKind.NGO} and len(kind.before) >= _SHORTEST_SPECIFIC


def are_authorities(kind: Kind, language: str) -> bool:
    """ "ukrainische Behörden", "US authorities": no body of its own, but the state's."""
    concept = concepts()[kind.concept]
    if not concept.generic or concept.kind is not SourceKind.GOVERNMENT:
        return False
    return kind.word.lower().endswith(_PLURALS.get(language, "s"))


def same_kind(kind: Kind, place: str | None) -> Test:
    """A test for the one body that an article can mean by a kind and a place."""
    concept = concepts()[kind.concept]

    def test(figure: Figure) -> bool:
        if figure.person or figure.concept is None or (place and figure.place and place != figure.place):
            return False
        if concept.generic:
            words = [w for w in (kind.word, *kind.long.split()) if w[0].isupper()] or kind.word.split()
            return any(all(any(alike(w, own) for own in name.split()) for w in words) for name in figure.names)
        return kind.concept in figure.concepts or figure.concept in _broader(kind.concept)

    return test


def _broader(concept: str) -> list[str]:
    return [c for c in lineage(concept)[1:] if not concepts()[c].generic]
