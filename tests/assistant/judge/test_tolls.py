"""Tolls that no number tells, and figures that only seem to be a part or a label."""

from __future__ import annotations

import pytest
from conflicting import reasons

from assistant.judge.figures import figures, replaced
from assistant.judge.sides import side


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Bei dem Brand kam ein Mensch ums Leben.", "Ein zweites Todesopfer wurde nach dem Brand gefunden.", "de"),
        ("Bei dem Brand starben zwei Matrosen.", "Brand auf der Fähre: Dritter Matrose gestorben", "de"),
        ("One person died in the mudslide.", "A second body was found after the mudslide.", "en"),
        ("При пожаре погиб один человек.", "После пожара нашли второго погибшего.", "ru"),
        ("Bei dem Brand kam niemand ums Leben.", "Bei dem Brand starben vier Menschen.", "de"),
        ("Nobody was killed in the crash.", "Four people were killed in the crash.", "en"),
        ("Three people were killed in the raid.", "Nobody was killed in the raid.", "en"),
        ("При пожаре погибли трое.", "Никто не погиб при пожаре.", "ru"),
        (
            "Drei Menschen starben bei dem Angriff.",
            "Bei dem Angriff starben neun Menschen, drei von ihnen Kinder.",
            "de",
        ),
        ("Three people died in the attack.", "Nine people died in the attack, three of them children.", "en"),
    ],
)
def test_another_toll_is_a_rival_though_no_other_number_tells_it(statement: str, text: str, language: str) -> None:
    assert reasons(statement, text, language) & {"number", "state"}


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Bei dem Brand kam ein Mensch ums Leben.", "Der zweite Verdächtige ist gestorben.", "de"),
        ("One person died in the mudslide.", "His second daughter died last year.", "en"),
        ("Bei dem Brand kam niemand ums Leben.", "Der Fahrer starb nicht bei dem Brand.", "de"),
    ],
)
def test_who_is_told_apart_by_an_ordinal_is_no_toll(statement: str, text: str, language: str) -> None:
    assert "number" not in reasons(statement, text, language)


@pytest.mark.parametrize(
    "text, language",
    [("About 2,000 people left.", "en"), ("Some 300 homes burnt.", "en"), ("Etwa 40 verletzte Rinder.", "de")],
)
def test_the_first_word_of_a_sentence_makes_no_label_of_its_number(text: str, language: str) -> None:
    (figure,) = figures(side(text, language))
    assert not figure.part


@pytest.mark.parametrize(
    "text, language, old",
    [
        ("Statt der anfangs genannten 48 sind es 60 Rinder.", "de", "48"),
        ("Es sind 13 statt der bisher bekannten 14 Rinder.", "de", "14"),
        ("Instead of the initially reported 48 cows, 60 are ill.", "en", "48"),
        ("Вместо первоначально названных 48 коров заболели 60.", "ru", "48"),
    ],
)
def test_words_may_stand_between_a_figure_and_what_replaces_it(text: str, language: str, old: str) -> None:
    assert [u.text for u in replaced(side(text, language))] == [old]


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Die Messe beginnt am 18. September.", "Die Messe beginnt nun am 12. März statt am 18. September.", "de"),
        ("The fair opens on September 18.", "The fair opens on March 12 instead of September 18.", "en"),
    ],
)
def test_a_day_that_another_replaces_holds_no_longer(statement: str, text: str, language: str) -> None:
    assert "changed" in reasons(statement, text, language)


def test_people_of_another_sort_are_no_rivals() -> None:
    assert "number" not in reasons("Three civilians were killed.", "Fourteen attackers were killed.", "en")


def test_some_of_those_who_are_taken_for_given_make_no_part() -> None:
    assert "part" not in reasons("Elf Menschen wurden verletzt.", "Zwei der elf Verletzten liegen im Koma.", "de")
    assert "part" in reasons("Alle elf Verletzten liegen im Koma.", "Zwei der elf Verletzten liegen im Koma.", "de")


def test_a_length_is_not_how_many_people_there_are() -> None:
    assert "number" not in reasons("Two people died in the snow.", "They lay two metres deep.", "en")


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Two people died in the fire.", "No firefighters died in the fire.", "en"),
        ("При пожаре погибли двое.", "Никто из спасателей не погиб при пожаре.", "ru"),
    ],
)
def test_that_none_of_some_died_is_no_toll_of_all(statement: str, text: str, language: str) -> None:
    assert "number" not in reasons(statement, text, language)


def test_a_day_or_a_place_before_a_figure_makes_no_label_of_it() -> None:
    assert "number" in reasons(
        "40 people were killed in Gaza on Sunday.", "On Sunday 50 people were killed in Gaza.", "en"
    )
