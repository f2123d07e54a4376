"""A claim speaks for or against an article's statement only if it says enough of it in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.judge.coverage import Coverage, coverage
from assistant.judge.match import same_number
from assistant.judge.sides import side
from assistant.judge.told import told
from assistant.sourcing import Claim, Comparison, Stance, Statement

# Shares of the words of the statement, beside its numbers and dates.
_FOR = 0.25
_FOR_BESIDE = 0.5  # likewise in the statement's own article, where all that it says stands around every other claim
_AGAINST = 0.35  # who denies a plan does not deny the journey told of beside it
_AGAINST_ABROAD = 0.25  # words are lost between languages


def telling_of_it(statement: Statement, compared: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons with an article's statement, without the sides of those that say something beside it."""
    return [replace(c, stance=Stance.UNRELATED, reason="other") if _is_beside(statement, c) else c for c in compared]


def _is_beside(statement: Statement, compared: Comparison) -> bool:
    if compared.claim is statement.claim or compared.stance not in (Stance.SUPPORTS, Stance.OPPOSES):
        return False
    found = _covered(statement, compared.claim)
    foreign = statement.language != compared.claim.article.language
    if compared.stance is Stance.OPPOSES:
        return _in_words(found) < (_AGAINST_ABROAD if foreign else _AGAINST)
    if statement.claim and compared.claim.article.id == statement.claim.article.id:
        return _in_words(found) < _FOR_BESIDE
    return _in_words(found) < _FOR and not (foreign and _has_its_number(found))


def _covered(statement: Statement, claim: Claim) -> Coverage:
    asked = side(statement.text, statement.language)
    return coverage(asked, [u.weight for u in asked.units], told(claim))


def _in_words(found: Coverage) -> float:
    return found.share(lambda m: m.own, lambda m: not (m.unit.number or m.unit.day))


def _has_its_number(found: Coverage) -> bool:
    """Numbers are not lost between languages."""
    pairs = [(m.unit.number, m.by.number) for m in found.meetings if m.by]
    return any(mine and theirs and same_number(mine, theirs) for mine, theirs in pairs)
