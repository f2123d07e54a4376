"""How far a negation reaches, and what points back."""

import pytest

from assistant.judge.reach import points_back
from assistant.judge.sides import side


@pytest.mark.parametrize(
    ("text", "language", "standing", "negated"),
    [
        ("Die Turnhalle ist beschädigt und kann nicht benutzt werden.", "de", "beschädigt", "benutzt"),
        ("The gym was damaged and cannot be used.", "en", "damaged", "used"),
        ("Спортзал повреждён и не может использоваться.", "ru", "повреждён", "использоваться"),
    ],
)
def test_a_negation_ends_where_another_thing_is_said(text: str, language: str, standing: str, negated: str) -> None:
    seen = side(text, language)
    found = {u.text: seen.negation_of(u) is not None for u in seen.units}
    assert found[standing] is False
    assert found[negated] is True


def test_a_negation_reaches_all_members_of_a_list() -> None:
    seen = side("Die Ruderer und Schwimmer wurden nicht eingeladen.", "de")
    assert all(seen.negation_of(u) for u in seen.units if u.text in ("Ruderer", "Schwimmer"))


@pytest.mark.parametrize(
    ("text", "language", "points"),
    [
        ("Das bestritt der Trainer.", "de", True),
        ("Der Verein wies den Bericht zurück.", "de", True),
        ("Der Verein bestritt, dass das Stadion verkauft wird.", "de", False),
        ("The club denied it.", "en", True),
        ("The club denied that the ground had been sold.", "en", False),
        ("Клуб опроверг эту информацию.", "ru", True),
    ],
)
def test_what_a_denial_points_back_at_stood_before_it(text: str, language: str, points: bool) -> None:
    assert points_back(text, language) is points
