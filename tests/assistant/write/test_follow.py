"""Follow-up questions, in three languages: which lean on the last one, and what they take over from it."""

from __future__ import annotations

import pytest

from assistant.domain import Turn
from assistant.write.follow import EmbeddedCondenser, asked_to_say, asks_for_opposition

LAST = {
    "de": "Wie viele Minenräumer bietet Laos Russland an?",
    "en": "How many engineers did Laos offer Russia?",
    "ru": "Сколько сапёров Лаос предложил России?",
}


def standalone(question: str, lang: str, answer: str = "") -> str:
    return EmbeddedCondenser().standalone(question, [Turn(LAST[lang], LAST[lang], answer)])


@pytest.mark.parametrize(
    "lang, question, taken",
    [
        ("de", "und wer bestreitet das?", "Wer bestreitet das? (Laos, Russland, Minenräumer, bietet)"),
        ("de", "Und was sagt Laos dazu?", "Was sagt Laos dazu? (Russland, Minenräumer, bietet)"),
        ("de", "Wo sollen sie arbeiten?", "Wo sollen sie arbeiten? (Laos, Russland, Minenräumer, bietet)"),
        ("de", "Seit wann?", "Seit wann? (Laos, Russland, Minenräumer, bietet)"),
        ("de", "Was sagt Putin?", "Was sagt Putin? (Laos, Russland, Minenräumer, bietet)"),
        ("en", "and who denies it?", "Who denies it? (Laos, Russia, engineers, offer)"),
        ("en", "Where will they work?", "Where will they work? (Laos, Russia, engineers, offer)"),
        ("en", "What did Moscow say about it?", "What did Moscow say about it? (Laos, Russia, engineers, offer)"),
        ("en", "When?", "When? (Laos, Russia, engineers, offer)"),
        ("ru", "а кто это отрицает?", "Кто это отрицает? (Лаос, России, сапёров, предложил)"),
        ("ru", "Где они будут работать?", "Где они будут работать? (Лаос, России, сапёров, предложил)"),
        ("ru", "а когда?", "Когда? (Лаос, России, сапёров, предложил)"),
    ],
)
def test_a_question_that_leans_on_the_last_one_takes_over_its_names_and_key_words(
    lang: str, question: str, taken: str
) -> None:
    assert standalone(question, lang) == taken


@pytest.mark.parametrize(
    "lang, question",
    [
        ("de", "Wer hat die Taliban anerkannt?"),
        ("de", "Was kostet die neue Brücke in Celle?"),
        ("de", "Hat Merkel gesagt, dass sie kommt?"),
        ("de", "Welche Krankenhäuser behandeln Verwundete?"),
        ("de", "Wer behandelt Verwundete?"),
        ("en", "Who recognised the Taliban?"),
        ("en", "Is it true that Laos sends troops?"),
        ("en", "Who says that Laos has sent troops?"),
        ("ru", "Кто признал талибов?"),
    ],
)
def test_a_question_that_stands_alone_stays_as_it_is(lang: str, question: str) -> None:
    assert standalone(question, lang) == question


def test_what_the_last_question_took_over_is_taken_on() -> None:
    second = standalone("und wer bestreitet das?", "de")
    third = EmbeddedCondenser().standalone("und seit wann?", [Turn("und wer bestreitet das?", second)])
    assert third == "Seit wann? (Laos, Russland, Minenräumer, bietet)"


def test_a_question_word_is_not_taken_for_a_body_of_that_name() -> None:
    second = standalone("and who denies it?", "en")
    third = EmbeddedCondenser().standalone("What does Russia say?", [Turn("and who denies it?", second)])
    assert third == "What does Russia say? (Laos, engineers, offer)"


def test_where_the_last_question_names_nothing_its_answer_does() -> None:
    turn = Turn("Was ist passiert?", "Was ist passiert?", "Laos bietet Russland Pioniere an.")
    assert "Laos" in EmbeddedCondenser().standalone("Und wer bestreitet das?", [turn])


def test_without_anything_before_it_a_question_stays_as_it_is() -> None:
    assert EmbeddedCondenser().standalone("und wer bestreitet das?", []) == "und wer bestreitet das?"


@pytest.mark.parametrize(
    "question, asks",
    [
        ("Und wer bestreitet das?", True),
        ("Wer widerspricht?", True),
        ("Wer weist das zurück?", True),
        ("and who denies it?", True),
        ("Does anyone dispute that?", True),
        ("а кто это отрицает?", True),
        ("Кто это опроверг?", True),
        ("Wer sagt das?", False),
        ("Who pays for it?", False),
        ("Кто это сказал?", False),
    ],
)
def test_it_is_told_whether_a_question_asks_for_the_other_side(question: str, asks: bool) -> None:
    assert asks_for_opposition(question) is asks


@pytest.mark.parametrize(
    "question, who",
    [
        ("Was sagt Laos dazu?", ["Laos"]),
        ("What did Moscow say about it?", ["Moscow"]),
        ("Что говорит Лаос?", ["Лаос"]),
        ("Was sagt Laos zu den Krankenhäusern?", []),
        ("Wer kommt aus Laos?", []),
    ],
)
def test_it_is_told_whose_word_a_question_asks_for(question: str, who: list[str]) -> None:
    assert asked_to_say(question) == who
