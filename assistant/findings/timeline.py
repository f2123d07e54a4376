"""What was reported when: a statement of each article, and how it stands to what was said before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.findings.find import Pile, finding
from assistant.findings.narrow import Telling
from assistant.sourcing import Claim, Finding, Judge, Stance, Statement
from assistant.when import is_later
from index.documents import Article

_COMPARED = 40  # claims for each statement
_NEAR = 0.5  # of what the claim that is most like a topic shares with it, for an earlier one to be the lead


@dataclass(frozen=True, slots=True)
class Event:
    """A statement, and the claims with which others repeat it. `turns`: it opposes or updates the earlier `on`."""

    claim: Claim
    turns: Stance | None = None
    on: Claim | None = None
    also: tuple[Claim, ...] = ()


def events(pile: Pile, articles: Sequence[Article], judge: Judge, about: Statement | None) -> list[Event]:
    """The earliest first, the undated last. An article that only repeats an earlier lead is told with that."""
    telling = Telling(pile.claims)
    leads = _by_time(_leads(pile, telling, articles, about).values())
    turning: dict[str, Event] = {}
    folded: set[str] = set()
    found: list[Event] = []
    for lead in leads:
        if lead.article.id in folded:
            continue
        statement = Statement(lead.text, lead.article.language, lead)
        weighed = finding(statement, pile, judge, telling.likest(statement, _COMPARED))
        also = _repeating(weighed, lead, leads)
        folded |= {claim.article.id for claim in also}
        for event in _turning(weighed, lead):
            turning.setdefault(event.claim.article.id, event)
        found.append(Event(lead, also=also))
    told = [_with_turn(event, turning.pop(event.claim.article.id, None)) for event in found]
    return sorted([*told, *turning.values()], key=lambda e: _time(e.claim))


def _with_turn(event: Event, turn: Event | None) -> Event:
    return Event(turn.claim, turn.turns, turn.on, event.also) if turn else event


def _repeating(weighed: Finding, lead: Claim, leads: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(
        claim
        for claim in leads
        if claim in weighed.supporting and claim.article.id != lead.article.id and _time(claim) >= _time(lead)
    )


def _turning(weighed: Finding, lead: Claim) -> Iterable[Event]:
    for stance, claims in ((Stance.UPDATES, weighed.updates), (Stance.OPPOSES, weighed.opposing)):
        yield from (Event(c, stance, lead) for c in claims if is_later(c.article, lead.article))


def _by_time(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=_time)


def _time(claim: Claim) -> tuple[bool, str]:
    return claim.article.published is None, claim.article.published or ""


def _leads(pile: Pile, telling: Telling, articles: Sequence[Article], about: Statement | None) -> Mapping[str, Claim]:
    """Of each article its first claim, or the first of those that are about the topic."""
    wanted = {article.id for article in articles}
    claims = [c for c in pile.claims if c.article.id in wanted]
    if about:
        shares = telling.shares(about)
        best: dict[str, float] = {}
        for claim in claims:
            best[claim.article.id] = max(best.get(claim.article.id, 0.0), shares.get(claim, 0.0))
        claims = [c for c in claims if shares.get(c, 0.0) > _NEAR * best[c.article.id]]
    first: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: c.headline):
        first.setdefault(claim.article.id, claim)
    return first
