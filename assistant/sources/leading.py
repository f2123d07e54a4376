"""Which body somebody leads or speaks for, of whom only the role is told: "Klinikchef", "ihr Sprecher"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.sources.bodies import matched_body
from assistant.sources.figures import Figure
from assistant.sources.kinds import PRINTS
from assistant.sources.phrase import Phrase, Role
from assistant.sources.words import Sort, concepts, grammar
from assistant.sourcing import SourceKind

if TYPE_CHECKING:
    from assistant.sources.cast import Cast

_NEAR = 500  # characters before a head or spokesman within which the body is named
_SHORTEST = 4  # letters of a compound's beginning that a body's name may share
_SILENT = PRINTS | {SourceKind.DOCUMENT}
_HOUSES = frozenset({SourceKind.COMPANY, SourceKind.NGO})
# Who is called head, chair or president and no more is hardly of one of these: they have commissioners and judges.
_OF_RANK = frozenset({SourceKind.COURT, SourceKind.POLICE, SourceKind.MILITARY, SourceKind.INTELLIGENCE})


def body_of_role(cast: Cast, role: Role, phrase: Phrase) -> Figure | None:
    """The body of somebody whose role alone is told: "Behördensprecherin", "ее лидер", "Sprecherin Norrby"."""
    low = role.word.lower()
    beginning = _beginning(role, cast.language)
    if beginning and (named := _named_so(cast, beginning)):
        return named
    if role.body and not _is_of_one_sort(role):
        return matched_body(cast, role.body, phrase)
    if role.body and role.sort == "spokes":
        return _called(cast, role.body.value, role.before)
    if beginning or low.endswith(tuple(grammar("counsel", cast.language))):
        return None  # of what no body here is called by; of a person, as like as not
    if role.sort == "owners":
        return cast.memory.referent(lambda f: _speaks(f) and f.kind in _HOUSES)
    if role.sort == "spokes":
        return cast.memory.referent(_speaks, near=_NEAR)
    own = phrase.first in grammar("possessive", cast.language)
    presides = not own and low.startswith(tuple(grammar("presides", cast.language)))
    return cast.memory.referent(lambda f: _speaks(f) and (presides or f.kind not in _OF_RANK), near=_NEAR)


def _beginning(role: Role, language: str) -> str:
    """What a role is of, by how its compound begins: "schul" of "Schulleiter"; nothing where that is a rank."""
    low = role.word.lower().rpartition("-")[2]
    end = max((e for e in grammar("head_ends", language) if low.endswith(e)), key=len, default="")
    before = low.removesuffix(end) if end else role.before.lower().strip("-")
    return "" if before in grammar("ranks", language) else role.before.lower() or before


def _named_so(cast: Cast, beginning: str) -> Figure | None:
    """The last body named whose name has a word with that in it: "Klinik" of "Klinikum Nord"."""
    stem = beginning.removesuffix("s")
    if len(stem) < _SHORTEST:
        return None
    return cast.memory.latest(
        lambda f: _speaks(f) and any(stem in word for name in f.names for word in name.lower().split())
    )


def _called(cast: Cast, concept: str, word: str) -> Figure:
    """The body of which a spokesman's title alone tells: "Flughafen" of "Flughafensprecherin"."""
    found = cast.enter(Figure(concepts()[concept].kind, f":{concept}:{cast.article}:{word.lower()}", concept=concept))
    found.add(word, cast.language)
    return found


def _is_of_one_sort(role: Role) -> bool:
    """Whether the beginning is a word for one sort of house, of which another cannot be the one: "Klinik", "Museum"."""
    if role.body is None or role.body.sort is not Sort.CONCEPT or not concepts()[role.body.value].generic:
        return False
    return not any(role.before.lower().startswith(word) for word in grammar("any_body"))


def _speaks(figure: Figure) -> bool:
    """Whether it is a body that people speak for."""
    return not figure.person and figure.named and figure.kind not in _SILENT
