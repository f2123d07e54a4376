"""Who is a party to a matter: has a stake in what is believed of it.

A body that reports its own official act or count is none, unless another side contests it; an office that only counts
or watches is one where it answers a charge.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.findings.stake import has_role, is_institution, is_of_war, speaks_for_an_army
from assistant.findings.stances import Stances
from assistant.judge.sides import Side, side
from assistant.judge.told import told
from assistant.sources.kinds import PRINTS
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Source, SourceKind, Statement
from index.documents import Article

_ALWAYS = frozenset({SourceKind.COMPANY, SourceKind.POLITICAL, SourceKind.NGO})
# Sides in a matter where what they say is an answer to a charge.
_ANSWERING = frozenset({SourceKind.GOVERNMENT, SourceKind.PERSON, SourceKind.EXPERT, SourceKind.POLICE})
_OF_MANY = frozenset({"EU", "UN"})  # sides that are no states
# A witness or an expert is a side only by what they are to the matter: its lawyer, its owner.
_BY_ROLE = frozenset({SourceKind.PERSON, SourceKind.WITNESS, SourceKind.EXPERT, SourceKind.UNNAMED})


@dataclass(frozen=True, slots=True)
class Parties:
    """What decides who is a party to this statement: who says it, and who says what speaks against it."""

    statement: Side
    supporting: tuple[Claim, ...]
    against: tuple[Source, ...]
    resolver: Resolver

    @classmethod
    def of(cls, statement: Statement, stances: Stances, resolver: Resolver) -> Parties:
        against = tuple(c.claim.chain[-1].source for c in stances.opposing)
        asked = side(statement.text, statement.language)
        return cls(asked, tuple(c.claim for c in stances.supporting), against, resolver)

    def is_party(self, source: Source) -> bool:
        if source.kind is SourceKind.INTELLIGENCE:
            return True
        if source.kind is SourceKind.MILITARY or speaks_for_an_army(source):
            return self._is_of_war or self._is_contested(source)
        if source.kind in _ALWAYS:
            return not is_institution(source) or self._is_contested(source)
        if _governs(source) and (self._is_contested(source) or (_speaks_for_a_state(source) and self._is_of_war)):
            return True
        if source.kind in _ANSWERING and self._denies(source):
            return True
        return source.kind in _BY_ROLE and has_role(source, self._articles)

    @property
    def _articles(self) -> list[Article]:
        return list({c.article.id: c.article for c in self.supporting}.values())

    @property
    def _is_of_war(self) -> bool:
        return any(is_of_war(article) for article in self._articles)

    def _is_contested(self, source: Source) -> bool:
        """Whether another side says otherwise.

        A newsroom that has another figure takes no side; who takes back what they said is none against themselves.
        """
        return any(other.kind not in PRINTS and not self.resolver.same(source, other) for other in self.against)

    def _denies(self, source: Source) -> bool:
        """Whether it is told as the source's denial: it answers somebody who says otherwise."""
        if self.statement.denies:
            return True
        mine = (c for c in self.supporting if self.resolver.same(c.chain[-1].source, source))
        return any(told(claim).own.denies for claim in mine)


def _governs(source: Source) -> bool:
    """A ministry, a mayor, a state: no office that only counts or watches."""
    return source.kind is SourceKind.GOVERNMENT and source.named and not is_institution(source)


def _speaks_for_a_state(source: Source) -> bool:
    return source.side is not None and source.side not in _OF_MANY
