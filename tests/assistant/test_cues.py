from __future__ import annotations

import pytest

from assistant.cues import denials, is_attributed, is_hedged, negations

HEDGED = [
    ("de", "Der Wachmann soll das Tor geöffnet haben."),
    ("de", "Offenbar fehlte der Schlüssel."),
    ("de", "Die Angaben konnten nicht unabhängig überprüft werden."),
    ("de", "Der mutmaßliche Täter schweigt."),
    ("de", "Unabhängig überprüfen ließ sich das nicht."),
    ("de", "Der Wachmann soll sich danach gemeldet haben."),
    ("de", "Die Kosten dürften steigen."),
    ("ru", "Подтвердить подлинность записи не удалось."),
    ("en", "The guard reportedly opened the gate."),
    ("en", "The claim could not be independently verified."),
    ("en", "He is said to have opened the gate."),
    ("ru", "Охранник якобы открыл ворота."),
    ("ru", "По неподтвержденным данным, склад сгорел."),
]
PLAIN = [
    ("de", "Der Wachmann öffnete das Tor."),
    ("de", "Die Stadt soll endlich handeln, fordert der Verein."),
    ("de", "Zeugen sollen sich bei der Polizei in Kelm melden."),
    ("de", "Die Stadt erklärte, dass Gäste das Ufer nicht mehr betreten dürften."),
    ("de", "Die Staatsanwaltschaft ermittelt wegen des Verdachts der Untreue."),
    ("de", "Die Gerüchte über einen Verkauf sind falsch."),
    ("en", "The rumours are false, the mayor said."),
    ("de", "Er sollte um acht Uhr kommen."),
    ("de", "Laut Feuerwehr brannte die Halle."),
    ("en", "The guard opened the gate on 5 May."),
    ("ru", "Охранник открыл ворота."),
]


@pytest.mark.parametrize(("language", "text"), HEDGED)
def test_a_reservation_is_recognised(language: str, text: str) -> None:
    assert is_hedged(text, language)


@pytest.mark.parametrize(("language", "text"), PLAIN)
def test_what_is_told_plainly_is_not_hedged(language: str, text: str) -> None:
    assert not is_hedged(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Laut Feuerwehr brannte die Halle."),
        ("de", "Das Amt teilte am Montag mit, die Halle sei sicher."),
        ("de", "„Die Halle ist sicher“, so der Minister."),
        ("de", "Die Halle sei sicher."),
        ("en", "The hall is safe, according to the mayor."),
        ("en", "The mayor said the hall is safe."),
        ("ru", "По словам мэра, ангар цел."),
        ("ru", "Об этом сообщила мэрия."),
    ],
)
def test_an_attribution_is_recognised(language: str, text: str) -> None:
    assert is_attributed(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Halle brannte in der Nacht aus."),
        ("de", "Ich habe die Halle gesehen."),
        ("de", "Der Minister wollte das nicht sagen."),
        ("de", "Die Ministerin sagte das Treffen ab."),
        ("en", "The hall burned down at night."),
        ("en", "The mayor did not say when."),
        ("ru", "Ангар сгорел ночью."),
    ],
)
def test_a_statement_in_the_own_voice_is_not_attributed(language: str, text: str) -> None:
    assert not is_attributed(text, language)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Sie kommt nicht und hat keine Zeit.", ["nicht", "keine"]),
        ("de", "Nicht nur sie kommt, ohne Zweifel.", []),
        ("en", "They didn't come and no one called.", ["didn't", "no one"]),
        ("en", "No. 10 has no more than two doors.", []),
        ("ru", "Он не пришёл, и нет вестей.", ["не", "нет"]),
        ("ru", "Не только он пришёл.", []),
    ],
)
def test_negations_are_found_and_harmless_phrases_left_out(language: str, text: str, words: list[str]) -> None:
    assert [cue.text for cue in negations(text, language)] == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Die Werft wies den Bericht zurück."),
        ("en", "The yard denied the report."),
        ("ru", "Завод опроверг сообщение."),
    ],
)
def test_denying_counts_apart(language: str, text: str) -> None:
    assert denials(text, language)
    assert not negations(text, language)


def test_a_text_in_another_language_is_searched_with_all_lists() -> None:
    assert is_hedged("Aliquid allegedly factum est.", "la")


@pytest.mark.parametrize(
    ("language", "text", "pieces"),
    [
        ("de", "Der Verein wies den Vorwurf der Stadt zurück.", ["wies", "zurück"]),
        ("de", "Der Verein dementierte den Vorwurf.", ["dementierte"]),
    ],
)
def test_what_stands_between_the_words_of_a_cue_is_none_of_it(language: str, text: str, pieces: list[str]) -> None:
    (cue,) = denials(text, language)
    assert [piece.of(text) for piece in cue.pieces] == pieces
