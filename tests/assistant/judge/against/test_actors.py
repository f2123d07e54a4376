"""Who does what to whom."""

from __future__ import annotations

import pytest
from conflicting import claim_of

from assistant.judge.features import compared
from assistant.judge.predicates import predicate
from assistant.judge.roles import roles
from assistant.judge.rulings import ruling
from assistant.judge.sides import side


def _reasons(statement: str, language: str, text: str, of: str) -> set[str]:
    (row,) = compared(side(statement, language), [claim_of(text, of)])
    return {c.reason for c in row.against}


@pytest.mark.parametrize(
    ("text", "language", "agent", "patient"),
    [
        ("Ein Fuchs biss den Förster.", "de", "Fuchs", "Förster"),
        ("Den Förster biss ein Fuchs.", "de", "Fuchs", "Förster"),
        ("Der Förster wurde von einem Fuchs gebissen.", "de", "Fuchs", "Förster"),
        ("The teacher accused the mayor.", "en", "teacher", "mayor"),
        ("The mayor was accused by the teacher.", "en", "teacher", "mayor"),
        ("Учитель обвинил министра.", "ru", "Учитель", "министра"),
        ("Министра обвинил учитель.", "ru", "учитель", "Министра"),
    ],
)
def test_roles_are_read_from_order_case_and_voice(text: str, language: str, agent: str, patient: str) -> None:
    read = side(text, language)
    act = predicate(read)
    assert act is not None
    found = roles(read, act)
    assert [unit and unit.text for unit in found] == [agent, patient]


@pytest.mark.parametrize(
    ("statement", "language", "text", "of"),
    [
        ("The teacher accused the mayor.", "en", "The mayor accused the teacher.", "en"),
        ("Der Lehrer kritisierte den Bürgermeister.", "de", "The mayor criticised the teacher.", "en"),
        ("Учитель обвинил министра.", "ru", "Учителя обвинил министр.", "ru"),
    ],
)
def test_the_other_way_round_does_not_support(statement: str, language: str, text: str, of: str) -> None:
    assert "swapped" in _reasons(statement, language, text, of)
    (row,) = compared(side(statement, language), [claim_of(text, of)])
    assert not ruling(row).supports


def test_of_two_only_one_has_won() -> None:
    assert "exchanged" in _reasons("Polen besiegte Italien.", "de", "Italien besiegte Polen.", "de")


@pytest.mark.parametrize(
    ("statement", "language", "text", "of"),
    [
        ("The teacher accused the mayor.", "en", "The mayor was accused by the teacher.", "en"),
        ("Der Lehrer kritisierte den Bürgermeister.", "de", "Den Bürgermeister kritisierte der Lehrer.", "de"),
        ("Учитель обвинил министра.", "ru", "Министра обвинил учитель.", "ru"),
    ],
)
def test_the_same_in_another_order_is_the_same(statement: str, language: str, text: str, of: str) -> None:
    assert not _reasons(statement, language, text, of) & {"swapped", "exchanged", "doer", "contrast", "insisted"}


def test_who_it_was_instead_opposes_where_the_text_insists() -> None:
    told = "It was the mayor herself who closed the school."
    assert "insisted" in _reasons("The teacher closed the school.", "en", told, "en")


def test_a_father_is_no_mother() -> None:
    (row,) = compared(
        side("The mother signed the contract in Ghent.", "en"),
        [claim_of("The father signed the contract in Ghent.", "en")],
    )
    assert not ruling(row).supports
