"""Russian words of one stem, told apart by what they can be forms of."""

from __future__ import annotations

import pytest

from index.lexicon.declension import can_be, is_form
from index.lexicon.lexicon import mentions


def concepts(text: str) -> set[str]:
    return {mention.concept.id for mention in mentions(text, "ru") if not mention.part}


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("рынка", "рынок"),
        ("бойцов", "боец"),
        ("сел", "село"),
        ("статей", "статья"),
        ("писем", "письмо"),
        ("горожане", "горожанин"),
        ("времени", "время"),
        ("учащихся", "учащийся"),
        ("сборной", "сборная"),
        ("намерен", "намеренный"),
    ],
)
def test_a_form_is_known(word: str, lemma: str) -> None:
    assert is_form(word, lemma)


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("стран", "странный"), ("китая", "кит"), ("части", "частый"), ("стал", "сталь"), ("метров", "метро")],
)
def test_what_only_looks_like_a_form_is_none(word: str, lemma: str) -> None:
    assert not is_form(word, lemma)


def test_a_past_is_that_of_its_own_verb() -> None:
    assert can_be("нашли", "найти")
    assert not can_be("дела", "делить")


@pytest.mark.parametrize(
    ("text", "meant", "never"),
    [
        ("Об этом говорится в статье.", "article", "status"),
        ("Она знает все цены.", "price", "valuable"),
        ("В этой стране нет гор.", "country", "strange"),
        ("Итог этих действий неизвестен.", "do_act", "valid"),
        ("Доли поделили братья.", "share", "refill"),
        ("Паром прибыл по делу.", "matter", "divide"),
    ],
)
def test_a_word_names_what_it_is_a_form_of(text: str, meant: str, never: str) -> None:
    assert meant in concepts(text)
    assert never not in concepts(text)


def test_a_function_word_is_no_form_of_what_it_looks_like() -> None:
    assert not concepts("Именно потому.") & {"name", "sweat"}
