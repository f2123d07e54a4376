"""Which silences are about the very matter of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.findings.stances import Stances
from assistant.judge.coverage import coverage
from assistant.judge.sides import Side, side
from assistant.judge.told import sentences_of, told
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Silence, Source, Statement
from index.documents import Span

if TYPE_CHECKING:
    from assistant.findings.find import Pile

_NEAR = 2  # sentences between what is told and the word that nobody comments on it
_SAYS = 0.25  # of the statement, that a silence must say itself where it stands further off
_KNOWS = 0.5  # and with the sentences before it


def on_matter(pile: Pile, statement: Statement, stances: Stances) -> list[Silence]:
    """The silences that follow what supports the statement, or name its matter themselves.

    Somebody who is quoted for the statement, or against it, has not been silent on it.
    """
    asked = side(statement.text, statement.language)
    spoken = [c.claim.chain[-1].source for c in (*stances.supporting, *stances.opposing) if len(c.claim.chain) > 1]
    supporting = [c.claim for c in stances.supporting]
    return [
        silence
        for reading in pile.readings
        for silence in reading.silences
        if not _has_spoken(silence, spoken, pile.resolver)
        and (_follows(silence, supporting) or _names(silence, asked, supporting))
    ]


def _has_spoken(silence: Silence, spoken: Sequence[Source], resolver: Resolver) -> bool:
    return silence.party is not None and any(resolver.same(silence.party, source) for source in spoken)


def _follows(silence: Silence, supporting: Sequence[Claim]) -> bool:
    spans = sentences_of(silence.article)
    place = _place(spans, silence.span)
    return any(
        0 <= place - _place(spans, c.span) <= _NEAR
        for c in supporting
        if c.article.id == silence.article.id and not c.headline
    )


def _place(spans: Sequence[Span], span: Span) -> int:
    return next((n for n, s in enumerate(spans) if s.overlaps(span)), len(spans))


def _names(silence: Silence, asked: Side, supporting: Sequence[Claim]) -> bool:
    if silence.article.id not in {c.article.id for c in supporting} or not supporting:
        return False
    claim = Claim(silence.article, silence.span, supporting[0].chain[:1])
    covered = coverage(asked, [u.weight for u in asked.units], told(claim))
    return covered.own >= _SAYS and covered.all >= _KNOWS
