from __future__ import annotations

import re
from datetime import date

import pytest

from assistant.gate.dates import dates, unsupported
from assistant.gate.valued import at_digits

PUBLISHED = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "4. März 2026"),
        ("de", "04.03.2026"),
        ("de", "4. 3. 2026"),
        ("en", "March 4, 2026"),
        ("en", "4 March 2026"),
        ("en", "4th of March 2026"),
        ("en", "2026-03-04"),
        ("ru", "4 марта 2026 года"),
    ],
)
def test_a_date_is_read_in_any_format(language: str, words: str) -> None:
    (day,) = dates(f"— {words} —", language)
    assert (day.day, day.month, day.year, day.words) == (4, 3, 2026, words)


@pytest.mark.parametrize("text", ["", "Kein Tag", "1.2.3.4.5", "am 1. 2. und 13.4.", "v1.2. 12.3.4", "x12.3.y4.5."])
def test_only_digits_are_looked_at_for_what_begins_with_one(text: str) -> None:
    pattern = re.compile(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.")
    assert [m.span() for m in at_digits(pattern, text)] == [m.span() for m in pattern.finditer(text)]


def test_several_dates_of_one_text_are_all_read() -> None:
    text = "Am 3.5. und am 12/31/2025, dann gestern, am Freitag und im Mai 2024."
    in_order = sorted(dates(text, "de"), key=lambda day: day.span)
    assert [day.words for day in in_order] == ["3.5.", "12/31/2025", "gestern", "Freitag", "Mai 2024"]


def test_a_modal_verb_is_no_month() -> None:
    assert dates("It may rain, they march on.", "en") == []


def supported(wanted: str, quoted: str) -> bool:
    return not unsupported(dates(wanted, "de"), dates(quoted, "de"), PUBLISHED)


@pytest.mark.parametrize(
    ("wanted", "quoted"),
    [
        ("am 4. März 2026", "am 4. März"),
        ("am 10. März 2026", "gestern"),
        ("am 9. März 2026", "am Montag"),
        ("am Mittwoch", "am 4. März 2026"),
        ("am 11. März", "ohne Datum"),
        ("im März", "am 4. März"),
    ],
)
def test_a_date_may_be_told_in_another_way(wanted: str, quoted: str) -> None:
    assert supported(wanted, quoted)


@pytest.mark.parametrize(
    ("wanted", "quoted"),
    [
        ("am 4. März 2025", "am 4. März"),
        ("am 5. März", "am 4. März"),
        ("am Freitag", "am 4. März 2026"),
        ("im April", "am 4. März"),
        ("am 7. März 2026", "am Montag"),
    ],
)
def test_another_date_is_not_supported(wanted: str, quoted: str) -> None:
    assert not supported(wanted, quoted)
