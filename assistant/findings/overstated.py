"""Where an article's own wording goes further than what its source is reported to have said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.findings.stances import Stances
from assistant.judge.coverage import coverage
from assistant.judge.figure import Figure
from assistant.judge.figures import figures
from assistant.judge.match import WIDER
from assistant.judge.sides import Side, side
from assistant.judge.told import told
from assistant.judge.unit import Unit
from assistant.judge.units import spoken_of
from assistant.sourcing import Claim, Comparison, QuoteType, Stance, Statement

_WHO = frozenset(("person", "role", "group"))
_SAME_MATTER = 0.4  # of the statement, that the sourced words must say for the two to be compared
_RETOLD = 0.6  # of a headline, that one sentence beneath must say for the headline only to shorten it
_BELIEVED = 0.45  # how strongly a sentence beneath must speak for the statement where a headline speaks for it, too


def further(statement: Statement, stances: Stances, compared: Sequence[Comparison]) -> Stances:
    """The stances with `further` set on what overstates, among the supporting claims of an article.

    That is a headline which says what nothing beneath it says, or says only with reservation; a figure given bare that
    the text gives as the most there may be ("bis zu 50"); other people than the source spoke of ("Truppen" for
    "Ingenieure").
    """
    asked = side(statement.text, statement.language)
    marked = tuple(
        replace(c, further=True) if _goes_further(asked, c, stances.supporting, compared) else c
        for c in stances.supporting
    )
    return replace(stances, supporting=marked)


def _goes_further(
    asked: Side, one: Comparison, supporting: Sequence[Comparison], compared: Sequence[Comparison]
) -> bool:
    article = one.claim.article.id
    text = [c for c in compared if c.claim.article.id == article and c.claim is not one.claim and not c.claim.headline]
    if one.claim.headline:
        beneath = [c.claim for c in supporting if c.claim.article.id == article and not c.claim.headline]
        if _drops_bound(one.claim, beneath):
            return True
        if any(_says_it_too(one.claim, c) for c in text):
            return False
        if not beneath:
            return True
    return _says_others(asked, one.claim, [c.claim for c in text if c.claim.attribution])


def _says_it_too(headline: Claim, beneath: Comparison) -> bool:
    """Whether a sentence beneath says without reservation what the headline does, or what it is asked for."""
    if beneath.claim.hedged or beneath.stance is Stance.OPPOSES:
        return False
    if beneath.stance is Stance.SUPPORTS and beneath.strength >= _BELIEVED:
        return True
    said = side(headline.text, headline.article.language)
    return coverage(said, [u.weight for u in said.units], told(beneath.claim)).own >= _RETOLD


def _drops_bound(headline: Claim, beneath: Sequence[Claim]) -> bool:
    bare = {f.unit.text for f in _figures(headline) if not f.bound}
    return any(f.bound == "most" and f.unit.text in bare for claim in beneath for f in _figures(claim))


def _figures(claim: Claim) -> tuple[Figure, ...]:
    return figures(side(claim.text, claim.article.language))


def _says_others(asked: Side, own: Claim, sourced: Sequence[Claim]) -> bool:
    """Whether the claim has the statement's people, and what is attributed of the same matter has only others."""
    people = [u for u in asked.units if _is_of_people(u, asked.language)]
    if not people or asked.negations or _is_worded_by_source(own):  # who says what was not said adds nothing
        return False
    mine = {u for u in people if told(own).bag.share(u) >= WIDER}
    return bool(mine) and any(_names_others(asked, mine, claim) for claim in sourced)


def _is_worded_by_source(claim: Claim) -> bool:
    """What only goes on with somebody's account ("Nun sollen Truppen nachrücken") the article words itself."""
    said = claim.attribution
    return said is not None and bool(said.source) and said.type is not QuoteType.FREE_INDIRECT


def _is_of_people(unit: Unit, language: str) -> bool:
    """Whether it speaks of people, or is a phrase with a word for them ("send soldiers")."""
    words = spoken_of(unit.text, language) if " " in unit.text else ()
    return bool(unit.kinds & _WHO) or any(word.kinds & _WHO for word in words)


def _names_others(asked: Side, people: set[Unit], claim: Claim) -> bool:
    covered = coverage(asked, [u.weight for u in asked.units], told(claim))
    if covered.own < _SAME_MATTER or any(m.unit in people and m.own > 0 for m in covered.meetings):
        return False
    return any(u.kinds & _WHO and u not in covered.met_by for u in told(claim).own.units)
