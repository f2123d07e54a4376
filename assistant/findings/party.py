"""Who is a party to a matter: has something to win or lose by what is believed of it.

Firms, clubs, unions, campaigners and politicians speak for themselves whatever they say. Everybody else is one by what
they are to the matter (the accused, an owner, counsel), by how they are told of (they deny, own up, accuse), by another
side that contests what they say, or as a side in a war. A body that reports its own official act or count is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.findings.manner import accuses, answers, clears, framing, owns_up
from assistant.findings.stake import (
    has_role,
    is_acronym,
    is_disinterested,
    is_fighter,
    is_institution,
    is_of_war,
    is_opponent,
    leads,
    speaks_for_an_army,
    tells_of_war,
)
from assistant.findings.stances import Stances
from assistant.sources.kinds import PRINTS
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Comparison, Source, SourceKind, Statement
from index.documents import Article

_PRIVATE = frozenset({SourceKind.COMPANY, SourceKind.POLITICAL, SourceKind.NGO})
_PEOPLE = frozenset({SourceKind.PERSON, SourceKind.WITNESS, SourceKind.UNNAMED})
_OFFICIAL = frozenset({SourceKind.GOVERNMENT, SourceKind.POLICE, SourceKind.MILITARY})
_OF_MANY = frozenset({"EU", "UN"})  # sides that are no states
# Who finds out what happened: that they find otherwise makes no side of them, nor of whom they correct.
_FINDS_OUT = frozenset({SourceKind.POLICE, SourceKind.COURT, SourceKind.EXPERT, SourceKind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Parties:
    """What decides who is a party to this statement: who says it and how, and who says what speaks against it.

    `statement`: none for those who speak against it, of whom its own words tell nothing. `articles`: all that may tell
    who somebody is, those that support the statement first.
    """

    statement: Statement | None
    supporting: tuple[Claim, ...]
    against: tuple[Source, ...]
    articles: tuple[Article, ...]
    resolver: Resolver

    @classmethod
    def of(
        cls, statement: Statement | None, stances: Stances, compared: Iterable[Comparison], resolver: Resolver
    ) -> Parties:
        """`compared`: with all that the statement was; its articles may tell who somebody is."""
        supporting = tuple(c.claim for c in stances.supporting)
        against = tuple(c.claim.chain[-1].source for c in stances.opposing)
        articles = {c.article.id: c.article for c in (*supporting, *(c.claim for c in compared))}
        return cls(statement, supporting, against, tuple(articles.values()), resolver)

    def is_party(self, source: Source) -> bool:
        source = self._known(source)
        if is_disinterested(source, self.articles):
            return False
        if source.kind is SourceKind.INTELLIGENCE or self._fights(source):
            return True
        if source.kind in _PRIVATE:
            return self._is_private(source) or self._is_contested(source) or self._answers(source)
        if source.kind in _OFFICIAL:
            return self._is_side(source)
        if source.kind in _PEOPLE:
            return self._speaks_for_itself(source) or has_role(source, self.articles) or leads(source, self.articles)
        return source.kind is SourceKind.EXPERT and (self._answers(source) or has_role(source, self.articles))

    def _known(self, source: Source) -> Source:
        """What one article leaves open another may tell: that a bare name is no surname, but a firm's."""
        if source.kind is not SourceKind.PERSON or " " in source.name:
            return source
        merged = self.resolver.merged(source)
        return replace(source, kind=merged.kind) if merged.kind in _PRIVATE else source

    def _is_private(self, source: Source) -> bool:
        """Whether a body surely speaks for itself: it is no institution, and more is known of it than three letters."""
        if is_acronym(source):
            return has_role(source, self.articles)
        return not is_institution(source)

    def _said_by(self, source: Source) -> list[Claim]:
        return [c for c in self.supporting if self.resolver.same(c.chain[-1].source, source)]

    def _fights(self, source: Source) -> bool:
        """Whether it is a side in a war: an army, a state, or whoever governs where it is fought, on the war itself."""
        if is_fighter(source):
            return True
        private = source.kind in _PRIVATE  # letters that may be an army's press service
        if source.kind is SourceKind.MILITARY or speaks_for_an_army(source) or (private and is_acronym(source)):
            return self._is_of_war or self._tells_of_war(source) or self._is_contested(source)
        if not _governs(source) or source.side in _OF_MANY:
            return False
        return self._is_of_war if source.side else self._tells_of_war(source)

    @property
    def _is_of_war(self) -> bool:
        return any(is_of_war(claim.article) for claim in self.supporting)

    def _tells_of_war(self, source: Source) -> bool:
        return any(tells_of_war(claim) for claim in self._said_by(source))

    def _is_side(self, source: Source) -> bool:
        """Whether an office or a ministry is a side: contested, held to account, or accusing."""
        if not _governs(source):
            return self._answers(source)
        return self._is_contested(source) or self._speaks_for_itself(source) or is_opponent(source, self.articles)

    def _is_contested(self, source: Source) -> bool:
        """Whether another side says otherwise.

        A newsroom that has another figure takes no side, nor does who looks into the matter; who takes back what they
        said is none against themselves.
        """
        sides = (other for other in self.against if other.kind not in PRINTS)
        if source.kind is not SourceKind.MILITARY:
            sides = (other for other in sides if other.kind not in _FINDS_OUT)
        return any(not self.resolver.same(source, other) for other in sides)

    def _answers(self, source: Source) -> bool:
        """Whether it is told as the source's denial: it answers somebody who says otherwise."""
        return any(answers(*words) for words in self._manner(source))

    def _speaks_for_itself(self, source: Source) -> bool:
        if any(answers(*words) or owns_up(*words) or accuses(*words) for words in self._manner(source)):
            return True
        said = [(claim.text, claim.article.language) for claim in self._said_by(source)]
        return any(clears(*words) for words in (*self._stated, *said))

    def _manner(self, source: Source) -> list[tuple[str, str]]:
        """The words that tell how the source says it, each with their language."""
        told = [(framing(claim), claim.article.language) for claim in self._said_by(source)]
        return [*self._stated, *told]

    @property
    def _stated(self) -> list[tuple[str, str]]:
        return [(self.statement.text, self.statement.language)] if self.statement else []


def _governs(source: Source) -> bool:
    """A ministry, a mayor, a state: no office that only counts or watches."""
    return source.kind is SourceKind.GOVERNMENT and source.named and not is_institution(source)
