"""What a single word can mean, by its ending and its capital."""

from __future__ import annotations

import pytest

from index.lexicon.lexicon import mentions


def concepts(text: str, language: str) -> set[str]:
    return {mention.concept.id for mention in mentions(text, language)}


@pytest.mark.parametrize(
    ("text", "meant", "not_meant"),
    [
        ("Он сказал об этом журналистам.", "say", "have_impact"),  # not "сказаться"
        ("Рабочие отказались уехать.", "refuse", "fail_break_down"),
        ("Она вернулась в новой сети магазинов.", "network_group", "lament_loss"),  # a noun in -ть
        ("Части моста упали в воду.", "part", "often"),
        ("Ночью шёл дождь.", "night", "six"),
        ("Редактор портала извинился.", "news_portal", "spoil_go_bad"),
    ],
)
def test_russian_words_of_one_stem_are_told_apart(text: str, meant: str, not_meant: str) -> None:
    found = concepts(text, "ru")
    assert meant in found
    assert not_meant not in found


@pytest.mark.parametrize("text", ["Пожар или потоп.", "Такие дома не строят.", "Он против, пока нет денег."])
def test_russian_function_words_are_no_form_of_what_they_look_like(text: str) -> None:
    assert not concepts(text, "ru") & {"mud", "burrito", "stretch", "leave"}


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Пекаря убили ночью.", "killed"),
        ("Идею поддержали все.", "idea"),
        ("Он учился в Праге.", "learn"),
    ],
)
def test_russian_words_with_hardly_a_stem_are_known_by_their_forms(text: str, identifier: str) -> None:
    assert identifier in concepts(text, "ru")


def test_a_russian_adjective_names_the_noun_that_it_is_made_of_but_a_surname_does_not() -> None:
    cherries = {"cherry", "cherry_fruit"}
    assert {m.concept.id for m in mentions("вишневый", "ru") if m.part} == cherries
    assert "island" not in concepts("Премию получил Островский.", "ru")


def test_a_russian_particle_in_a_phrase_has_no_other_forms() -> None:
    assert "unharmed" in concepts("Пассажиры не пострадали.", "ru")
    assert "unharmed" not in concepts("Врачи ответили на вопрос о пострадавших.", "ru")


@pytest.mark.parametrize("word", ["dauerte", "feiern", "gesteuert", "beteuert", "bedauerte"])
def test_german_verbs_in_ern_after_a_diphthong_are_verbs(word: str) -> None:
    assert concepts(word, "de")


def test_a_german_noun_in_e_has_the_forms_of_an_adjective_only_where_no_other_noun_is_written_so() -> None:
    assert "vouch_for" not in concepts("Viele Bürger kamen.", "de")
    assert "civil_servant" in concepts("Ein Beamter kam.", "de")
    assert "man" not in concepts("Eine Frau kam.", "de")


def test_further_is_not_wide() -> None:
    assert concepts("weitere", "de") == {"additional"}
    assert "wide" in concepts("Der Weg ist weit.", "de")
