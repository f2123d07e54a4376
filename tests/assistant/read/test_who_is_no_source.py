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
        ("Nach einer Analyse des Genoms stammt der Keim aus dem Moorsee.", "de", ["Analyse des Genoms"]),
        ("Der Keim kam aus dem Moorsee, teilte das Eichamt mit.", "de", ["Eichamt"]),
        ("Two groups, in Utrecht and Osaka, have failed to find the particle.", "en", []),
        ("Turnout was low, the town's election office said.", "en", ["election office"]),
        ("Halo, the European Union's mapping service, put the area at 40 hectares.", "en", ["Halo"]),
        ("Orbit Launch Services lost a rocket. Contact broke off, the company said.", "en", ["Orbit Launch Services"]),
        ("Jan Ohm, a minister in Lower Saxony, said that the rules would change.", "en", ["Jan Ohm"]),
        ("Environment minister Ada Berg vowed to change the rules.", "en", ["Ada Berg"]),
        ("“It is over,” said one driver who was at the hearing for neither party.", "en", ["driver"]),
        ("The Ems Herald reported, citing no source, that a second boat had sunk.", "en", ["Ems Herald"]),
        ("Газета «Кромка» ждёт. То же издание со ссылкой на полицию пишет о пожаре.", "ru", ["Кромка", "полиция"]),
        ("По информации лондонских брокеров, страховка подорожала.", "ru", ["лондонские брокеры"]),
        ("Nach UN-Zahlen kamen 900 Boote an.", "de", ["UN"]),
        ("Im Klinikum Nord ist es dunkel. Niemand sei verletzt, sagte eine Sprecherin.", "de", ["Klinikum Nord"]),
        ("Das Boot sei sicher, teilte der Chef des Krankenhauses Esbjerg mit.", "de", ["Krankenhaus Esbjerg"]),
        ("Der Rat schweigt. Neun Boote reichten, ermittelte das Büro Tramis.", "de", ["Tramis"]),
        ("Der Hafen sei frei, erklärte ein Oberst namens Ali Berg.", "de", ["Ali Berg"]),
        ("Neun Boote seien krank, berichtet das Team um die Biologin Ada Berg.", "de", ["Ada Berg"]),
        ("Ada Berg saß im Boot. „Wir hörten nichts“, erzählt die 52-Jährige.", "de", ["Ada Berg"]),
        ("Das müsse nichts heißen, gibt die Neurologin Ada Berg vom Klinikum Nord zu bedenken.", "de", ["Ada Berg"]),
        ("Das Boot sank, sagten drei voneinander unabhängige Zeugen.", "de", ["drei voneinander unabhängige Zeugen"]),
        ("Die Führung ist dahin. Das Boot sei gesunken, teilte die Behörde mit.", "de", ["Behörde"]),
        ("Ada Berg tippt auf eine Pause. Der Schritt nach oben folge im Mai.", "de", ["Ada Berg"]),
        ("Nach Sichtung der Aufnahmen waren es drei Boote.", "de", []),
        ("Nach Feststellung der Prüfer waren es drei Boote.", "de", ["Prüfer"]),
        ("In nine harbours the drug Alvotan reduced confirmed cases by a third.", "en", []),
        ("Two boats sank, the Emsbote, a Leer business weekly, reported.", "en", ["Emsbote"]),
        ("В Координационном штабе сообщили, что лодки целы.", "ru", ["Координационный штаб"]),
        ("По данным Государственной водной службы, лодки целы.", "ru", ["Государственная водная служба"]),
        ("Напомним, полиция утверждала, что лодки целы.", "ru", ["полиция"]),
        ("Das Boot sank nach Angaben der Teilstreitkraft im Hafen.", "de", ["Teilstreitkraft"]),
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


@pytest.mark.parametrize(
    ("text", "language", "whose"),
    [
        ("Shares in Ohm fell by a tenth after a paper reported that three boats had sunk.", "en", ["paper"]),
        ("Die Aktie fiel um ein Zehntel, nachdem eine Zeitung berichtet hatte, ein Boot fehle.", "de", ["Zeitung"]),
    ],
)
def test_what_followed_on_a_report_is_the_articles_own(text: str, language: str, whose: list[str]) -> None:
    assert chains(text, language) == [[], whose]


def test_whoever_a_house_quotes_in_its_release_speaks_for_it() -> None:
    text = "Das Museum gibt den Stab zurück. „Er wurde geraubt“, so die Forscherin Ada Berg."
    assert chains(text, "de", publisher="Museum am Hafen") == [[], []]
