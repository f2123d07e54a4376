"""How many of all a statement and an article speak of."""

from __future__ import annotations

import pytest
from conflicting import claim_of

from assistant.judge.features import compared
from assistant.judge.rulings import ruling
from assistant.judge.sides import side


def _reasons(statement: str, language: str, text: str, of: str) -> set[str]:
    (row,) = compared(side(statement, language), [claim_of(text, of)])
    return {c.reason for c in row.against}


@pytest.mark.parametrize(
    ("statement", "language", "text", "of"),
    [
        ("Alle Bäckereien erhöhen die Preise.", "de", "Die meisten Bäckereien erhöhen die Preise.", "de"),
        ("Die meisten Winzer sind versichert.", "de", "Nur 31 Prozent der Winzer sind versichert.", "de"),
        ("Most farmers are insured.", "en", "Only a handful of farmers are insured.", "en"),
        (
            "Half of the growers are insured.",
            "en",
            "Einer Umfrage zufolge sind 83 Prozent der Bauern versichert.",
            "de",
        ),
        ("Все рыбаки вернулись в порт.", "ru", "Большинство рыбаков вернулись в порт.", "ru"),
        ("Both climbers survived.", "en", "One of the climbers survived, while the other was killed.", "en"),
        ("It was the last match of the league.", "en", "The match opened the league on Friday.", "en"),
    ],
)
def test_another_amount_of_the_same_opposes(statement: str, language: str, text: str, of: str) -> None:
    assert "amount" in _reasons(statement, language, text, of)


@pytest.mark.parametrize(
    ("statement", "language", "text", "of"),
    [
        ("Die meisten Winzer sind versichert.", "de", "71 Prozent der Winzer sind versichert.", "de"),
        ("Most farmers are insured.", "en", "All farmers are insured.", "en"),
        ("Einige Fischer kehrten zurück.", "de", "Все рыбаки вернулись.", "ru"),
        ("Ein Radargerät der Fähre war defekt.", "de", "Eines der beiden Radargeräte war defekt.", "de"),
        ("Half of the growers are insured.", "en", "52 percent of the growers are insured.", "en"),
    ],
)
def test_an_amount_that_can_hold_too_does_not(statement: str, language: str, text: str, of: str) -> None:
    assert not _reasons(statement, language, text, of) & {"amount", "amount_open"}


def test_several_do_not_make_all_and_do_not_oppose_it() -> None:
    (row,) = compared(
        side("Alle Brücken der Stadt wurden geprüft.", "de"),
        [claim_of("Mehrere Brücken der Stadt wurden geprüft.", "de")],
    )
    found = ruling(row)
    assert (found.supports, found.opposes) == (False, False)


def test_who_is_against_a_thing_rejects_it() -> None:
    against = _reasons("Die Anwohner sind gegen den Tunnel.", "de", "Die Anwohner lehnen den Tunnel ab.", "de")
    assert not against & {"denied", "thwarted"}
