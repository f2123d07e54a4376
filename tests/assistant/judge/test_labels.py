"""Numbers that name a thing, and names that stand for a state."""

import pytest

from assistant.judge.match import met
from assistant.judge.unit import Unit, UnitKind
from assistant.judge.units import units


def of(text: str, language: str, words: str) -> Unit:
    return next(u for u in units(text, language) if u.text == words)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Die Ermittler des Kommissariats K 11 kamen.", "11", UnitKind.NAME),
        ("Im Wahllokal 614 wurde gezählt.", "614", UnitKind.NAME),
        ("In der Halle waren 614 Gäste.", "614", UnitKind.NUMBER),
    ],
)
def test_a_number_after_a_label_counts_nothing(text: str, words: str, kind: UnitKind) -> None:
    assert of(text, "de", words).kind is kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die B 614 ist frei.", "de"),
        ("Die B614 ist frei.", "de"),
        ("Highway 614 is open.", "en"),
        ("Трасса М-614 открыта.", "ru"),
    ],
)
def test_the_letter_before_a_number_is_short_for_what_it_names(text: str, language: str) -> None:
    road = of("Die Bundesstraße 614 ist frei.", "de", "614")
    assert met(road, of(text, language, "614")) > 0
    assert not any(u.text in ("B", "М") for u in units(text, language))


def test_a_state_is_met_by_its_government_and_nearly_by_its_capital() -> None:
    state = of("Russland lehnt ab.", "de", "Russland")
    government, capital = of("Der Kreml lehnt ab.", "de", "Kreml"), of("Moskau lehnt ab.", "de", "Moskau")
    assert met(state, government) > met(state, capital) > 0
