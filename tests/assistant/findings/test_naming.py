"""By which name an origin is told."""

from __future__ import annotations

import pytest

from assistant.findings.naming import short


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Central Staff for the Recovery of Lost Boats", "Central Staff for the Recovery"),
        ("Ministry of Inland Waters of the Republic", "Ministry of Inland Waters"),
        ("Комитет по водным делам и гражданской обороне республики", "Комитет по водным делам"),
        ("three people with knowledge of the matter", "three people with knowledge"),
        ("zwei frühere Mitarbeiter des Hafens von Rottau", "zwei frühere Mitarbeiter des Hafens"),
        ("Landesamt für Wasser", "Landesamt für Wasser"),
    ],
)
def test_a_long_name_ends_where_what_it_is_for_begins(name: str, told: str) -> None:
    assert short(name) == told
