"""What looks like a source and is none, and names that are read whole, in three languages."""

from __future__ import annotations

import pytest
from chains import chains


@pytest.mark.parametrize(
    ("text", "language", "chain"),
    [
        ("Местная станция Radio Ohm сообщает, что мост закроют в июле.", "ru", ["Radio Ohm"]),
        ("Местный блог «Кромка» со слов сторожа пишет, что склад горел.", "ru", ["Кромка", "сторожа"]),
        ("Глава кантона ушёл в отставку. Об этом пишет газета Courrier des Alpes.", "ru", ["Courrier des Alpes"]),
        ("Склад, пишет газета Emsländer Kurier, горел.", "ru", ["Emsländer Kurier"]),
        ("Радиостанция Radio Ohm сообщила в среду о второй жертве пожара на складе.", "ru", ["Radio Ohm"]),
        ("По последним данным полиции, на складе сгорели две машины.", "ru", ["полиция"]),
        ("Das Boot sei gesunken, teilte das Presse- und Informationsamt mit.", "de", ["Presse- und Informationsamt"]),
        ("Das Boot sei gesunken, teilte der Sender Seekanal am Abend mit.", "de", ["Seekanal"]),
        ("Statt am Montag fahre das Boot am Freitag, teilte der Verein Rot-Weiß mit.", "de", ["Rot-Weiß"]),
        ("The boat sank, according to the Emsbote, a local newspaper.", "en", ["Emsbote"]),
        ("An inventory completed on Monday showed that two boats were missing, Ada Berg said.", "en", ["Ada Berg"]),
        ("Police said on Monday they had found the boat.", "en", ["Police"]),
        ("The coast guard said late on Sunday the boat was safe.", "en", ["coast guard"]),
        (
            "Глава одной из школ сказал той же Ems Zeitung, что ключ висит.",
            "ru",
            ["Ems Zeitung", "Глава одной из школ"],
        ),
        ("Kein Anruf, keine Mail kam. Das Boot sei gesunken, teilte die Polizei mit.", "de", ["Polizei"]),
        ("Das Eichamt prüft. Die Stadt Ulm wartet. Das Boot sei sicher, so das Amt.", "de", ["Eichamt"]),
        ("Kreissprecher Armin Ohm zu Bergbote: „Das Boot liegt im Hafen.“", "de", ["Armin Ohm"]),
        (
            "Die Werft Ohm AG baut um. Nun zieht die Werft Bilanz. Acht Boote seien fertig, sagt Sprecherin Ada Kern.",
            "de",
            ["Ohm AG"],
        ),
        ("Das zeigen Fotos, die dem „Emsboten“ vorliegen.", "de", ["Emsboten"]),
        ("Two boats were sold, according to records seen by the Ems Herald.", "en", ["Ems Herald"]),
        ("Газета Emsländer Kurier видела снимки, сделанные накануне.", "ru", ["Emsländer Kurier"]),
        ("Das Boot sank, berichtet Oslo Signal.", "de", ["Oslo Signal"]),
    ],
)
def test_who_says_so_is_read_whole_and_nobody_else(text: str, language: str, chain: list[str]) -> None:
    assert chains(text, language)[-1] == chain


def test_who_tells_listeners_is_the_one_behind_the_verb() -> None:
    text = (
        "МЧС России готово направить самолёты. Об этом журналистам сообщил заместитель главы ведомства Геннадий Орлов."
    )
    assert chains(text, "ru") == [["МЧС России"], ["МЧС России"]]


def test_a_paper_that_in_turn_quotes_an_agency_has_it_from_there() -> None:
    text = "Zwei Boote sind gesunken. Das berichtet der „Emsbote“, der wiederum die Nachrichtenagentur AFP zitiert."
    assert chains(text)[0] == ["Emsbote", "AFP"]


def test_a_paper_that_quotes_somebody_in_passing_does_not_rest_on_him() -> None:
    text = "Two boats sank, the Ems Courier found. The paper quoted Ada Berg, who runs the shop, as saying it was loud."
    assert chains(text, "en")[0] == ["Ems Courier"]
