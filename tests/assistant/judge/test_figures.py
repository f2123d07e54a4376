"""Figures: which count the same, how they are bounded, which of them hold."""

from __future__ import annotations

import pytest
from conflicting import covered_by, reasons

from assistant.judge.figures import figures
from assistant.judge.fitting import fits
from assistant.judge.sides import side


def test_two_of_five_are_not_all_five() -> None:
    text = "In zwei Brunnen von fünf fanden sich Keime."
    assert "part" in reasons("In allen fünf Brunnen fanden sich Keime.", text, "de")


def test_two_of_five_still_tell_that_there_are_five() -> None:
    assert "part" not in reasons("Verkauft wurden fünf Kühe.", "Zwei Kühe von fünf waren krank.", "de")


def test_people_are_counted_by_what_happens_to_them() -> None:
    statement = "Zwölf Menschen wurden verletzt."
    assert "number" in reasons(statement, "Verletzt wurden 15 Fahrgäste.", "de")
    assert "number" not in reasons(statement, "Für 15 Fahrgäste fuhr ein Ersatzbus.", "de")


def test_a_figure_that_is_named_as_wrong_no_longer_holds() -> None:
    assert "changed" in reasons("Acht Höfe sind betroffen.", "Betroffen sind vier Höfe, nicht acht.", "de")


@pytest.mark.parametrize("about, holds", [("rund 300", True), ("etwa 290", False)])
def test_about_is_as_rough_as_its_zeros(about: str, holds: bool) -> None:
    (asked,) = figures(side("315 Flüge fielen aus.", "de"))
    (said,) = figures(side(f"Es fielen {about} Flüge aus.", "de"))
    assert fits(asked, said) is holds


@pytest.mark.parametrize(
    "statement, text, language, number",
    [
        ("Dozens of birds were rescued.", "About forty islanders came to look.", "en", "Dozens"),
        (
            "Die Bank senkt den Zins um einen halben Punkt.",
            "Der Kurs stieg binnen einer halben Stunde.",
            "de",
            "halben",
        ),
    ],
)
def test_a_number_of_something_else_is_not_met(statement: str, text: str, language: str, number: str) -> None:
    assert covered_by(statement, text, language)[number] == 0.0
