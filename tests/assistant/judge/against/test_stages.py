"""On which step of a matter a claim is, what is only possible, and what was before and is no longer."""

from __future__ import annotations

import pytest
from conflicting import reasons

from assistant.judge.against.stages import stage_of
from assistant.judge.sides import side
from index.wordlists import LANGUAGES, word_list


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Die Ärztin wurde wegen Untreue verurteilt.", "Gegen die Ärztin wird wegen Untreue ermittelt.", "de"),
        ("The banker was convicted of bribery.", "The banker has been charged with bribery.", "en"),
        ("Чиновника осудили за взятку.", "Чиновнику предъявлено обвинение во взятке.", "ru"),
        ("Beide Länder haben das Abkommen ratifiziert.", "Beide Länder unterzeichneten das Abkommen.", "de"),
        ("Das Amt ermittelt gegen die Ärztin.", "Gegen die Ärztin liegt beim Amt eine Anzeige vor.", "de"),
        ("Прокуратура расследует дело о лодке.", "Прокуратура проводит доследственную проверку о лодке.", "ru"),
    ],
)
def test_an_earlier_step_is_no_word_of_a_later_one(statement: str, text: str, language: str) -> None:
    assert "early" in reasons(statement, text, language)
    assert "early" not in reasons(text, statement, language)


def test_the_same_step_is_no_other() -> None:
    assert reasons("The banker was convicted of bribery.", "A jury found the banker guilty of bribery.", "en") == set()


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Die Behörde hat den Steinbruch genehmigt.", "Die Behörde verweigerte dem Steinbruch die Erlaubnis.", "de"),
        ("The rivals signed the pact.", "Talks between the rivals on the pact broke down.", "en"),
        ("Бухгалтера осудили за растрату.", "Бухгалтер, которого судили за растрату, оправдан.", "ru"),
    ],
)
def test_an_end_without_success_excludes_what_should_have_come(statement: str, text: str, language: str) -> None:
    assert "state" in reasons(statement, text, language)


def test_what_lasts_is_no_more_once_the_next_step_has_come() -> None:
    assert "undone" in reasons("Die Seglerin wird vermisst.", "Die Seglerin wurde am Ufer gefunden.", "de")
    assert "undone" not in reasons("Die Seglerin wurde vermisst.", "Die Seglerin wurde am Ufer gefunden.", "de")


def test_a_statement_that_doubts_is_on_no_step() -> None:
    assert not stage_of(side("The banker was not convicted.", "en"))
    assert stage_of(side("The banker was convicted.", "en"))


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Der Deich ist gebrochen.", "Helfer halten es für möglich, dass der Deich bricht.", "de"),
        ("The mayor will join the party.", "Supporters hope the mayor will join the party.", "en"),
        ("Плотина рухнула.", "Спасатели опасаются, что плотина рухнет.", "ru"),
    ],
)
def test_what_is_hoped_or_feared_is_not_told(statement: str, text: str, language: str) -> None:
    assert "unasserted" in reasons(statement, text, language)


def test_what_is_told_as_possible_is_told_by_what_is() -> None:
    assert "unasserted" not in reasons("The dam may burst.", "Experts fear that the dam will burst.", "en")
    assert "unasserted" not in reasons("The dam burst.", "The dam burst on 3 May.", "en")


def test_plans_that_were_given_up() -> None:
    assert "thwarted" in reasons("Компания купит завод.", "Компания передумала покупать завод.", "ru")


def test_what_is_not_ruled_out_is_not_denied() -> None:
    assert "denied" not in reasons("Мэр может ввести карантин.", "Мэр не исключил, что введёт карантин.", "ru")


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Das Angeln im See ist erlaubt.", "Das Angeln im See ist verboten, bis dahin war es erlaubt.", "de"),
        ("Ruth Adler leitet das Museum.", "Ruth Adler, Chefin des Museums, ist am Montag zurückgetreten.", "de"),
        ("The Swede holds the title.", "The Swede lost the title to a teenager.", "en"),
        ("Пловец занимает первое место в рейтинге.", "Пловец потерял первое место в рейтинге.", "ru"),
    ],
)
def test_what_was_before_is_no_more(statement: str, text: str, language: str) -> None:
    assert not reasons(statement, text, language).isdisjoint({"undone", "state"})


def test_every_language_has_the_same_lists() -> None:
    each = [set(word_list("assistant.words.stages", language)) for language in LANGUAGES]
    assert each[0] == each[1] == each[2]


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Der Hafen ist gesperrt.", "Im gesperrten Hafen legen wieder Boote an.", "de"),
        ("The harbour is closed.", "The closed harbour is taking boats again.", "en"),
        ("Гавань закрыта.", "Закрытая гавань снова принимает лодки.", "ru"),
    ],
)
def test_what_is_again_as_before_is_no_longer_what_it_is_called(statement: str, text: str, language: str) -> None:
    assert "undone" in reasons(statement, text, language)
    assert "undone" not in reasons(statement, statement, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("The bank raised interest rates.", "The bank cut the key rate by half a point.", "en"),
        ("Die Bank hat die Zinsen erhöht.", "Die Bank senkte den Leitzins um einen halben Punkt.", "de"),
    ],
)
def test_the_opposite_of_a_phrases_verb_is_its_opposite(statement: str, text: str, language: str) -> None:
    assert "state" in reasons(statement, text, language)
