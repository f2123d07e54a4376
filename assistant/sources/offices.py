"""Offices of which one person has each: ministers and their ministries, mayors, bishops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.sources.bodies import of_kind
from assistant.sources.figures import Figure, bare
from assistant.sources.phrase import Kind, Phrase, Role
from assistant.sources.places import state_of
from assistant.sources.words import Sort, book, key
from assistant.sourcing import SourceKind

if TYPE_CHECKING:
    from assistant.sources.cast import Cast

GOVERNING = frozenset({"ministers", "statesmen", "presidents"})
OF_ONE = GOVERNING | {"offices", "clergy"}  # whoever has the role is known by it
_MINISTRIES = {"de": ("minister", "ministerium"), "en": ("minister", "ministry"), "ru": ("министр", "министерство")}


def settle_office(cast: Cast, role: Role, found: Figure) -> None:
    """ "the mayor" before "Mayor Joan Hill": told of by office alone, then by name."""
    earlier = cast.memory.remembered(role.word)
    if earlier and earlier is not found and earlier.key.startswith("role:") and earlier.speaks_for is None:
        earlier.speaks_for = found


def office_of(cast: Cast, role: Role, phrase: Phrase) -> Figure | None:
    """The ministry of a minister, the government of a head of state."""
    if role.sort == "ministers":
        return _ministry(cast, role, phrase)
    state = state_of(phrase.places[0].id) if phrase.places else None
    if state is None or (role.sort == "presidents" and (phrase.kinds or phrase.bodies)):
        return None
    key_ = f"{state}:government"
    found = next((f for f in cast.figures if f.key == key_), None)
    return found or cast.enter(Figure(SourceKind.GOVERNMENT, key_, side=state, concept="government", place=state))


def _ministry(cast: Cast, role: Role, phrase: Phrase) -> Figure | None:
    """ "Verkehrsministerin" -> "Verkehrsministerium", "foreign minister" -> "foreign ministry"."""
    minister, ministry = _MINISTRIES.get(cast.language, ("", ""))
    words = phrase.text.lower().replace(f"{minister}in", minister).split()
    at = next((n for n, w in enumerate(words) if w.startswith(minister) or w.endswith(minister)), None)
    if not minister or at is None:
        return None
    words[at] = words[at].replace(minister, ministry)[: len(words[at]) + 8]
    known = book(cast.language)
    for first in range(max(0, at - 2), at + 1):
        forms = [w.capitalize() for w in words[first:]]
        match = known.match(forms, [key(w, cast.language) for w in forms], 0)
        if match and match.sort is Sort.CONCEPT and match.value.endswith("_ministry"):
            written = " ".join(forms[: match.length])
            return of_kind(cast, Kind(match.value, written, written[: match.border], False, 0), phrase)
    return None


def _place_told(phrase: Phrase) -> str:
    return phrase.places[0].words if phrase.places else next((n.text for n in phrase.names if n.linked), "")


def is_of_another(known: Figure, phrase: Phrase) -> bool:
    """Whether an office is that of another place than the one told of before."""
    place = _place_told(phrase).lower()
    return bool(place) and known.key.count(":") > 1 and not known.key.endswith(f":{place}")


def office_holder(cast: Cast, role: Role, phrase: Phrase) -> Figure:
    """Who has an office that one person has: known by it."""
    place = _place_told(phrase)
    key_ = f"role:{role.word}:{place}" if place else f"role:{role.word}"
    found = Figure(SourceKind.PERSON if role.sort == "clergy" else SourceKind.GOVERNMENT, key_.lower(), person=True)
    found.add(bare(phrase.text, cast.language) if place else role.word)
    found.office = office_of(cast, role, phrase) if role.sort in GOVERNING else None
    return found
