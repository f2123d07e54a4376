"""What was reported when, and what contradicts what."""

from __future__ import annotations

from dataclasses import replace

from hands import PlainJudge, PlainReader
from sourced import printed

from assistant.findings.conflicts import conflicts
from assistant.findings.find import Pile, pile_of
from assistant.findings.timeline import Event, events
from assistant.sourcing import Stance, Standing, Statement
from index.documents import Article

TOLD = "Die Brücke ist gesperrt, laut Stadtrat."
DENIED = "Die Brücke ist nicht gesperrt, laut Landkreis."


def german(publisher: str, text: str, published: str | None) -> Article:
    return replace(printed(publisher, text, published), language="de")


def pile(*articles: Article) -> Pile:
    return pile_of(map(PlainReader().read, articles))


def timeline(*articles: Article, about: str = "") -> list[Event]:
    statement = Statement(about, "de") if about else None
    return events(pile(*articles), articles, PlainJudge(), statement)


def test_the_earliest_comes_first_and_the_undated_last() -> None:
    given = (
        german("C", "Das Wetter war gut.", None),
        german("B", "Viele Leute kamen.", "2025-03-04"),
        german("A", TOLD, "2025-03-02"),
    )
    assert [e.claim.article.publisher for e in timeline(*given)] == ["A", "B", "C"]


def test_an_article_that_only_repeats_is_told_with_the_one_before() -> None:
    (event,) = timeline(german("A", TOLD, "2025-03-02"), german("B", TOLD, "2025-03-03"))
    assert [claim.article.publisher for claim in event.also] == ["B"]


def test_what_turns_against_something_earlier_says_so() -> None:
    first, second = timeline(german("A", TOLD, "2025-03-02"), german("B", DENIED, "2025-03-04"))
    assert (first.turns, second.turns, second.on) == (None, Stance.OPPOSES, first.claim)


def test_of_a_topic_each_article_tells_what_it_has_on_that() -> None:
    (event,) = timeline(german("A", f"Das Wetter war gut. {TOLD}", "2025-03-02"), about="Brücke")
    assert event.claim.text == TOLD


def test_a_conflict_is_told_once_though_it_has_two_sides() -> None:
    both = pile(german("A", TOLD, "2025-03-02"), german("B", DENIED, "2025-03-02"))
    (conflict,) = conflicts(both, PlainJudge())
    assert conflict.standing is Standing.DISPUTED


def test_the_newest_conflict_comes_first() -> None:
    old = (german("A", TOLD, "2025-03-02"), german("B", DENIED, "2025-03-02"))
    kept, lost = "Der Pokal steht im Rathaus.", "Der Pokal steht nicht im Rathaus."
    new = (german("C", kept, "2025-05-01"), german("D", lost, "2025-05-01"))
    assert "Pokal" in conflicts(pile(*old, *new), PlainJudge())[0].statement.text
