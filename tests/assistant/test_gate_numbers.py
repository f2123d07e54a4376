from __future__ import annotations

import pytest

from assistant.gate.numbers import numbers


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [
        ("de", "30.000", 30_000),
        ("en", "30,000", 30_000),
        ("ru", "30 000", 30_000),
        ("de", "30 000", 30_000),
        ("ru", "30 тысяч", 30_000),
        ("de", "dreißigtausend", 30_000),
        ("en", "30 thousand", 30_000),
        ("de", "1,5 Millionen", 1_500_000),
        ("en", "1.5 million", 1_500_000),
        ("ru", "1,5 млн", 1_500_000),
        ("de", "2,3 Mrd", 2_300_000_000),
        ("en", "two hundred and fifty thousand", 250_000),
        ("de", "zweihundertfünfundzwanzig", 225),
        ("ru", "двести двадцать пять", 225),
        ("en", "thirty-five", 35),
        ("de", "anderthalb", 1.5),
        ("de", "1.234,5", 1234.5),
        ("en", "1,234.5", 1234.5),
        ("de", "zwanzigsten", 20),
        ("en", "12th", 12),
        ("ru", "третий", 3),
        ("de", "dreijährige", 3),
        ("en", "a million", 1_000_000),
    ],
)
def test_a_number_is_read_by_its_value(language: str, words: str, value: float) -> None:
    (number,) = numbers(f"— {words} —", language)
    assert number.values[0] == value
    assert number.sure


def test_an_article_is_no_number() -> None:
    assert [n.words for n in numbers("Ein Mann sah eine Frau.", "de") if n.sure] == []


def test_a_range_is_two_numbers() -> None:
    assert [n.values[0] for n in numbers("1979–1989", "de")] == [1979, 1989]


def test_percent_is_told_from_a_count() -> None:
    assert [n.percent for n in numbers("20 Prozent von 20 und 5%", "de")] == [True, False, True]


def test_hundreds_are_vague() -> None:
    assert [n.vague for n in numbers("hundreds of ships", "en")] == [True]


def test_times_of_day_meet_across_clocks() -> None:
    (german,), (english,) = numbers("um 14.30 Uhr", "de"), numbers("at 2:30 p.m.", "en")
    assert set(german.values) & set(english.values)
