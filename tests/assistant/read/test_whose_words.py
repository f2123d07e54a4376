"""Whose words they are where others are told of beside them: within what is said, by a title, by a paper of theirs."""

from __future__ import annotations

import pytest
from chains import chains


@pytest.mark.parametrize(
    ("text", "language", "chain"),
    [
        ("Inspectors found nine cracks in the mast, engineer Ada Berg told the meeting.", "en", ["Ada Berg"]),
        ("Oslo fears higher tolls for its fishing fleet, two brokers said.", "en", ["two brokers"]),
        ("Umgehend kam das Dementi aus dem Hafen: Das Boot sei heil, so Kapitänin Ada Berg.", "de", ["Ada Berg"]),
        ("Der Club Rot-Weiß, der nach eigener Darstellung 40 Boote hat, lobte den Plan.", "de", ["Rot-Weiß"]),
        ("Das Boot ist laut Eichamt, das der Kanton lobte, nach neuer Zählung sicher.", "de", ["Eichamt"]),
    ],
)
def test_who_is_told_of_within_what_somebody_says_is_no_source(text: str, language: str, chain: list[str]) -> None:
    assert chains(text, language)[-1] == chain


@pytest.mark.parametrize(
    ("text", "language", "chain"),
    [
        ("Die Polizei sperrt den Hafen. Das Boot sei sicher, sagte Klinikchef Jan Ohm.", "de", ["Jan Ohm"]),
        ("Die Polizei sperrt den Hafen. Das Boot sei sicher, sagte ein Schulleiter.", "de", ["Schulleiter"]),
        ("Der Flughafen Ems streikt mit. Das sei falsch, sagte Streikleiter Jan Ohm.", "de", ["Jan Ohm"]),
        ("The Ems Chess Federation waits. Harbour director Ada Berg said the boat was late.", "en", ["Ada Berg"]),
        ("Der Hafen bleibt zu. Neun Boote liegen fest, sagte Flughafensprecherin Ada Berg.", "de", ["Flughafen"]),
        ("Das Landgericht tagte. Das Boot sei verkauft, sagte Chefredakteurin Ada Berg.", "de", ["Ada Berg"]),
        ("Das Klinikum Nord ist voll. Neun Boote kamen an, sagte Klinikchef Jan Ohm.", "de", ["Klinikum Nord"]),
    ],
)
def test_nobody_leads_a_house_that_the_title_does_not_name(text: str, language: str, chain: list[str]) -> None:
    assert chains(text, language)[-1] == chain


@pytest.mark.parametrize(
    ("text", "language", "chain"),
    [
        ("Nach Feuerwehrangaben sanken zwei Boote.", "de", ["Feuerwehr"]),
        ("Nach Unternehmensangaben sanken zwei Boote.", "de", ["Unternehmen"]),
        ("Nach LKA-Angaben fehlen zwei Boote.", "de", ["LKA"]),
        ("Nach dem Spruch der Ulmer Richter bleibt der Hafen zu.", "de", ["Ulmer Richter"]),
        ("The Federal Court of Justice said on Monday that the harbour may open.", "en", ["Federal Court of Justice"]),
        ("Ассоциация рыбаков района подсчитала убытки: 2 миллиона.", "ru", ["Ассоциация"]),
        ("Nine boats passed, according to the joint counting group.", "en", ["joint counting group"]),
        ("Norway's energy ministry is silent. Two dams are full, Norway's fishing ministry said.", "en", None),
        ("Marenta sold 900 boats last year, according to its annual report.", "en", ["Marenta"]),
        ("Letzte Woche hatte Landrätin Ada Berg noch ausgeschlossen, dass Boote fahren.", "de", ["Ada Berg"]),
        ("Nach Bericht des „Ostfriesischen Kuriers“ sanken zwei Boote.", "de", ["Ostfriesischer Kurier"]),
        ("Ada Berg, die Chefärztin, schläft kaum. „Neun Boote kamen an“, sagt sie.", "de", ["Ada Berg"]),
        ("Der norwegische Krabbenfischer Jokke Hansvik sagte, er fahre nicht.", "de", ["Jokke Hansvik"]),
        ("Немецкий таблоид SCHIFF! сообщил о пожаре на складе.", "ru", ["SCHIFF"]),
    ],
)
def test_who_speaks_is_called_by_their_own_name(text: str, language: str, chain: list[str] | None) -> None:
    found = chains(text, language)[-1]
    assert found == chain if chain else "fishing" in found[-1]


@pytest.mark.parametrize(
    "text",
    [
        "In dem Lager würden alle gemäß der Wiener Übereinkunft behandelt.",
        "Alles laufe nach Plan.",
        "Erstens: Verboten sei gar nichts.",
    ],
)
def test_a_treaty_a_plan_and_a_number_say_nothing(text: str) -> None:
    assert chains(text)[-1] == []
