"""Whether an English word is a noun or a verb where it stands."""

from __future__ import annotations

import pytest

from index.lexicon.lexicon import mentions


def concepts(text: str) -> set[str]:
    return {mention.concept.id for mention in mentions(text, "en") if not mention.part}


@pytest.mark.parametrize(
    ("text", "meant", "never"),
    [
        ("The strike at the mill is short.", "strike_work", "hit_strike"),
        ("They fire warning flares.", "fire_weapon", "fire"),
        ("The fire destroyed a barn.", "fire", "dismiss"),
        ("Divers found the anchor.", "find", "found_person"),
        ("The left demands a vote.", "left_wing", "depart"),
        ("She left the choir.", "leave", "left_wing"),
        ("The state pays for the ferry.", "state", "state_declare"),
        ("It was the last match.", "last", "duration"),
        ("The new board meets in May.", "board_of_directors", "board_vehicle"),
    ],
)
def test_the_word_before_tells_a_noun_from_a_verb(text: str, meant: str, never: str) -> None:
    assert meant in concepts(text)
    assert never not in concepts(text)


def test_a_clause_that_has_ended_tells_nothing() -> None:
    assert concepts("What will they do? Strike the tent.") & {"hit_strike", "strike_work"}


def test_function_words_of_a_phrase_follow_their_verb() -> None:
    assert "inherit_bequeath" not in concepts("The pilot wants to leave.")
    assert "inherit_bequeath" in concepts("The vineyard was left to her niece.")


def test_a_word_in_man_may_have_a_plural_in_s() -> None:
    assert "human" in concepts("Humans settled here early.")
