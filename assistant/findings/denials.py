"""Who denies it: the other side of what was just told, also where nobody's words contradict it one to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.cues import denials
from assistant.findings.find import Pile
from assistant.findings.narrow import Telling
from assistant.sourcing import Claim, Finding, Statement

_NEAR = 12  # claims like a statement that are looked through for one that denies
_TOLD = 3  # sentences of such an answer


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


def _one_each(claims: Sequence[Claim]) -> list[Claim]:
    """One of each article, the newest first; no headline where there is text: it leaves out who says so."""
    first: dict[str, Claim] = {}
    for claim in sorted(dict.fromkeys(claims), key=lambda c: c.headline):
        first.setdefault(claim.article.id, claim)
    return sorted(first.values(), key=lambda c: c.article.published or "", reverse=True)[:_TOLD]
