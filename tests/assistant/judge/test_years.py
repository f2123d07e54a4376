"""Figures between 1900 and 2099: years, or counts of something."""

from __future__ import annotations

import pytest

from assistant.gate.numbers import numbers
from assistant.judge.unit import UnitKind
from assistant.judge.units import units
from assistant.judge.years import is_year


@pytest.mark.parametrize(
    "text, language",
    [
        ("Seit 2024 steht die Mühle still.", "de"),
        ("Im März 2026 Menschen zu befragen, war schwer.", "de"),
        ("Sie wurde 2023 Ministerin.", "de"),
        ("Von 2010 bis 2020 Bürgermeister, dann Rentner.", "de"),
        ("In 2024 people left the island.", "en"),
        ("In 2000 the mill closed.", "en"),
        ("К 2030 году завод закроют.", "ru"),
        ("В 2019 человек пришёл на завод.", "ru"),
    ],
)
def test_a_year(text: str, language: str) -> None:
    assert all(is_year(n, text, language) for n in numbers(text, language))


@pytest.mark.parametrize(
    "text, language",
    [
        ("Es liefen etwa 2000 Liter Milch aus.", "de"),
        ("Sie zahlten jeweils 2000 Kronen.", "de"),
        ("2000 Menschen kamen.", "de"),
        ("Das Rad kostet 1999 Euro.", "de"),
        ("The hut stands above 2000 metres.", "en"),
        ("More than 1900 signatures came in.", "en"),
        ("Оштрафовали по 2000 крон каждого.", "ru"),
        ("Пришло около 2000 человек.", "ru"),
    ],
)
def test_a_count(text: str, language: str) -> None:
    assert not any(is_year(n, text, language) for n in numbers(text, language))
    assert UnitKind.NUMBER in {u.kind for u in units(text, language)}
