"""What turns a statement, once: a negation, a denial, an opposite, and words that only nearly negate."""

from __future__ import annotations

import pytest
from conflicting import reasons

from assistant.judge.embedded import EmbeddedJudge
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Stance, Statement
from index.documents import Article


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("For the tram 200 limes are felled.", "Not a single lime is felled for the tram.", "en"),
        ("Für die Bahn werden Linden gefällt.", "Für die Bahn wird keine einzige Linde gefällt.", "de"),
        ("Die Werft hat der Reederei zur Prüfung geraten.", "Die Werft schrieb, ohne zur Prüfung zu raten.", "de"),
        ("The yard has warned the owner.", "The yard wrote to the owner without warning anybody.", "en"),
    ],
)
def test_what_is_not_done_at_all_is_negated(statement: str, text: str, language: str) -> None:
    assert "negated" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, asked_in, text, language",
    [
        ("The orders lack a contract.", "en", "Die Aufträge sind nicht durch einen Vertrag belegt.", "de"),
    ],
)
def test_a_word_that_nearly_negates_answers_a_negation(statement: str, asked_in: str, text: str, language: str) -> None:
    assert "negated" not in reasons(statement, text, language, asked_in)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("The bridge is closed.", "The bridge is not closed.", "en"),
        ("Die Brücke ist gesperrt.", "Die Brücke ist nicht gesperrt.", "de"),
        ("Мост закрыт.", "Мост не закрыт.", "ru"),
    ],
)
def test_a_word_that_both_have_answers_no_negation(statement: str, text: str, language: str) -> None:
    assert reasons(statement, text, language) & {"negated", "state"}


def test_a_word_that_may_be_wider_is_no_opposite() -> None:
    assert "state" not in reasons("Der Bus wurde gestürmt.", "Das Fahrzeug wurde gestürmt.", "de")


def test_a_denial_that_is_the_opposite_of_admitting_turns_once() -> None:
    found = reasons(
        "Die Reederei hat zugegeben, dass Matrosen fehlten.", "Sie wies zurück, dass Matrosen fehlten.", "de"
    )
    assert "denied" in found


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Das Amt bestreitet den Fund.", "Zwar hatte das Amt den Fund zunächst bestritten.", "de"),
        ("The office denies the leak.", "The office had first denied the leak.", "en"),
        ("Ведомство отрицает утечку.", "Поначалу ведомство отрицало утечку.", "ru"),
    ],
)
def test_what_was_said_at_first_holds_no_longer(statement: str, text: str, language: str) -> None:
    assert "bygone" in reasons(statement, text, language)


def test_for_the_time_being_is_not_at_first() -> None:
    assert "bygone" not in reasons("Die Brücke bleibt gesperrt.", "Die Brücke bleibt zunächst gesperrt.", "de")


@pytest.mark.parametrize(
    "statement, text, language",
    [
        (
            "Die Stadtwerke bestreiten, gewarnt worden zu sein.",
            "Die Stadtwerke bestätigten, gewarnt worden zu sein.",
            "de",
        ),
        ("The gasworks deny that they were warned.", "The gasworks confirmed that they were warned.", "en"),
    ],
)
def test_who_confirms_has_given_up_a_denial(statement: str, text: str, language: str) -> None:
    assert "conceded" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Der Kreistag hat den Bau beschlossen.", "Über den Bau soll der Kreistag im Mai entscheiden.", "de"),
        ("The council has approved the pool.", "The council will vote on whether to approve the pool in May.", "en"),
    ],
)
def test_what_is_still_to_be_decided_is_pending(statement: str, text: str, language: str) -> None:
    assert "pending" in reasons(statement, text, language)


