"""Whose word a sentence is, in the many ways of German, English and Russian news to say so."""

from __future__ import annotations

import pytest
from chains import chains, origin

from assistant.read.reader import EmbeddedReader
from assistant.sourcing import SourceKind
from index.documents import Article

GERMAN = [
    ("Die Mole sei dicht, sagen Fischer.", ["Fischer"]),
    ("Dass die Mole dicht ist, bestätigte die Hafenpolizei.", ["Hafenpolizei"]),
    ("Das Eichamt gab zu, die Waagen zu spät geprüft zu haben.", ["Eichamt"]),
    ("Das Eichamt stellt in Abrede, dass die Waagen falsch gehen.", ["Eichamt"]),
    ("Die Partei macht Landrätin Ada Berg für den Umzug verantwortlich.", ["Partei"]),
    ("Auf 40 beziffert das Rote Kreuz die Zahl der Boote.", ["Rotes Kreuz"]),
    ("Die Kosten schätzt Baurat Jan Ohm auf vier Millionen Euro.", ["Jan Ohm"]),
    ("Von einem Versehen sprach am Abend Baurat Jan Ohm.", ["Jan Ohm"]),
    ("Die Hafenpolizei schloss einen Anschlag aus.", ["Hafenpolizei"]),
    ("Nach eigenen Angaben hat der Zoll zwölf Boote.", ["Zoll"]),
    ("Laut eigener Aussage kannte Baurat Jan Ohm die Pläne nicht.", ["Jan Ohm"]),
    ("Aus Sicht des Eichamts gehen die Waagen falsch.", ["Eichamt"]),
    ("Glaubt man dem Eichamt, gehen die Waagen richtig.", ["Eichamt"]),
    ("Wie aus einem Vermerk des Eichamts hervorgeht, gehen die Waagen falsch.", ["Eichamt"]),
    ("Dem „Talkurier“ sagte Baurat Jan Ohm, er baue im Mai.", ["Talkurier", "Jan Ohm"]),
    ("Auf Anfrage des „Talkuriers“ erklärte Baurat Jan Ohm, er baue im Mai.", ["Talkurier", "Jan Ohm"]),
    ("Neun Boote fehlen noch, weiß Wirtin Ada Berg.", ["Ada Berg"]),
]
ENGLISH = [
    ("Police ruled out a fault in the engine.", ["Police"]),
    ("By the ministry's account, the pier was sound.", ["ministry"]),
    ("In the view of the fishermen's union, the pier was sound.", ["fishermen's union"]),
    ("The Red Cross puts the number of boats at 40.", ["Red Cross"]),
    ("Mayor Ada Berg is adamant that the pier is sound.", ["Ada Berg"]),
    ("Mayor Ada Berg made it clear on Monday that the pier would stay.", ["Ada Berg"]),
    ("Mayor Ada Berg cast doubt on the report.", ["Ada Berg"]),
    ("Mayor Ada Berg hit back, saying the pier was sound.", ["Ada Berg"]),
    ("The sinking was confirmed by Mayor Ada Berg.", ["Ada Berg"]),
    ("As first reported by the Valley Courier, nine boats sank.", ["Valley Courier"]),
    ("Nine boats sank, according to a report in the Valley Courier.", ["Valley Courier"]),
    ("Citing police, the Valley Courier said nine boats had sunk.", ["Valley Courier", "police"]),
    ("The boat, said Mayor Ada Berg, is lost.", ["Ada Berg"]),
    ("The pier is sound, if Mayor Ada Berg is to be believed.", ["Ada Berg"]),
]
RUSSIAN = [
    ("Полиция исключила ошибку капитана.", ["Полиция"]),
    ("Эксперт Иван Белов прогнозирует рост цен на лодки.", ["Иван Белов"]),
    ("Мэр Иван Белов выразил уверенность, что лодка цела.", ["Иван Белов"]),
    ("Мэр Иван Белов высказался против продажи лодки.", ["Иван Белов"]),
    ("О девяти лодках сообщил мэр Иван Белов.", ["Иван Белов"]),
    ("Мэр Иван Белов выступил вечером. Чиновник добавил, что лодка цела.", ["Иван Белов"]),
    ("Мэр Иван Белов в беседе с РБК рассказал, что лодка цела.", ["РБК", "Иван Белов"]),
    ("Источник РБК рассказал, что лодка утонула.", ["РБК", "Источник РБК"]),
    ("Судя по данным МЧС, лодка утонула ночью.", ["МЧС"]),
]


@pytest.mark.parametrize(("text", "chain"), GERMAN)
def test_german_says_whose_word_it_is(text: str, chain: list[str]) -> None:
    assert chains(text, "de")[-1] == chain


@pytest.mark.parametrize(("text", "chain"), ENGLISH)
def test_english_says_whose_word_it_is(text: str, chain: list[str]) -> None:
    assert chains(text, "en")[-1] == chain


@pytest.mark.parametrize(("text", "chain"), RUSSIAN)
def test_russian_says_whose_word_it_is(text: str, chain: list[str]) -> None:
    assert chains(text, "ru")[-1] == chain


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am Steg klebt ein Blatt Papier: „Bis morgen geschlossen“.", "de"),
        ("Dass die Mole bricht, ärgert die Fischer.", "de"),
        ("The pier was repaired by a firm from the valley.", "en"),
        ("Мэр отказался от покупки лодки.", "ru"),
    ],
)
def test_what_tells_no_words_has_no_source(text: str, language: str) -> None:
    assert chains(text, language)[-1] == []


@pytest.mark.parametrize("text", ["Avantair teilte mit, der Flug falle aus.", "Avantair beschäftigt laut Avantair 40."])
def test_a_bare_name_that_does_what_firms_do_is_one(text: str) -> None:
    assert origin(text).kind is SourceKind.COMPANY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Folgt man dem Feldweg nach Norden, erreicht man den See.", "de"),
        ("Wenn man den Rasen mäht, wächst der Klee.", "de"),
        ("In den Augen des Kindes standen Tränen.", "de"),
        ("The ring was found in the nurse's account of things on Friday.", "en"),
        ("Mistakes were found in the club's figures.", "en"),
        ("Thieves moved the money to the baker's account.", "en"),
    ],
)
def test_what_only_looks_like_a_view_names_no_source(text: str, language: str) -> None:
    claims = EmbeddedReader().read(Article("a", f"{text}\n", "a.txt", publisher="Bote", language=language)).claims
    assert [len(claim.chain) for claim in claims] == [1]


@pytest.mark.parametrize(
    "text", ["Паром, как сообщает порт, вернулся", "Спасены трое, по данным", "Спасены трое, согласно"]
)
def test_a_clause_that_breaks_off_is_read_as_far_as_it_goes(text: str) -> None:
    article = Article("a", f"{text}\n\nПаром вернулся в гавань утром.\n", "a.txt", publisher="Bote", language="ru")
    assert "Паром вернулся в гавань утром." in [claim.text for claim in EmbeddedReader().read(article).claims]


def test_a_line_of_marks_is_read_as_no_sentence() -> None:
    article = Article("a", "–\n\nThe ferry came back this morning.\n", "a.txt", publisher="Bote", language="en")
    assert [claim.text for claim in EmbeddedReader().read(article).claims] == ["The ferry came back this morning."]
