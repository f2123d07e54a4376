"""From comparisons to a finding: dates, origins, standing."""

from __future__ import annotations

import pytest

from assistant.findings.independence import components
from assistant.findings.stances import settle
from assistant.findings.standing import standing
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Comparison, Link, Source, SourceKind, Stance, Standing
from assistant.when import is_later
from index.documents import Article, Span

OFFICE = Source("Wasseramt Kolm", SourceKind.GOVERNMENT, "wasseramt kolm")
OTHER = Source("Ida Wolff", SourceKind.PERSON, "ida wolff")


def claim(publisher: str, *stations: Source, day: str | None = None, text: str = "") -> Claim:
    body = text or f"{publisher} schreibt, dass der Damm bei Kolm hält und niemand gehen muss."
    article = Article(publisher, body, f"{publisher}.txt", publisher=publisher, published=day, language="de")
    outlet = Source(publisher, SourceKind.OUTLET, publisher.lower())
    return Claim(article, Span(0, len(body)), (Link(outlet), *map(Link, stations)))


def compared(one: Claim, stance: Stance, reason: str = "says") -> Comparison:
    return Comparison(one, stance, reason, strength=0.9)


def resolver(*claims: Claim) -> Resolver:
    return Resolver(link.source for one in claims for link in one.chain)


@pytest.mark.parametrize(
    "origins, articles, opposed, updated, expected",
    [
        (2, 2, False, False, Standing.CORROBORATED),
        (1, 3, False, False, Standing.SINGLE_ORIGIN),
        (1, 1, False, False, Standing.SINGLE_SOURCE),
        (2, 2, True, False, Standing.DISPUTED),
        (2, 2, True, True, Standing.SUPERSEDED),
        (0, 0, True, False, Standing.CONTRADICTED),
        (0, 0, False, False, Standing.NOT_FOUND),
    ],
)
def test_exactly_one_standing_holds(
    origins: int, articles: int, opposed: bool, updated: bool, expected: Standing
) -> None:
    assert standing(origins, articles, opposed=opposed, updated=updated) is expected


def test_three_outlets_that_have_it_from_one_body_are_one_origin() -> None:
    claims = [claim(name, OFFICE, text=f"{name}: {name * 3}") for name in ("Bote", "Kurier", "Anzeiger")]
    assert len(components(claims, [], resolver(*claims))) == 1


def test_an_outlet_that_has_it_from_another_ends_where_that_one_ends() -> None:
    first = claim("Bote", OFFICE)
    relay = claim("Kurier", first.chain[0].source, text="Der Kurier beruft sich auf den Boten, mehr weiß er nicht.")
    (part,) = components([first, relay], [], resolver(first, relay))
    assert part.end.source == OFFICE


def test_two_outlets_that_state_it_themselves_are_two_origins() -> None:
    claims = [claim("Bote", text="Am Damm stehen Helfer mit Sandsäcken."), claim("Kurier", text="Das Wasser steigt.")]
    assert len(components(claims, [], resolver(*claims))) == 2


def test_a_later_figure_updates_and_an_older_one_is_left_behind() -> None:
    told = compared(claim("Bote", day="2026-03-02"), Stance.SUPPORTS)
    later = compared(claim("Kurier", day="2026-03-04"), Stance.OPPOSES, "number")
    older = compared(claim("Anzeiger", day="2026-02-27"), Stance.OPPOSES, "number")
    found = settle([told, later, older], resolver(told.claim, later.claim, older.claim))
    assert (found.updates, found.opposing) == ((later,), ())


def test_a_later_denial_by_somebody_else_disputes() -> None:
    told = compared(claim("Bote", OFFICE, day="2026-03-02"), Stance.SUPPORTS)
    denial = compared(claim("Kurier", day="2026-03-04"), Stance.OPPOSES, "denied")
    found = settle([told, denial], resolver(told.claim, denial.claim))
    assert (found.updates, found.opposing) == ((), (denial,))


def test_a_change_that_is_hardly_surer_than_a_later_denial_is_none() -> None:
    told = compared(claim("Bote", OFFICE, day="2026-03-02"), Stance.SUPPORTS)
    denial = Comparison(claim("Kurier", OTHER, day="2026-03-04"), Stance.OPPOSES, "denied", strength=0.6)
    for sure, changed in ((0.65, False), (0.9, True)):
        other = claim("Anzeiger", day="2026-03-05")
        against = Comparison(other, Stance.OPPOSES, "undone", strength=sure)
        found = settle([told, denial, against], resolver(told.claim, denial.claim, other))
        assert bool(found.updates) is changed


