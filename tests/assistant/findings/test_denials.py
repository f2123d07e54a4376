"""Who denies it: the opposing side of what was told, or a denial in the same matter."""

from __future__ import annotations

from hands import PlainReader
from sourced import DENIAL, OFFER, PODIL, RELAYED, found, opposes, printed, supports

from assistant.findings.denials import denied, denying
from assistant.findings.find import pile_of
from assistant.sourcing import Standing, Statement
from assistant.write.own_words import draft_of

ASKED = Statement("Who denies it? (Laos, engineers)", "en")


def test_what_opposes_the_last_findings_is_the_answer() -> None:
    told = found(Standing.DISPUTED, supporting=[supports(OFFER)], opposing=[opposes(DENIAL)])
    assert denying([told], ASKED, pile_of([])) == [DENIAL]


def test_where_nothing_opposes_them_denials_in_the_same_matter_are() -> None:
    mekong = printed("Mekong", "Laos denied that it offers engineers. The weather was fine.")
    told = found(Standing.SINGLE_SOURCE, "Laos offers engineers.", supporting=[supports(OFFER)])
    pile = pile_of([PlainReader().read(mekong), PlainReader().read(PODIL)])
    assert [c.text for c in denying([told], ASKED, pile)] == ["Laos denied that it offers engineers."]


def test_a_denial_in_another_matter_is_none() -> None:
    other = printed("Mekong", "The mayor denied the theft.")
    assert denying([], ASKED, pile_of([PlainReader().read(other)])) == []


def test_what_is_newer_is_told_where_nobody_denies() -> None:
    told = found(Standing.SUPERSEDED, supporting=[supports(OFFER)], updates=[supports(RELAYED)])
    assert denying([told], ASKED, pile_of([])) == [RELAYED]


def test_a_denial_is_shown_with_what_others_say_about_the_same_and_not_with_what_came_later() -> None:
    mekong = printed("Mekong", "Laos denied that it offers engineers.", "2025-07-14")
    podil = printed("Podil", "Laos offers engineers. The weather was fine.", "2025-07-06")
    later = printed("Later", "Laos offers engineers.", "2025-07-20")
    (denial,) = denied(pile_of(map(PlainReader().read, (mekong, podil, later))), [])
    assert [c.text for c in denial.about] == ["Laos offers engineers."]
    assert denial.about[0].article.publisher == "Podil"


def test_a_denial_that_a_finding_has_as_its_other_side_is_told_there_only() -> None:
    mekong = printed("Mekong", "Laos denied that it offers engineers.", "2025-07-14")
    podil = printed("Podil", "Laos offers engineers.", "2025-07-06")
    pile = pile_of(map(PlainReader().read, (mekong, podil)))
    against = next(c for c in pile.claims if c.article is mekong)
    known = found(Standing.DISPUTED, supporting=[supports(OFFER)], opposing=[opposes(against)])
    assert denied(pile, [known]) == []


def test_claims_are_told_in_their_articles_own_words() -> None:
    (drafted,) = draft_of([DENIAL]).sentences
    assert drafted.text == "Laos denied the plan, the Ministry of Foreign Affairs said on Monday."
    assert drafted.quotes[0].article == DENIAL.article.id


def test_without_claims_nothing_is_answered() -> None:
    assert not draft_of([]).answered
