"""The findings of a pile, each of its claims taken as a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.findings.core import core, is_statement, stands_alone
from assistant.findings.find import Pile, findings, weigh
from assistant.findings.narrow import Telling
from assistant.findings.weakness import is_contested, is_worth_listing, weakest_first
from assistant.sourcing import Claim, Comparison, Finding, Judge, PreparingJudge, Stance, Statement

_COMPARED = 200  # claims for each statement: of a few articles all of them, as `check` does
_COMPARED_AT_ONCE = 120  # likewise, where all statements are compared in one go
_MOST = 2 / 3  # of what supports a statement
_SHARE = 0.2  # of what is telling in a claim, that another article must have for the two to be compared


def survey(pile: Pile, judge: Judge) -> list[Finding]:
    """All that the pile states: what is notable first, the weakest sourcing at the top; then what one article alone
    tells with nothing that weakens it, in the order of the articles. What says the same is told once."""
    places = {claim: n for n, claim in enumerate(pile.claims)}
    found = sorted(apart(_findings(pile, judge)), key=lambda f: places[f.statement.claim] if f.statement.claim else -1)
    return weakest_first(filter(is_worth_listing, found)) + [f for f in found if not is_worth_listing(f)]


def notable(pile: Pile, judge: Judge) -> list[Finding]:
    return list(filter(is_worth_listing, survey(pile, judge)))


def _findings(pile: Pile, judge: Judge) -> list[Finding]:
    """Those on claims that stand alone, and on such others as support none of them."""
    telling = Telling(pile.claims)
    alone, others = _statements(pile)
    found = _weighed(alone, pile, judge, telling)
    met = {claim for f in found for claim in f.supporting}
    return found + _weighed([s for s in others if s.claim not in met], pile, judge, telling)


def _statements(pile: Pile) -> tuple[list[Statement], list[Statement]]:
    """What the claims state, each once: where they stand alone, and the others. A headline states what it says more
    shortly than any sentence, so that others say it, too; what a sentence says word for word is the sentence's."""
    found: dict[str, Statement] = {}
    for claim in sorted(filter(is_statement, pile.claims), key=lambda c: (c.headline, not stands_alone(c))):
        found.setdefault(core(claim), Statement(core(claim), claim.article.language, claim))
    alone: list[Statement] = []
    others: list[Statement] = []
    for statement in found.values():
        (alone if statement.claim and stands_alone(statement.claim) else others).append(statement)
    return alone, others


def _weighed(statements: Sequence[Statement], pile: Pile, judge: Judge, telling: Telling) -> list[Finding]:
    most = _COMPARED_AT_ONCE if isinstance(judge, PreparingJudge) else _COMPARED
    silent = {silence.article.id for reading in pile.readings for silence in reading.silences}
    cases: list[tuple[Statement, Pile, list[Claim]]] = []
    alone: list[Finding] = []
    for statement in statements:
        if statement.claim and not _is_worth_a_look(statement.claim, silent, telling):
            alone.append(_told_alone(statement, statement.claim, pile))
        else:
            cases.append((statement, pile, telling.likest(statement, most)))
    return [f for f in findings(cases, judge) if f.supporting] + alone


def _is_worth_a_look(claim: Claim, silent: set[str], telling: Telling) -> bool:
    """Whether a claim may be weakened by something, or be told or contradicted elsewhere. A headline may say more
    than its own article."""
    may_be_flagged = claim.hedged or len(claim.chain) > 1 or claim.article.id in silent
    return claim.headline or may_be_flagged or telling.is_told_elsewhere(claim, _SHARE)


def _told_alone(statement: Statement, claim: Claim, pile: Pile) -> Finding:
    """What an article tells in its own voice, of a matter that no other has."""
    says = Comparison(claim, Stance.SUPPORTS, "says", (claim.span,), strength=1.0)
    return weigh(statement, pile, [says])


def apart(found: Iterable[Finding]) -> list[Finding]:
    """Those that say different things, or the same of which other articles or another standing were found.

    Of two that are one, that is told which more articles support, then one that something speaks against; rather a
    sentence of a text than a headline.
    """
    kept: list[Finding] = []
    for one in sorted(found, key=_rank):
        if not any(_are_one(one, other) for other in kept):
            kept.append(one)
    return kept


def _rank(finding: Finding) -> tuple[int, bool, bool]:
    claim = finding.statement.claim
    return -len(_articles(finding)), not is_contested(finding), claim is None or claim.headline


def _are_one(one: Finding, other: Finding) -> bool:
    """Whether each supports the other; or one the other, where it makes no difference which articles are quoted; or
    whether most that supports the one supports the other, and what speaks against it speaks against both.

    Of what the same articles say in two ways, of which something was found against one, only that is told.
    """
    says, is_said = one.statement.claim in other.supporting, other.statement.claim in one.supporting
    if one.standing is not other.standing:
        return says and is_said and is_contested(other) and not is_contested(one) and _articles(one) <= _articles(other)
    if says and is_said:
        return True
    if (says or is_said) and _articles(one) == _articles(other) and _against(one) == _against(other):
        return True
    shared = set(one.supporting) & set(other.supporting)
    within = _articles(one) <= _articles(other) and _against(one) <= _against(other)
    return within and len(shared) >= _MOST * len(one.supporting)


def _articles(finding: Finding) -> set[str]:
    return {claim.article.id for claim in finding.supporting}


def _against(finding: Finding) -> set[str]:
    return {claim.article.id for claim in (*finding.opposing, *finding.updates)}
