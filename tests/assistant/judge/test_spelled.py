"""Times of day and shares are one figure each, the same in every language."""

from __future__ import annotations

import pytest

from assistant.judge.figures import figures
from assistant.judge.fitting import fits
from assistant.judge.sides import side


@pytest.mark.parametrize(
    "one, in_language, other, language, same",
    [
        ("Alarm um 22.10 Uhr", "de", "The alarm went off at 10:10 pm.", "en", True),
        ("Alarm um 22 Uhr 10", "de", "Сирена прозвучала в 22:10.", "ru", True),
        ("A call came at 3.52 in the morning.", "en", "Der Anruf kam um 03.52 Uhr.", "de", True),
        (
            "The train left at 10:10.",
            "en",
            "Der Zug fuhr um 22.10 Uhr ab.",
            "de",
            True,
        ),  # which half of the day is open
        ("The train left at 10:10 am.", "en", "Der Zug fuhr um 22.10 Uhr ab.", "de", False),
        ("Der Zug fuhr um 15 Uhr ab.", "de", "The train left at 3 p.m. sharp.", "en", True),
        ("Ein Drittel des Wassers versickert.", "de", "A third of the water seeps away.", "en", True),
        ("Две трети воды уходят.", "ru", "Two thirds of the water is lost.", "en", True),
        ("Nearly two thirds of the fish died.", "en", "65 Prozent der Fische verendeten.", "de", True),
        ("Nearly two thirds of the fish died.", "en", "40 Prozent der Fische verendeten.", "de", False),
        ("The firm paid €22 million so far.", "en", "Die Firma zahlte 22 Millionen Euro.", "de", True),
    ],
)
def test_a_figure_is_the_same_however_it_is_written(
    one: str, in_language: str, other: str, language: str, *, same: bool
) -> None:
    (mine,), (theirs,) = figures(side(one, in_language)), figures(side(other, language))
    assert fits(mine, theirs) is same


@pytest.mark.parametrize(
    "text, language, measure",
    [
        ("um 22.10 Uhr", "de", "clock"),
        ("at 3.52 in the morning", "en", "clock"),
        ("The firm paid €22 million so far.", "en", "euro"),
        ("They won 2:1 at home.", "en", ""),
        ("A third man was seen.", "en", "ordinal"),
    ],
)
def test_what_measures_a_figure_stands_before_it_in_it_or_after_it(text: str, language: str, measure: str) -> None:
    assert figures(side(text, language))[0].measure == measure


def test_a_part_of_a_town_is_no_share() -> None:
    assert not figures(side("Im Viertel am Hafen brennt es.", "de"))


def test_what_is_counted_after_a_time_of_day_is_no_part_of_it() -> None:
    first, second = figures(side("Um 22 Uhr 40 Menschen starben.", "de"))
    assert (first.unit.text, second.unit.text) == ("22 Uhr", "40")


def test_a_word_that_only_begins_like_a_length_of_time_is_none() -> None:
    assert figures(side("20 secondary schools closed.", "en"))[0].measure == ""
    assert figures(side("The ride took 20 seconds.", "en"))[0].measure == "second"