def test_what_is_told_to_have_changed_needs_be_told_less_surely_before() -> None:
    before, after = claim("Bote", day="2026-03-02"), claim("Kurier", day="2026-03-04")
    said = Comparison(before, Stance.SUPPORTS, "says", strength=0.4)
    known = resolver(before, after)
    for reason, supported in (("conceded", True), ("undone", True), ("negated", False)):
        against = Comparison(after, Stance.OPPOSES, reason, strength=0.7)
        assert bool(settle([said, against], known).supporting) is supported, reason


def test_without_dates_nothing_is_later() -> None:
    assert not is_later(claim("Bote").article, claim("Kurier", day="2026-03-02").article)


def test_less_speaks_against_what_an_article_says_than_against_what_somebody_asks_about() -> None:
    told, other = claim("Bote", OFFICE), claim("Kurier", OTHER, text="Der Kurier meldet einen Einspruch gegen den Bau.")
    weak = Comparison(other, Stance.OPPOSES, "state", strength=0.5)
    given, known = [compared(told, Stance.SUPPORTS), weak], resolver(told, other)
    assert settle(given, known).opposing == (weak,)
    assert settle(given, known, own=told).opposing == ()


def test_a_denial_disputes_what_an_article_says_more_readily_than_another_state() -> None:
    told, other = claim("Bote", OFFICE), claim("Kurier", OTHER, text="Der Kurier meldet einen Einspruch gegen den Bau.")
    known = resolver(told, other)
    denial, state = (Comparison(other, Stance.OPPOSES, reason, strength=0.6) for reason in ("denied", "state"))
    assert settle([compared(told, Stance.SUPPORTS), denial], known, own=told).opposing == (denial,)
    assert settle([compared(told, Stance.SUPPORTS), state], known, own=told).opposing == ()


def test_an_article_opposes_its_own_statement_by_a_denial_only() -> None:
    text = "Das Amt zählt drei Brände. Ein Nachbar bestreitet das."
    told, other = claim("Bote", OFFICE, text=text), claim("Bote", OTHER, text=text)
    known = resolver(told, other)
    for reason, opposing in (("denied", 1), ("number", 0), ("negated", 0)):
        against = Comparison(other, Stance.OPPOSES, reason, strength=0.8)
        found = settle([compared(told, Stance.SUPPORTS), against], known, own=told)
        assert len(found.opposing) == opposing, reason


def test_a_later_figure_is_readily_taken_for_the_newer_one_of_what_an_article_says() -> None:
    told = claim("Bote", day="2026-03-02")
    later, same_day = claim("Kurier", day="2026-03-04"), claim("Anzeiger", day="2026-03-02")
    for other, updates in ((later, 1), (same_day, 0)):
        against = Comparison(other, Stance.OPPOSES, "number", strength=0.4)
        found = settle([compared(told, Stance.SUPPORTS), against], resolver(told, other), own=told)
        assert (len(found.updates), found.opposing) == (updates, ())


@pytest.mark.parametrize(("reason", "expected"), [("conceded", 1), ("denied", 0)])
def test_what_is_over_was_said_before(reason: str, expected: int) -> None:
    told, other = claim("Bote", OFFICE, day="2026-03-02"), claim("Kurier", OFFICE, day="2026-03-04")
    guessed = Comparison(told, Stance.SUPPORTS, "says", strength=0.5)
    found = settle([guessed, compared(other, Stance.OPPOSES, reason)], resolver(told, other))
    assert (len(found.supporting), len(found.updates)) == (expected, expected)


@pytest.mark.parametrize(("day", "updates"), [("2026-03-04", 1), ("2026-03-02", 0)])
def test_a_later_state_is_readily_taken_for_what_has_come_since(day: str, updates: int) -> None:
    told, other = claim("Bote", day="2026-03-02"), claim("Kurier", day=day)
    against = Comparison(other, Stance.OPPOSES, "state", strength=0.4)
    found = settle([compared(told, Stance.SUPPORTS), against], resolver(told, other), own=told)
    assert (len(found.updates), found.opposing) == (updates, ())


def test_a_second_source_in_one_article_must_be_sure() -> None:
    text = "Das Amt zählt drei Brände. Ein Nachbar sah Rauch über dem Hof."
    sure = claim("Bote", OFFICE, text=text)
    other = claim("Bote", OTHER, text=text)
    guessed = Comparison(other, Stance.SUPPORTS, "says", strength=0.45)
    assert settle([compared(sure, Stance.SUPPORTS), guessed], resolver(sure, other)).supporting == (
        compared(sure, Stance.SUPPORTS),
    )