def test_who_confirms_a_denial_has_not_given_it_up() -> None:
    assert "conceded" not in reasons(
        "The ministry denied the report.", "A spokesman confirmed that the ministry denied the report.", "en"
    )


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Nordline is the owner of the ferry.", "The owner Nordline insists that no oil has leaked.", "en"),
        ("Владелец парома — «Нордлайн».", "Владелец «Нордлайн» утверждает, что нефть не вытекала.", "ru"),
    ],
)
def test_what_somebody_denies_says_nothing_against_who_they_are(statement: str, text: str, language: str) -> None:
    (claim,) = EmbeddedReader().read(Article("a", text, "a.txt", publisher="Bote", language=language)).claims
    (found,) = EmbeddedJudge().compare(Statement(statement, language), [claim])
    assert found.stance is not Stance.OPPOSES


@pytest.mark.parametrize(
    "statement, asked_in, text, language",
    [
        ("Die Direktorin kann eine Absage nicht ausschließen.", "de", "Eine Absage ist ausgeschlossen.", "de"),
        ("Bei der Konferenz in Biel kam keine Einigung zustande.", "de", "The fee agreed in Biel is lower.", "en"),
    ],
)
def test_a_phrase_with_a_negation_and_its_opposite_are_one_turn(
    statement: str, asked_in: str, text: str, language: str
) -> None:
    assert "state" in reasons(statement, text, language, asked_in)


@pytest.mark.parametrize(
    "statement, asked_in, text, language",
    [
        ("The regatta on the lake has been put off.", "en", "Die Regatta beginnt wie vorgesehen am Samstag.", "de"),
        ("Регата перенесена.", "ru", "Die Regatta beginnt wie geplant.", "de"),
    ],
)
def test_an_opposite_turns_a_statement_though_nothing_else_happens_in_both(
    statement: str, asked_in: str, text: str, language: str
) -> None:
    assert reasons(statement, text, language, asked_in) & {"state", "stayed"}


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Der Kreistag stimmte für die Deponie.", "Der Kreistag votierte am Abend gegen die Deponie.", "de"),
        ("The council voted for the landfill.", "The council voted against the landfill.", "en"),
        ("Депутаты проголосовали за полигон.", "Депутаты проголосовали против полигона.", "ru"),
    ],
)
def test_votes_for_and_against_are_opposites(statement: str, text: str, language: str) -> None:
    assert "state" in reasons(statement, text, language)


def test_votes_both_ways_oppose_nothing() -> None:
    found = reasons(
        "Der Kreistag stimmte für die Deponie.", "Für die Deponie stimmten 24 Mitglieder, gegen sie 22.", "de"
    )
    assert "state" not in found


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Auch das gestohlene Gemälde ist wieder aufgetaucht.", "Das Gemälde bleibt verschollen.", "de"),
        ("The painting stolen in spring has been found.", "The painting is still missing.", "en"),
    ],
)
def test_the_opposite_told_of_the_same_thing_is_enough(statement: str, text: str, language: str) -> None:
    assert "state" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Drei Soldaten kamen frei.", "Am Abend kamen auch Zivilisten frei.", "de"),
        ("The doctor was fined.", "A patient was fined.", "en"),
    ],
)
def test_other_people_are_no_opposite(statement: str, text: str, language: str) -> None:
    assert "state" not in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("No children were hurt in the collapse.", "Eleven people were hurt in the collapse.", "en"),
        ("Bei dem Einsturz wurden keine Kinder verletzt.", "Bei dem Einsturz wurden elf Menschen verletzt.", "de"),
    ],
)
def test_a_no_is_denied_only_by_what_it_stands_before(statement: str, text: str, language: str) -> None:
    assert "negated" not in reasons(statement, text, language)


def test_without_in_a_phrase_negates_nothing_else() -> None:
    statement = "Der Stadtrat beschloss ohne Gegenstimme den Kauf."
    assert "state" in reasons(statement, "Der Stadtrat beschloss mit 20 gegen 9 Stimmen den Kauf.", "de")


def test_first_reports_are_no_earlier_ones() -> None:
    statement = "Bei dem Brand starben Ziegen."
    assert "bygone" not in reasons(statement, "Nach ersten Angaben starben bei dem Brand Ziegen.", "de")
