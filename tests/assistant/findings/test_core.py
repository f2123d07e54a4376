from __future__ import annotations

import pytest

from assistant.findings.core import core, is_statement
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Claim
from index.documents import Article


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "Das Land versucht nach Angaben der Behörde, das kleine Tarbeck in den Streit hineinzuziehen.",
            "das kleine Tarbeck in den Streit hineinzuziehen",
        ),
        (
            "Die Bürgermeisterin Ada Berg, die seit 2019 im Amt ist, kritisierte die Pläne am Montag.",
            "die seit 2019 im Amt ist, kritisierte die Pläne am Montag",
        ),
        ("Wer das zahle, erkenne auch an, dass der Hafen zu klein sei, sagte Ada Berg.", "an, dass der Hafen zu klein"),
    ],
    ids=["an infinitive", "a clause set in", "a clause that hangs on"],
)
def test_a_statement_is_not_cut_within_its_clause(sentence: str, statement: str) -> None:
    article = Article("a", f"Streit um Tarbeck\n\n{sentence}\n", "a.txt", publisher="Bote", language="de")
    (claim,) = [c for c in EmbeddedReader().read(article).claims if c.text in sentence and "Streit um" not in c.text]
    assert statement in core(claim)


def test_a_further_clause_is_a_statement_of_its_own() -> None:
    text = "Der Kreml hatte im Herbst einen Partner gefunden, der Soldaten nach Tarbeck schickte."
    (claim,) = EmbeddedReader().read(Article("a", text, "a.txt", publisher="Bote", language="de")).claims
    assert core(claim) == "Der Kreml hatte im Herbst einen Partner gefunden"


def only(sentence: str, language: str = "de") -> Claim:
    article = Article("a", f"{sentence}\n", "a.txt", publisher="Bote", language=language)
    (claim,) = EmbeddedReader().read(article).claims
    return claim


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Der Betriebsrat warnt davor, jetzt die Löhne zu kürzen.", "de"),
        ("Nach Angaben der Polizei fehlen in dem Lager zwölf Kisten.", "de"),
        ("Wie der Kurier berichtet, wird mit der Werft über einen Verkauf gesprochen.", "de"),
        ("Die Wirte fürchten, dass der Strand im Sommer gesperrt bleibt.", "de"),
        ("The ferry company expects to resume sailings on Friday.", "en"),
        ("The harbour – closed to ferries since the storm – is to open again on Friday.", "en"),
        ("Партия утверждает, что подала в суд 12 исков.", "ru"),
    ],
    ids=[
        "an infinitive",
        "what goes on after who says so",
        "what goes on after a clause that says so",
        "a clause with its verb at the end",
        "an English infinitive",
        "what is set between dashes",
        "a clause without its subject",
    ],
)
def test_words_that_are_no_sentence_are_no_statement_without_the_rest(sentence: str, language: str) -> None:
    assert core(only(sentence, language)) in (sentence, sentence.rstrip("."))


def test_what_is_attributed_and_a_sentence_begins_as_one() -> None:
    assert core(only("Die Werft teilte mit, der Verkauf sei vom Tisch.")) == "Der Verkauf sei vom Tisch"


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        ("Das ist die höchste Strafe, die ein Gericht in Tarbeck je verhängt hat.", "de"),
        ("Der Betrieb beliefert vor allem Läden, die den großen Händlern zu klein sind.", "de"),
        ("Im Rat fand sich eine Mehrheit dafür, den Hebesatz um 0,75 Punkte auf 4,25 Prozent zu senken.", "de"),
        ("The ferry, built in 1998, was on her way from Kolm to Tarbeck with 40 lorries.", "en"),
        ("Министр поблагодарил врачей за работу ночью, а пожарных — за спасение детей.", "ru"),
        ("Это единственный мост в Тарбеке, который выдержал паводок.", "ru"),
    ],
    ids=[
        "a superlative",
        "which ones",
        "a fraction within an infinitive",
        "an English was",
        "a Russian dash for a verb",
        "the only one",
    ],
)
def test_what_the_clause_needs_is_not_cut_off(sentence: str, language: str) -> None:
    assert core(only(sentence, language)).rstrip(".") == sentence.rstrip(".")


def test_a_promise_is_told_with_who_made_it() -> None:
    sentence = "Die Werft hat zugesichert, Arbeiter zu entlassen, die gestohlen haben."
    assert core(only(sentence)).startswith("Die Werft hat zugesichert, Arbeiter zu entlassen")


def test_marks_within_a_statement_stay_in_pairs() -> None:
    assert core(only("Согласно протоколу, «Волна» не получила ни одного места.", "ru")).startswith("«Волна» не")
    assert core(only("„Der Hafen bleibt bis Montag zu“, sagte Ada Berg.")) == "Der Hafen bleibt bis Montag zu"


def test_a_question_is_no_statement() -> None:
    claims = [only("„Und wer zahlt nun die Brücke in Tarbeck?“, fragt Ada Berg.")]
    assert not list(filter(is_statement, claims))


def test_that_something_could_not_be_verified_is_no_statement() -> None:
    told = "Die Werft in Kolm soll zwölf Arbeiter entlassen haben. Unabhängig überprüfen ließ sich das nicht."
    claims = EmbeddedReader().read(Article("a", told, "a.txt", publisher="Bote", language="de")).claims
    assert [c.text for c in claims if is_statement(c)] == ["Die Werft in Kolm soll zwölf Arbeiter entlassen haben."]
