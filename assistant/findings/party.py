"""Who is a party to a matter: has a stake in what is believed of it.

A body that reports its own official act or count is none, unless that is contested.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.findings.stances import Stances
from assistant.sources.resolve import Resolver
from assistant.sourcing import Source, SourceKind, Statement

_ALWAYS = frozenset({SourceKind.COMPANY, SourceKind.POLITICAL, SourceKind.NGO})
_IN_CONFLICT = frozenset({SourceKind.MILITARY, SourceKind.INTELLIGENCE, SourceKind.GOVERNMENT})


@dataclass(frozen=True, slots=True)
class Parties:
    """What decides who is a party to this statement: `contested` by whom, and whether it is about a conflict."""

    statement: Statement
    contested: bool
    resolver: Resolver

    @classmethod
    def of(cls, statement: Statement, stances: Stances, resolver: Resolver) -> Parties:
        return cls(statement, bool(stances.opposing), resolver)

    def is_party(self, source: Source) -> bool:
        if source.kind in _ALWAYS:
            return True
        if source.kind in (SourceKind.MILITARY, SourceKind.INTELLIGENCE):
            return True
        return source.kind in _IN_CONFLICT and self.contested
