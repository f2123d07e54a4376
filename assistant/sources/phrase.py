"""The words of a source taken apart: who speaks, in which role, for which body of which place."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.sources.words import Match, grammar
from index.documents import Span
from index.places import Place


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words that no list knows.

    `quoted`: between marks; `linked`: after "of", "der", "vom"; `titled`: right after a kind of body ("Reederei Brauer
    & Thies"); `placed`: how many items stand before it in the phrase.
    """

    text: str
    span: Span
    quoted: bool
    linked: bool
    titled: bool
    placed: int

    @property
    def words(self) -> list[str]:
        return self.text.split()


@dataclass(frozen=True, slots=True)
class Role:
    """`word` is as it is written; `body` is what the beginning of its compound says: "Polizei" in "Polizeisprecher".

    `before`: that beginning as it is written, or in English the common noun before it: "Tournament director".
    """

    sort: str
    word: str
    body: Match | None
    placed: int
    before: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of body as it is written.

    `before` is what its compound begins with, `long` what belongs to its name: "für Umwelt und Artenschutz".
    """

    concept: str
    word: str
    before: str
    linked: bool
    placed: int
    span: Span | None = None
    long: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """A body by a name that the lists have."""

    id: str
    placed: int
    span: Span


@dataclass(slots=True)
class Phrase:
    """What was found in the words of one source. `hides`: it says that the name is not to be known."""

    text: str
    span: Span
    language: str
    words: list[str]
    clause: str = ""  # the relative clause that was left out
    bodies: list[Known] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    unnamed: bool = False
    hides: bool = False

    @property
    def first(self) -> str:
        """The first word of who it is: past "Erkenntnissen" in "Erkenntnissen der Beauftragten"."""
        lows = [word.lower() for word in self.words]
        return next((w for w in lows if w not in grammar("sayings", self.language)), lows[0] if lows else "")
