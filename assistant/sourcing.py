"""The nouns of sourcing: what is read from an article, how it stands to a statement, and who ultimately says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from index.documents import Article, Span


class SourceKind(StrEnum):
    """What somebody who is quoted is."""

    OUTLET = "outlet"
    AGENCY = "agency"  # a news agency
    GOVERNMENT = "government"  # ministries, authorities, councils, mayors, states and their capitals
    MILITARY = "military"
    INTELLIGENCE = "intelligence"
    POLICE = "police"  # and fire brigades, coast guards, rescue services
    COURT = "court"  # and prosecutors
    COMPANY = "company"
    POLITICAL = "political"  # parties, factions, candidates
    PERSON = "person"
    EXPERT = "expert"
    NGO = "ngo"  # associations, unions, clubs, churches, campaigners
    DOCUMENT = "document"  # a paper, a study, a statement with nobody's name
    WITNESS = "witness"
    UNNAMED = "unnamed"  # "Insider", "Regierungskreise", "officials familiar with the matter"


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever is quoted for a claim.

    `name` is the fullest form in its article; `key` is the same for all names of one body or person, as far as one
    article and the alias data tell; `side` is the ISO code of the state, or the key of the body, that it speaks for.
    """

    name: str
    kind: SourceKind
    key: str
    named: bool = True
    side: str | None = None
    aliases: tuple[str, ...] = ()

    def __hash__(self) -> int:
        return hash((self.name, self.key))  # enough, and soon done


@dataclass(frozen=True, slots=True)
class Link:
    """One station of a chain. `spans`: where the article names it; none for its publisher."""

    source: Source
    spans: tuple[Span, ...] = ()


class QuoteType(StrEnum):
    """How somebody's words are given, in the terms of German Redewiedergabe (and of GermEval 2023, task 2)."""

    DIRECT = "direct"  # „…“, sagte er
    INDIRECT = "indirect"  # er sagte, dass …
    FREE_INDIRECT = "free_indirect"  # Konjunktiv with no frame of its own: Er sei krank.
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"  # Konjunktiv with a frame: Er sei krank, sagte er.
    REPORTED = "reported"  # she warned of a strike


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to say what. Every span counts from the article's text; each part may lie in several pieces.

    `source` is empty where nobody is named ("heißt es"); `frame` is the clause that attributes, cue and source in it.
    """

    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    type: QuoteType
    frame: tuple[Span, ...] = ()
    addressee: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement in an article.

    `span` is its sentence, or the part of it that `chain` stands behind; `chain` begins with the publisher and ends
    with the origin. `hedges` are its explicit reservations ("soll", "angeblich"). `headline`: title or kicker.
    """

    article: Article = field(repr=False)
    span: Span
    chain: tuple[Link, ...]
    attribution: Attribution | None = None
    hedges: tuple[Span, ...] = ()
    headline: bool = False

    def __hash__(self) -> int:
        return hash((self.article.id, self.span.start, self.span.end, self.headline))  # enough, and soon done

    @property
    def text(self) -> str:
        return self.span.of(self.article.text)

    @property
    def hedged(self) -> bool:
        return bool(self.hedges)


@dataclass(frozen=True, slots=True)
class Silence:
    """An article says that a party has not commented, declined, or could not be reached. `matter` is what on."""

    article: Article = field(repr=False)
    span: Span
    party: Source | None
    matter: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader found in one article, in the article's order."""

    claims: tuple[Claim, ...]
    silences: tuple[Silence, ...] = ()


class Reader(Protocol):
    """Reads claims and silences from an article."""

    name: str

    def read(self, article: Article) -> Reading: ...


class Stance(StrEnum):
    """How a claim stands to a statement."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    UPDATES = "updates"  # the state, figure or position that the statement gives has changed since
    UNRELATED = "unrelated"


@dataclass(frozen=True, slots=True)
class Statement:
    """What is checked: a user's words, or a claim's. `language` is an ISO 639-1 code."""

    text: str
    language: str
    claim: Claim | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """How `claim` stands to a statement.

    `further`: the claim's wording goes further than what its source is reported to have said. `spans` are the words
    of the claim's article that decided; `reason` is a key of the messages. `strength` (0 to 1) is how sure the judge
    is; it orders claims, decides what is believed, and is never shown. `unjudged` says why no stance could be found;
    `stance` is then UNRELATED.
    """

    claim: Claim
    stance: Stance
    reason: str
    spans: tuple[Span, ...] = ()
    further: bool = False
    strength: float = 0.0
    unjudged: str | None = None


class Judge(Protocol):
    """Compares a statement with many claims: one comparison each, in their order."""

    name: str

    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]: ...


@runtime_checkable
class PreparingJudge(Judge, Protocol):
    """One that compares many statements at once cheaper than one after the other, and then remembers."""

    def prepare(self, asked: Sequence[tuple[Statement, Sequence[Claim]]]) -> None: ...


class Standing(StrEnum):
    """How well a statement is sourced in the articles at hand. Exactly one holds."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single_origin"
    SINGLE_SOURCE = "single_source"
    DISPUTED = "disputed"
    SUPERSEDED = "superseded"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not_found"


class Flag(StrEnum):
    """What an editor must know of a statement. Any may hold."""

    SECOND_HAND = "second_hand"
    INTERESTED_PARTY = "interested_party"
    UNNAMED_SOURCE = "unnamed_source"
    HEDGED = "hedged"
    UNANSWERED = "unanswered"
    OVERSTATED = "overstated"


@dataclass(frozen=True, slots=True)
class Origin:
    """The end of one or more chains, after names are resolved over all articles."""

    source: Source
    party: bool
    claims: tuple[Claim, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a standing or a flag holds: a message (`key` of the messages, with its values) and the evidence.

    A value is a text, an ISO date, a number of articles, or several texts. Where a reason is told piece by piece
    (who has it from whom), its tuples run parallel.
    """

    key: str
    values: Mapping[str, str | int | tuple[str, ...]]
    evidence: tuple[Claim | Silence, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement across all articles.

    `reasons` has one for each flag, by its value, and one for "standing". `nearest`: where nothing supports or
    opposes, the closest claims, which are not support. `against`: the origins of what opposes it or tells what is
    newer.
    """

    statement: Statement
    standing: Standing
    flags: tuple[Flag, ...]
    independent_origins: int
    origins: tuple[Origin, ...]
    supporting: tuple[Claim, ...]
    opposing: tuple[Claim, ...]
    updates: tuple[Claim, ...]
    nearest: tuple[Claim, ...]
    reasons: Mapping[str, Reason]
    unjudged: tuple[Comparison, ...] = ()
    against: tuple[Origin, ...] = ()


Sourcing = Callable[[Sequence[Claim]], Sequence[Finding]]  # how well claims are sourced, one finding each at most


def unsourced(claims: Sequence[Claim]) -> Sequence[Finding]:
    """Where nobody wants to know."""
    return ()
