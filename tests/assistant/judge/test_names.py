"""Bodies by any of their names, and acronyms."""

from __future__ import annotations

import pytest

from assistant.judge.match import COMPOUND, NEAR, SAME, WIDER, Bag
from assistant.judge.unit import Unit
from assistant.judge.units import units


def best(asked: Unit, told: str, language: str) -> float:
    return Bag(units(told, language)).best(asked)[0]


@pytest.mark.parametrize(
    ("asked", "told", "language"),
    [
        ("Die OSZE berät.", "Die Organisation für Sicherheit und Zusammenarbeit in Europa berät.", "de"),
        ("Das Luftfahrt-Bundesamt prüft.", "The Federal Aviation Office is checking.", "en"),
        ("Der IWF senkt die Prognose.", "Прогноз МВФ снижен.", "ru"),
        ("Das THW hilft.", "Das Technische Hilfswerk ist vor Ort.", "de"),
    ],
)
def test_a_body_is_one_whatever_its_name(asked: str, told: str, language: str) -> None:
    assert best(units(asked, "de")[0], told, language) == SAME


def test_a_body_is_also_what_its_kind_is_called() -> None:
    (authority, *_) = units("Die Behörde prüft.", "de")
    (named, *_) = units("Die BaFin prüft.", "de")
    assert best(authority, "Die BaFin prüft.", "de") > COMPOUND
    assert WIDER <= best(named, "Die Behörde prüft.", "de") < COMPOUND


def test_two_bodies_are_two() -> None:
    (named, *_) = units("Die BaFin prüft.", "de")
    assert best(named, "Das Robert-Koch-Institut prüft.", "de") < NEAR


@pytest.mark.parametrize(
    ("acronym", "name", "language"),
    [
        ("VHL", "Der Verband Hanseatischer Lotsen klagt.", "de"),
        ("NAF", "The National Alliance of Fishermen sued.", "en"),
        ("ФАП", "Об этом сообщило Федеральное агентство по печати.", "ru"),
    ],
)
def test_an_acronym_stands_for_the_words_that_it_is_made_of(acronym: str, name: str, language: str) -> None:
    (asked, *_) = units(f"{acronym} klagt.", language)
    assert best(asked, name, language) == SAME


def test_an_acronym_does_not_stand_for_words_in_another_order() -> None:
    (asked, *_) = units("NFA sued.", "en")
    assert best(asked, "The National Alliance of Fishermen sued.", "en") == 0


def test_a_known_acronym_stands_for_nothing_else() -> None:
    (party, *_) = units("Die SPD klagt.", "de")
    assert best(party, "Sabine Petra Dorn klagt.", "de") == 0


def test_two_names_with_the_same_initials_are_two() -> None:
    pilots = next(u for u in units("Verband Hanseatischer Lotsen klagt.", "de") if u.text == "Lotsen")
    assert best(pilots, "Verein Husumer Leuchtturmfreunde klagt.", "de") == 0
