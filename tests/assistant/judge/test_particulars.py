"""Small words by which a statement says more than an article that has the rest of it."""

from __future__ import annotations

import pytest
from conflicting import claim_of

from assistant.judge.features import NAMES, compared
from assistant.judge.particulars import unsaid
from assistant.judge.rulings import ruling
from assistant.judge.sides import side


@pytest.mark.parametrize(
    ("statement", "text", "language", "lost"),
    [
        ("Alle Fähren fahren wieder.", "Die Fähre nach Norden fährt wieder.", "de", (1.0, 1.0)),
        ("Alle Fähren fahren wieder.", "Sämtliche Fähren fahren wieder.", "de", (0.0, 0.0)),
        ("Only the pilots are on strike.", "The pilots are on strike.", "en", (0.0, 1.0)),
        ("Завод уже закрыт.", "Завод хотят закрыть.", "ru", (0.0, 1.0)),
    ],
)
def test_a_word_for_all_only_or_already_may_be_unsaid(
    statement: str, text: str, language: str, lost: tuple[float, float]
) -> None:
    assert unsaid(side(statement, language), side(text, language)) == lost


@pytest.mark.parametrize(
    ("statement", "text", "language"),
    [
        ("All six orchards were sprayed.", "Several orchards were sprayed.", "en"),
        ("Alle sechs Weinberge wurden gespritzt.", "Mehrere Weinberge wurden gespritzt.", "de"),
    ],
)
def test_of_all_six_several_are_not_all(statement: str, text: str, language: str) -> None:
    (row,) = compared(side(statement, language), [claim_of(text, language)])
    assert not ruling(row).supports


def test_a_claim_that_negates_as_the_statement_does_is_told() -> None:
    asked, kept = side("Die Fähre legte nicht ab.", "de"), NAMES.index("negation_kept")
    same, other = compared(asked, [claim_of(text, "de") for text in ("Die Fähre fuhr nicht.", "Die Fähre fuhr.")])
    assert (same.values[kept], other.values[kept]) == (1.0, 0.0)


def test_a_claim_that_lacks_the_name_which_a_statement_is_about_is_told() -> None:
    asked, lost = side("Brunhild Ahlers leitet den Hafen.", "de"), NAMES.index("subject_lost")
    texts = ("Brunhild Ahlers ist Leiterin des Hafens.", "Torsten Mewes leitet den Hafen.")
    same, other = compared(asked, [claim_of(text, "de") for text in texts])
    assert (same.values[lost], other.values[lost]) == (0.0, 1.0)
