"""What a claim puts in the place of what a statement names."""

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
    ("statement", "language", "text", "of", "reason"),
    [
        ("Das Dorf baut eine Schwimmhalle.", "de", "Statt der Schwimmhalle baut das Dorf Wege.", "de", "contrast"),
        ("The village builds a pool.", "en", "The village builds a school, not a pool.", "en", "contrast"),
        ("Деревня строит бассейн.", "ru", "Деревня строит библиотеку, а не бассейн.", "ru", "contrast"),
        ("Die Werft ist in Rostock.", "de", "Die Werft zieht von Rostock nach Stettin um.", "de", "moved"),
        ("The orchestra is based in Leeds.", "en", "The orchestra moved from Leeds to Bradford.", "en", "moved"),
        ("Редакция находится в Казани.", "ru", "Редакция переехала из Казани в Самару.", "ru", "moved"),
        ("The blaze was caused by lightning.", "en", "A faulty heater caused the blaze.", "en", "cause"),
        ("The festival takes place in Lyon.", "en", "The festival is hosted by Marseille.", "en", "elsewhere"),
    ],
)  # fmt: skip
def test_something_else_in_its_place_opposes(statement: str, language: str, text: str, of: str, reason: str) -> None:
    assert reason in _reasons(statement, language, text, of)
    (row,) = compared(side(statement, language), [claim_of(text, of)])
    assert not ruling(row).supports


@pytest.mark.parametrize(
    ("statement", "language", "text", "of"),
    [
        ("Die Werft zog von Rostock nach Stettin.", "de", "Die Werft zieht von Rostock nach Stettin um.", "de"),
        ("Das Dorf baut eine Schwimmhalle.", "de", "Das Dorf baut nicht nur eine Schwimmhalle.", "de"),
        ("The blaze was caused by lightning.", "en", "Lightning caused the blaze.", "en"),
        ("Деревня строит бассейн.", "ru", "Деревня строит бассейн, а не библиотеку.", "ru"),
        ("The village builds a pool.", "en", "The village builds a pool and will not sell it.", "en"),
    ],
)
def test_what_is_told_as_it_is_does_not(statement: str, language: str, text: str, of: str) -> None:
    assert not _reasons(statement, language, text, of) & {"contrast", "moved", "cause", "elsewhere"}


def test_a_german_h_is_a_russian_g_in_older_names() -> None:
    (row,) = compared(side("Die Messe ist in Hamburg.", "de"), [claim_of("Выставка проходит в Гамбурге.", "ru")])
    assert next(m.own for m in row.covered.meetings if m.unit.text == "Hamburg") == 1.0
