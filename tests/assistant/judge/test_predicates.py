"""What a statement says of its subject."""

import pytest

from assistant.judge.predicates import predicate
from assistant.judge.sides import side


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("Der Landrat hat die Deponie besichtigt.", "de", "besichtigt"),
        ("Die Ruderer sind unverletzt.", "de", "unverletzt"),
        ("The ferry was delayed by fog.", "en", "delayed"),
        ("Губернатор закрыл мост на ремонт.", "ru", "закрыл"),
    ],
)
def test_the_verb_or_what_stands_for_one(text: str, language: str, said: str) -> None:
    found = predicate(side(text, language))
    assert found is not None
    assert found.text == said


def test_a_phrase_with_its_helping_verb_is_what_is_said() -> None:
    found = predicate(side("The treasurer of the rowing club is under suspicion.", "en"))
    assert found is not None
    assert "under_suspicion" in found.concepts
