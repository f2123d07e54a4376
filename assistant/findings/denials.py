"""Who denies it: the other side of what was just told, also where nobody's words contradict it one to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.cues import denials
from assistant.findings.find import Pile
from assistant.findings.narrow import Telling
from assistant.sourcing import Claim, Finding, Statement
from assistant.when import is_later

_NEAR = 12  # claims like a statement that are looked through for one that denies
_TOLD = 3  # sentences of such an answer
_ABOUT = 3  # articles of which it is told what a denial is about
_SHARE = 0.15  # of what is telling in a denial, that another claim must have to be what it is about


def denying(told: Sequence[Finding], asked: Statement, pile: Pile) -> list[Claim]:
    """What speaks against these findings, and what tells of a denial in the same matter; else what is newer."""
    statements = [f.statement for f in told] or [asked]
    against = [claim for f in told for claim in f.opposing]
    return _one_each([*against, *_denials(statements, pile)]) or _one_each([c for f in told for c in f.updates])


def _denials(statements: Iterable[Statement], pile: Pile) -> Iterator[Claim]:
    """ "dementierte", "denied", "опроверг" in claims that are like one of these."""
    telling = Telling(pile.claims)
    near = (claim for statement in statements for claim in telling.sharing(statement, _NEAR))
    return (claim for claim in near if denials(claim.text, claim.article.language))


@dataclass(frozen=True, slots=True)
class Denial:
    """A claim that tells of a denial, and what others say about the same: as far as rules can tell, what it denies."""

    claim: Claim
    about: tuple[Claim, ...]


def denied(pile: Pile, known: Iterable[Finding]) -> list[Denial]:
    """The denials that no finding of `known` has as a side already, the newest first; each with the likest claims."""
    told = {claim for f in known for claim in (*f.opposing, *f.updates)}
    telling = Telling(pile.claims)
    found = [
        Denial(claim, tuple(_likest(claim, telling)))
        for claim in pile.claims
        if not claim.headline and claim not in told and denials(claim.text, claim.article.language)
    ]
    return sorted((d for d in found if d.about), key=lambda d: d.claim.article.published or "", reverse=True)


def _likest(claim: Claim, telling: Telling) -> Iterator[Claim]:
    """One claim each of articles that are no later, where it has enough of what is telling in the denial."""
    shares = telling.shares(Statement(claim.text, claim.article.language, claim))
    enough = _SHARE * max(shares.values(), default=0.0)
    met = set[str]()
    for other in sorted(shares, key=lambda c: -shares[c]):
        if shares[other] < enough or len(met) >= _ABOUT:
            return
        if other.article.id in met or other.headline or is_later(other.article, claim.article):
            continue
        if not denials(other.text, other.article.language):
            met.add(other.article.id)
            yield other


def _one_each(claims: Sequence[Claim]) -> list[Claim]:
    """One of each article, the newest first; no headline where there is text: it leaves out who says so."""
    first: dict[str, Claim] = {}
    for claim in sorted(dict.fromkeys(claims), key=lambda c: c.headline):
        first.setdefault(claim.article.id, claim)
    return sorted(first.values(), key=lambda c: c.article.published or "", reverse=True)[:_TOLD]
