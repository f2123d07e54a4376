"""Who is a party to a matter: has a stake in what is believed of it.

A body that reports its own official act or count is none, unless that is contested.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.findings.stances import Stances
from assistant.sources.resolve import Resolver
from assistant.sourcing import Source, SourceKind, Statement

_ALWAYS = frozenset({SourceKind.COMPANY, SourceKind.POLITICAL, SourceKind.NGO})
# Sides in a matter only where somebody else contests what they say. A witness or an expert is none.
_WHERE_CONTESTED = frozenset({SourceKind.GOVERNMENT, SourceKind.PERSON})


@dataclass(frozen=True, slots=True)
class Parties:
    """What decides who is a party to this statement: who says what speaks against it."""

    statement: Statement
    against: tuple[Source, ...]
    resolver: Resolver

    @classmethod
    def of(cls, statement: Statement, stances: Stances, resolver: Resolver) -> Parties:
        return cls(statement, tuple(c.claim.chain[-1].source for c in stances.opposing), resolver)

    def is_party(self, source: Source) -> bool:
        if source.kind in _ALWAYS:
            return True
        if source.kind in (SourceKind.MILITARY, SourceKind.INTELLIGENCE):
            return True
        return source.named and source.kind in _WHERE_CONTESTED and self._is_contested(source)

    def _is_contested(self, source: Source) -> bool:
        """Whether somebody else says otherwise: who takes back what they said is no side against themselves."""
        return any(not self.resolver.same(source, other) for other in self.against)
