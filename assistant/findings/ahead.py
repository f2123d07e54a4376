"""Findings of claims before anything is written of them: the writer tells what they say, the gate holds it to them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.findings.find import Pile, findings
from assistant.findings.narrow import Telling
from assistant.sourcing import Claim, Finding, Judge, PreparingJudge, Statement

_COMPARED = 20  # claims for each statement: a reader waits for an answer
_COMPARED_AT_ONCE = 120  # likewise, where all statements are compared in one go


class Ahead:
    """Each claim is compared once, whoever asks. `pile` gives what a statement is compared with.

    A finding that even the claim itself does not support tells nothing, and is left out.
    """

    def __init__(self, judge: Judge, pile: Callable[[Statement], Pile]) -> None:
        self._judge, self._pile = judge, pile
        self._known: dict[Claim, Finding] = {}

    def __call__(self, claims: Sequence[Claim]) -> list[Finding]:
        """One finding a claim, in their order."""
        asked = list(dict.fromkeys(claims))
        fresh = [claim for claim in asked if claim not in self._known]
        self._known |= dict(zip(fresh, self._found(fresh), strict=True))
        return [self._known[claim] for claim in asked if self._known[claim].supporting]

    def _found(self, claims: Sequence[Claim]) -> list[Finding]:
        statements = [Statement(claim.text, claim.article.language, claim) for claim in claims]
        piles = [self._pile(statement) for statement in statements]
        most = _COMPARED_AT_ONCE if isinstance(self._judge, PreparingJudge) else _COMPARED
        telling = {id(pile): Telling(pile.claims) for pile in piles}  # mostly there is one pile for all
        near = [telling[id(pile)].likest(s, most) for s, pile in zip(statements, piles, strict=True)]
        return findings(list(zip(statements, piles, near, strict=True)), self._judge)
