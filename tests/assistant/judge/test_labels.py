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


def test_a_state_is_met_by_its_government_and_nearly_by_its_capital() -> None:
    state = of("Russland lehnt ab.", "de", "Russland")
    government, capital = of("Der Kreml lehnt ab.", "de", "Kreml"), of("Moskau lehnt ab.", "de", "Moskau")
    assert met(state, government) > met(state, capital) > 0
