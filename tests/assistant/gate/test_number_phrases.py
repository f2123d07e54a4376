"""Numbers of several words that are one: halves, and hundreds of thousands."""

from __future__ import annotations

import pytest

from assistant.gate.numbers import numbers


@pytest.mark.parametrize(
    "text, language, value",
    [
        ("Die Fahrt dauert viereinhalb Stunden.", "de", 4.5),
        ("Sie wartete zehneinhalb Wochen.", "de", 10.5),
        ("Der Bau kostet fast eine Viertelmillion.", "de", 250_000),
        ("Er kaufte ein halbes Dutzend Eier.", "de", 6),
        ("The ride takes three and a half hours.", "en", 3.5),
        ("It cost one and a half million crowns.", "en", 1_500_000),
        ("It cost half a million crowns.", "en", 500_000),
        ("They bought half a dozen eggs.", "en", 6),
        ("They left half an hour later.", "en", 0.5),
        ("Дорога заняла три с половиной часа.", "ru", 3.5),
        ("Пришли две с половиной тысячи гостей.", "ru", 2_500),
        ("Ремонт стоил полмиллиона крон.", "ru", 500_000),
        ("Шестерых гостей проводили домой.", "ru", 6),
    ],
)
def test_one_number_of_several_words(text: str, language: str, value: float) -> None:
    assert [n.values[0] for n in numbers(text, language) if n.sure] == [value]


@pytest.mark.parametrize(
    "text, language, least",
    [
        ("Zehntausende kamen ans Meer.", "de", 10_000),
        ("Millionen Menschen reisen im Sommer.", "de", 1_000_000),
        ("Tens of thousands came to the sea.", "en", 10_000),
        ("Hundreds of thousands of birds passed.", "en", 100_000),
        ("Десятки тысяч птиц улетели.", "ru", 10_000),
        ("Сотни птиц улетели.", "ru", 100),
    ],
)
def test_a_vague_number_is_one_and_as_large_as_its_words(text: str, language: str, least: float) -> None:
    found = [n for n in numbers(text, language) if n.sure]
    assert [(n.values, n.vague) for n in found] == [((least,), True)]
