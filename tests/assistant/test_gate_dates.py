from __future__ import annotations

from datetime import date

import pytest

from assistant.gate.dates import dates, unsupported

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
