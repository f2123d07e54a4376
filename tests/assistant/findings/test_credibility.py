"""Information credibility on the Admiralty scale: from corroboration and contradiction alone."""

from __future__ import annotations

import pytest
from sourced import found

from assistant.findings.credibility import misp_tag
from assistant.sourcing import Flag, Standing

EXPECTED = {
    Standing.CORROBORATED: 1,
    Standing.DISPUTED: 4,
    Standing.CONTRADICTED: 5,
    Standing.SINGLE_ORIGIN: 6,
    Standing.SINGLE_SOURCE: 6,
    Standing.SUPERSEDED: 6,
    Standing.NOT_FOUND: 6,
}


@pytest.mark.parametrize("standing", Standing)
def test_each_standing_has_its_place_on_the_scale(standing: Standing) -> None:
    finding = found(standing)
    assert misp_tag(finding) == f'admiralty-scale:information-credibility="{EXPECTED[standing]}"'


def test_who_says_it_changes_nothing() -> None:
    plain = found(Standing.SINGLE_SOURCE)
    assert misp_tag(found(Standing.SINGLE_SOURCE, flags={Flag.INTERESTED_PARTY: ()})) == misp_tag(plain)
