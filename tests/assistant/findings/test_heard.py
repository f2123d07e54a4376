"""What somebody says in a matter, or that they do not."""

from __future__ import annotations

from sourced import DENIAL, MEKONG, OFFER, PODIL, SILENCE

from assistant.findings.find import Pile, pile_of
from assistant.findings.heard import heard
from assistant.sourcing import Reading, Statement

ASKED = Statement("What does Laos say? (engineers, plan)", "en")


def pile() -> Pile:
    return pile_of([Reading((OFFER,), (SILENCE,)), Reading((DENIAL,))])


def test_the_claims_of_whoever_speaks_for_a_country_are_found_by_its_name_or_its_capitals() -> None:
    for name in ("Laos", "Vientiane"):
        assert heard([name], ASKED, pile())[0] == DENIAL


def test_that_somebody_did_not_comment_is_told_where_they_are_asked_for() -> None:
    assert SILENCE in heard(["Laos"], ASKED, pile())


def test_a_body_is_found_by_its_name() -> None:
    assert heard(["HUR"], ASKED, pile()) == [OFFER]


def test_who_says_nothing_in_the_matter_is_not_heard() -> None:
    assert heard(["Brazil"], ASKED, pile()) == []


def test_what_they_say_in_another_matter_is_not_told() -> None:
    other = Statement("What does Laos say? (Fußball, Olympia)", "de")
    assert DENIAL not in heard(["Laos"], other, pile())


def test_it_is_one_claim_of_each_article() -> None:
    twice = pile_of([Reading((OFFER, OFFER)), Reading((DENIAL,))])
    told = heard(["HUR"], ASKED, twice)
    assert [item.article for item in told] == [PODIL]
    assert MEKONG not in [item.article for item in told]
