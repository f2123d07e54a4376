"""What only seems to stand against a statement: what it speaks of itself, names, answers, a denied negative."""

from __future__ import annotations

import pytest
from conflicting import reasons

from assistant.judge.figures import figures, refers, replaced
from assistant.judge.fitting import fits
from assistant.judge.sides import side

_TURNS = {"negated", "state", "denied", "lacking"}


@pytest.mark.parametrize(
    "one, in_language, other, language",
    [
        ("Die Fahrt dauerte elf Minuten.", "de", "The ride took eleven minutes.", "en"),
        ("Матч длился три часа.", "ru", "Das Spiel dauerte drei Stunden.", "de"),
        ("The strike lasted two weeks.", "en", "Забастовка длилась две недели.", "ru"),
    ],
)
def test_a_length_of_time_is_the_same_in_any_language(one: str, in_language: str, other: str, language: str) -> None:
    mine, theirs = figures(side(one, in_language))[0], figures(side(other, language))[0]
    assert mine.measure == theirs.measure
    assert fits(mine, theirs)


def test_a_figure_is_replaced_only_by_one_of_the_same_measure() -> None:
    assert not replaced(side("Der Zug kommt auf 80 Prozent der Strecke auf ein Tempo von 24 Knoten.", "de"))
    assert {u.text for u in replaced(side("Die Zahl der Filialen sinkt von 14 auf 13.", "de"))} == {"14"}
    assert {u.text for u in replaced(side("The fare rose to 5 crowns from 4.", "en"))} == {"4"}


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Von den Anträgen sind 300 gültig.", "Nach Prüfung durch das Amt sind 300 Anträge gültig.", "de"),
        ("The inspection took an hour.", "The examination of the boiler took an hour.", "en"),
        ("Der Verein hat 40.000 Euro erhalten.", "Der Verein, der 40.000 Euro erhalten hat, prüft einen Umzug.", "de"),
        ("Дума приняла закон о рыбалке.", "Закон о рыбалке Государственная Дума приняла в среду.", "ru"),
        ("Die Unterlagen sind für alle sichtbar.", "Die Unterlagen liegen für alle sichtbar offen.", "de"),
    ],
)
def test_an_examination_beside_a_settled_fact_weighs_nothing(statement: str, text: str, language: str) -> None:
    assert "weighed" not in reasons(statement, text, language)


def test_what_the_statement_speaks_of_itself_is_no_conflict() -> None:
    assert "planned" not in reasons(
        "Die Planung hat drei Millionen Euro gekostet.", "Planning has cost three million euros.", "en", "de"
    )
    assert "undone" not in reasons(
        "The council approved the bridge.", "Der Rat hat die Brücke freigegeben.", "de", "en"
    )
    assert "thwarted" not in reasons(
        "Das Institut erfuhr am Montag davon.",
        "The Institute for Fire Prevention was told of it on Monday.",
        "en",
        "de",
    )


@pytest.mark.parametrize(
    "statement, asked_in, text, language",
    [
        ("Der Wirt hat seit Mai nicht mehr gezahlt.", "de", "The landlord has not paid since May.", "en"),
        ("The ship has not yet sailed.", "en", "Das Schiff ist nicht ausgelaufen.", "de"),
        ("Niemand wurde verletzt.", "de", "Никто не был ранен.", "ru"),
        ("Das Dorf ist ohne Strom.", "de", "Деревня осталась без электричества.", "ru"),
        ("Fünf Leute löschen den Brand.", "de", "С огнём борются пять человек.", "ru"),
    ],
)
def test_two_negatives_agree(statement: str, asked_in: str, text: str, language: str) -> None:
    assert not _TURNS & reasons(statement, text, language, asked_in)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Der Wirt zahlt nicht mehr.", "Der Wirt zahlt weiterhin.", "de"),
        ("The ship no longer sails.", "The ship still sails.", "en"),
        ("Никто не был ранен.", "Был ранен человек.", "ru"),
    ],
)
def test_a_negative_and_its_contrary_do_not_agree(statement: str, text: str, language: str) -> None:
    assert _TURNS & reasons(statement, text, language)


def test_a_negation_ends_with_its_sentence() -> None:
    told = side("Sie hat seit Tagen nicht geschlafen. „Vierzehn Kinder liegen hier“, sagt sie.", "de")
    lying = next(u for u in told.units if u.text == "liegen")
    assert told.negation_of(lying) is None


def test_what_follows_a_denial_and_a_colon_is_what_its_speaker_holds() -> None:
    held = side("Die Firma widersprach: Die Halle sei am Abend leer gewesen.", "de")
    assert not held.denies_of(next(u for u in held.units if u.text == "leer"))
    denied = side("Die Firma bestritt, dass die Halle am Abend leer gewesen sei.", "de")
    assert denied.denies_of(next(u for u in denied.units if u.text == "leer"))


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Each of the two was fined.", "Both were fined.", "en"),
        ("Die drei Verletzten sind gerettet.", "Die Verletzten sind gerettet.", "de"),
    ],
)
def test_a_small_number_may_only_say_who_is_meant(statement: str, text: str, language: str) -> None:
    asked = side(statement, language)
    assert all(refers(f, asked) for f in figures(asked))


def test_a_number_that_is_news_refers_to_nobody() -> None:
    for statement in ("Zwei Ministerien sind dafür.", "Die 300 Gäste sind fort.", "Der zwei Meter hohe Zaun fiel."):
        asked = side(statement, "de")
        assert not any(refers(f, asked) for f in figures(asked))


def test_no_sign_of_a_forgery_denies_the_forgery() -> None:
    assert "negated" in reasons(
        "Der Rat hält den Brief für gefälscht.", "Für eine Fälschung fand der Rat keine Anzeichen.", "de"
    )


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Das Feuer geht auf einen Blitz zurück.", "Ein Blitz scheidet laut Feuerwehr als Ursache aus.", "de"),
        ("The fire was caused by lightning.", "Lightning had nothing to do with the fire.", "en"),
        ("Причиной пожара стала молния.", "Молния исключена как причина пожара.", "ru"),
    ],
)
def test_what_is_out_of_the_question_as_a_cause_is_denied(statement: str, text: str, language: str) -> None:
    assert reasons(statement, text, language) & {"denied", "denied_before", "denied_by_actor"}
