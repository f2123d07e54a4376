"""What is said beside an article's statement speaks neither for nor against it."""

from __future__ import annotations

import pytest

from assistant.judge.enough import telling_of_it
from assistant.sourcing import Claim, Comparison, Link, Source, SourceKind, Stance, Statement
from index.documents import Article, Span
from index.sentences import sentences


def stance(statement: str, text: str, given: Stance, language: str = "en", of: str = "en") -> Stance:
    article = Article("a", text, "a.txt", language=of)
    claim = Claim(article, Span(0, len(text)), (Link(Source("Courier", SourceKind.OUTLET, "courier")),))
    own = Claim(
        Article("b", statement, "b.txt", language=language),
        Span(0, len(statement)),
        (Link(Source("Bote", SourceKind.OUTLET, "bote")),),
    )
    return telling_of_it(Statement(statement, language, own), [Comparison(claim, given, 0.8, "denied")])[0].stance


@pytest.mark.parametrize(
    ("statement", "text"),
    [
        (
            "A Peruvian delegation had visited a diving school in Valparaiso in June.",
            "Peru denies plan to send divers.",
        ),
        ("The ferry line opens a harbour office in Tallinn.", "The company rejected reports of a strike."),
    ],
)
def test_who_denies_one_thing_does_not_deny_what_is_told_beside_it(statement: str, text: str) -> None:
    assert stance(statement, text, Stance.OPPOSES) is Stance.UNRELATED


def test_who_denies_just_that_speaks_against_it() -> None:
    said = stance("Peru sends divers to Chile.", "Peru denies plan to send divers.", Stance.OPPOSES)
    assert said is Stance.OPPOSES


def test_a_number_of_something_else_supports_nothing() -> None:
    said = stance("Up to 50 divers would be sent to Kolm.", "The storm injured 41 people last year.", Stance.SUPPORTS)
    assert said is Stance.UNRELATED


def test_numbers_are_not_lost_between_languages() -> None:
    statement = "Her office was notified on Wednesday, May 6, of 1,450 cases"
    text = "1450 Vorgänge gingen der Landesbeauftragten zu."
    assert stance(statement, text, Stance.SUPPORTS, of="de") is Stance.SUPPORTS


def test_what_changes_is_left_alone() -> None:
    assert stance("The ferry runs.", "All tickets are sold.", Stance.UPDATES) is Stance.UPDATES


def test_what_stands_beside_a_statement_in_its_article_supports_it_only_in_words_of_its_own() -> None:
    told = "An engineer said that a delegation from Lima had visited the diving school in Kolm in June."
    other = "The ministry said that talk of Lima was unfounded."
    article = Article("a", f"{told} {other}", "a.txt", language="en")
    courier = (Link(Source("Courier", SourceKind.OUTLET, "courier")),)
    own, beside = (Claim(article, span, courier) for span in sentences(article.text, "en"))
    given = [Comparison(beside, Stance.SUPPORTS, "says", strength=0.9)]
    assert telling_of_it(Statement(told, "en", own), given)[0].stance is Stance.UNRELATED
