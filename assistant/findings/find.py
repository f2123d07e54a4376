"""claims -> a finding: compare, settle stances, follow chains, count origins, decide the standing, raise the flags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.findings.counts import one_number
from assistant.findings.flags import flags
from assistant.findings.independence import Component, components
from assistant.findings.naming import named
from assistant.findings.overstated import further
from assistant.findings.party import Parties
from assistant.findings.reasons import reasons
from assistant.findings.silence import on_matter
from assistant.findings.stances import Stances, settle
from assistant.findings.standing import standing
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Comparison, Finding, Judge, Origin, PreparingJudge, Reading, Standing, Statement
from index.instructions import orders_in

_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Pile:
    """What the articles of one question say: every claim and silence in them, and who is who.

    `claims`: what is claimed; that a party says nothing is no claim about the matter, nor is an order to a machine.
    """

    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    resolver: Resolver


def _is_silence(claim: Claim, reading: Reading) -> bool:
    return any(s.span.start <= claim.span.start and claim.span.end <= s.span.end for s in reading.silences)


def _is_order(claim: Claim) -> bool:
    return any(claim.span.overlaps(span) for span in orders_in(claim.article))


def pile_of(readings: Iterable[Reading]) -> Pile:
    kept = tuple(readings)
    sources = [link.source for r in kept for c in r.claims for link in c.chain]
    sources += [s.party for r in kept for s in r.silences if s.party]
    claims = tuple(c for r in kept for c in r.claims if not _is_silence(c, r) and not _is_order(c))
    return Pile(kept, claims, Resolver(sources))


def finding(statement: Statement, pile: Pile, judge: Judge, claims: Sequence[Claim] | None = None) -> Finding:
    """How `statement` is sourced in the pile; `claims` are those to compare it with (default: all of the pile)."""
    return weigh(statement, pile, judge.compare(statement, pile.claims if claims is None else claims))


def weigh(statement: Statement, pile: Pile, compared: Sequence[Comparison]) -> Finding:
    """How `statement` is sourced in the pile, given how its claims compare with it."""
    if statement.claim is not None:
        compared = one_number(statement, compared)
    settled = settle(compared, pile.resolver, own=statement.claim)
    stances = further(statement, settled, compared)
    parts = _parts(compared, stances.supporting, pile.resolver)
    found = standing(
        len(parts),
        len({c.claim.article.id for c in stances.supporting}),
        opposed=bool(stances.opposing),
        updated=bool(stances.updates),
    )
    parties = Parties.of(statement, stances, compared, pile.resolver)
    raised = (
        flags(stances, parts, on_matter(pile, statement, stances), parties, pile.resolver) if stances.supporting else {}
    )
    origins = tuple(_origin(part, parties, pile.resolver) for part in parts)
    against = _against(compared, stances, pile)
    return Finding(
        statement=statement,
        standing=found,
        flags=tuple(raised),
        independent_origins=len(parts),
        origins=origins,
        supporting=_claims(stances.supporting),
        opposing=_claims(stances.opposing),
        updates=_claims(stances.updates),
        nearest=_nearest(compared) if found is Standing.NOT_FOUND else (),
        reasons=reasons(found, raised, stances, origins, against),
        unjudged=tuple(c for c in compared if c.unjudged),
        against=against,
    )


def findings(cases: Sequence[tuple[Statement, Pile, Sequence[Claim]]], judge: Judge) -> list[Finding]:
    """How statements are sourced, each with the claims to compare it with; a judge that can sees all at once."""
    if isinstance(judge, PreparingJudge):
        judge.prepare([(statement, claims) for statement, _, claims in cases])
    return [finding(statement, pile, judge, claims) for statement, pile, claims in cases]


def _parts(compared: Sequence[Comparison], side: Sequence[Comparison], resolver: Resolver) -> list[Component]:
    """The claims of one side by origin; a chain may go on through any claim of another article, the likest first."""
    others = sorted((c for c in compared if c not in side), key=lambda c: -c.strength)
    return components(_claims(side), _claims(others), resolver)


def _against(compared: Sequence[Comparison], stances: Stances, pile: Pile) -> tuple[Origin, ...]:
    """The origins of the other side. Who only tells what is newer is no party because others said something else."""
    facing = (*stances.updates, *stances.opposing)
    contested = stances.supporting if stances.opposing else ()
    parties = Parties.of(None, Stances(facing, contested, ()), compared, pile.resolver)
    return tuple(_origin(part, parties, pile.resolver) for part in _parts(compared, facing, pile.resolver))


def _origin(part: Component, parties: Parties, resolver: Resolver) -> Origin:
    return Origin(named(part, resolver), parties.is_party(part.end.source), part.claims)


def _claims(comparisons: Sequence[Comparison]) -> tuple[Claim, ...]:
    return tuple(c.claim for c in comparisons)


def _nearest(compared: Sequence[Comparison]) -> tuple[Claim, ...]:
    closest = sorted(compared, key=lambda c: -c.strength)[:_NEAREST]
    return tuple(c.claim for c in closest if c.strength > 0)
