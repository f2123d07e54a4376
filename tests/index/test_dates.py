from __future__ import annotations

import pytest

from index.dates import first_date, iso_date


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2026-03-04", "2026-03-04"),
        ("2026-03-04T18:20+01:00", "2026-03-04T18:20+01:00"),
        ("2026-03-04T18:20:11.5Z", "2026-03-04T18:20:11+00:00"),
        ("2026-03-04 18:20:00 +0100", "2026-03-04T18:20+01:00"),
        ("Wed, 04 Mar 2026 18:20:00 GMT", "2026-03-04T18:20+00:00"),
        ("Mi., 04.03.2026 18:20", "2026-03-04T18:20"),
        ("Mittwoch, den 4. März 2026, 18.20 Uhr", "2026-03-04T18:20"),
        ("4. Jänner 2026 um 7 Uhr", "2026-01-04T07:00"),
        ("4.3.26", "2026-03-04"),
        ("March 4, 2026, 6:20 pm", "2026-03-04T18:20"),
        ("Wednesday, March 4, 2026, 12:05 a.m. CET", "2026-03-04T00:05+01:00"),
        ("4th of March 2026", "2026-03-04"),
        ("Sept. 4, 2025", "2025-09-04"),
        ("4 марта 2026 г., 18:20", "2026-03-04T18:20"),
        ("18:20, 4 марта 2026 года", "2026-03-04T18:20"),
        ("24/03/2026", "2026-03-24"),
    ],
)
def test_a_date_in_any_usual_form_becomes_iso(given: str, iso: str) -> None:
    assert iso_date(given) == iso


@pytest.mark.parametrize(
    "given",
    ["", "gestern", "Mittwoch", "4. März", "March 2026", "03/04/2026", "2026-13-01", "31.02.2026", "1741113600"],
)
def test_what_is_no_full_date_is_none(given: str) -> None:
    assert iso_date(given) is None


def test_a_sentence_with_a_date_is_no_date() -> None:
    assert iso_date("Der Rat hat das am 4. März 2026 so beschlossen") is None


def test_a_version_or_an_address_is_no_date() -> None:
    assert first_date("Fassung 1.2.2026.4 und 10.1.20.30") is None


def test_weekday_and_time_belong_to_the_date_found() -> None:
    line = "Ausgabe von Mi., 4. März 2026, 18.20 Uhr, Seite 3"
    found = first_date(line)
    assert found is not None
    assert line[found.start : found.end] == "Mi., 4. März 2026, 18.20 Uhr"
