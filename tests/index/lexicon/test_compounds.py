"""German compounds taken apart: heads that only shade, and heads of three letters."""

from __future__ import annotations

import pytest

from index.lexicon.compounds import compound
from index.lexicon.words import concept_at


def names(numbers: tuple[int, ...]) -> set[str]:
    return {concept_at(number).id for number in numbers}


@pytest.mark.parametrize(
    ("word", "modifier"), [("fristlosen", "deadline"), ("gebührenfrei", "fee"), ("liebevolle", "love")]
)
def test_of_an_adjective_whose_head_is_hardly_more_than_an_ending_only_the_rest_is_named(
    word: str, modifier: str
) -> None:
    apart = compound(word, noun=False)
    assert apart is not None
    assert apart.head == ()
    assert modifier in names(apart.modifier)


@pytest.mark.parametrize(
    ("word", "head", "modifier"), [("patentamts", "authority", "patent"), ("streiktage", "day", "strike_work")]
)
def test_a_head_of_three_letters_is_found_after_a_known_word(word: str, head: str, modifier: str) -> None:
    apart = compound(word, noun=True)
    assert apart is not None
    assert head in names(apart.head)
    assert modifier in names(apart.modifier)


def test_what_only_ends_like_a_short_head_is_no_compound() -> None:
    assert compound("konrat", noun=True) is None


@pytest.mark.parametrize(
    ("word", "modifier"), [("sprachkurs", "language"), ("kontrollgruppe", "control_have"), ("lokalzeitung", "local")]
)
def test_what_stands_before_the_head_may_lack_its_e_or_have_several_meanings(word: str, modifier: str) -> None:
    apart = compound(word, noun=True)
    assert apart is not None
    assert modifier in names(apart.modifier)


def test_what_places_are_named_after_is_a_head_only_after_a_known_word() -> None:
    assert compound("kornfeld", noun=True) is not None
    assert compound("brokfeld", noun=True) is None
