"""Altered sentences must not pass the gate, whatever the language; each row says why."""

from __future__ import annotations

import pytest

from assistant.domain import Draft, Drafted, FaultKind, Quote
from assistant.gate.verify import verify
from index.documents import Article

NUMBER, DATE, NAME = FaultKind.NUMBER, FaultKind.DATE, FaultKind.NAME
NEGATION, RESERVATION, ATTRIBUTION = FaultKind.NEGATION, FaultKind.RESERVATION, FaultKind.ATTRIBUTION

# What is altered, the article's language, its words (all quoted), the drafted sentence.
ALTERED = [
    (
        NUMBER,
        "de",
        "Die Werft baut 120 Boote und stellt 40 Leute ein.",
        "Die Werft baut 140 Boote und stellt 40 Leute ein.",
    ),
    (NUMBER, "de", "Die Werft baut 120 Boote für Norwegen.", "The shipyard is building 1,200 boats for Norway."),
    (NUMBER, "de", "Rund dreißigtausend Menschen kamen zum Hafenfest.", "Rund 3.000 Menschen kamen zum Hafenfest."),
    (
        NUMBER,
        "de",
        "Der Umsatz stieg um 12 Prozent auf 1,5 Millionen Euro.",
        "Der Umsatz stieg um 12 Prozent auf 1,5 Milliarden Euro.",
    ),
    (NUMBER, "de", "Der Umsatz stieg um 12 Prozent.", "Der Umsatz stieg um 12 Millionen."),
    (
        NUMBER,
        "de",
        "Drei Arbeiter wurden bei dem Einsturz verletzt.",
        "Vier Arbeiter wurden bei dem Einsturz verletzt.",
    ),
    (NUMBER, "de", "Zum dritten Mal gewann der Klub den Pokal.", "Zum vierten Mal gewann der Klub den Pokal."),
    (NUMBER, "de", "Das Werk lief von 1979 bis 1989.", "Das Werk lief von 1979 bis 1999."),
    (NUMBER, "en", "The council hired two hundred and fifty teachers.", "The council hired 350 teachers."),
    (NUMBER, "en", "The council spent 2.5 million on new buses.", "Der Rat gab 25 Millionen für neue Busse aus."),
    (NUMBER, "en", "Hundreds of people waited at the station.", "Thousands of people waited at the station."),
    (NUMBER, "ru", "На завод приняли 30 тысяч рабочих.", "На завод приняли 13 тысяч рабочих."),
    (NUMBER, "ru", "На завод приняли двадцать пять рабочих.", "Das Werk stellte 52 Arbeiter ein."),
    (DATE, "de", "Die Fähre sank am 4. März 2026 vor der Küste.", "Die Fähre sank am 14. März 2026 vor der Küste."),
    (DATE, "de", "Die Fähre sank am 4. März 2026 vor der Küste.", "The ferry sank off the coast on May 4, 2026."),
    (DATE, "de", "Die Fähre sank am 4. März 2026 vor der Küste.", "Die Fähre sank am 04.03.2025 vor der Küste."),
    (DATE, "de", "Die Fähre sank am Montag vor der Küste.", "Die Fähre sank am Freitag vor der Küste."),
    (DATE, "en", "The trial opens in September in the old court.", "The trial opens in October in the old court."),
    (DATE, "en", "The trial opens on Tuesday in the old court.", "Der Prozess beginnt am Donnerstag im alten Gericht."),
    (DATE, "ru", "Паром затонул 4 марта 2026 года у берега.", "Паром затонул 5 марта 2026 года у берега."),
    (
        NAME,
        "de",
        "Der Bürgermeister Jens Holtkamp eröffnete das Museum.",
        "Der Bürgermeister Jens Brinkmann eröffnete das Museum.",
    ),
    (
        NAME,
        "de",
        "Ministerin Petra Suhl besuchte die Werft in Emden.",
        "Ministerin Petra Suhl besuchte die Werft in Rostock.",
    ),
    (NAME, "de", "Norwegen kauft die Boote der Werft.", "Schweden kauft die Boote der Werft."),
    (NAME, "de", "Die norwegische Regierung kauft die Boote.", "Die dänische Regierung kauft die Boote."),
    (NAME, "de", "Die norwegische Regierung kauft die Boote.", "Oslo kauft die Boote."),
    (NAME, "de", "Die Nato schickt zwei Schiffe in die Ostsee.", "Die EU schickt zwei Schiffe in die Ostsee."),
    (NAME, "de", "Der BND lieferte die Daten an das Ministerium.", "Der MAD lieferte die Daten an das Ministerium."),
    (NAME, "de", "Der Konzern Nordlicht Energie kauft das Netz.", "Der Konzern Südwind Energie kauft das Netz."),
    (NAME, "en", "Senator Claire Dunmore opened the new bridge.", "Senator Claire Hartwell opened the new bridge."),
    (
        NAME,
        "en",
        "The Finnish navy sent a ship to the island.",
        "Die estnische Marine schickte ein Schiff zu der Insel.",
    ),
    (NAME, "en", "Dunmore opened the new bridge on the river.", "Hartwell opened the new bridge on the river."),
    (NAME, "ru", "Сергей Орешкин открыл новый мост через реку.", "Сергей Ковальчук открыл новый мост через реку."),
    (NAME, "ru", "Сергей Орешкин открыл новый мост через реку.", "Sergej Kowaltschuk hat die neue Brücke eröffnet."),
    (NAME, "ru", "Казахстан закупит новые вагоны для метро.", "Узбекистан закупит новые вагоны для метро."),
    (
        NEGATION,
        "de",
        "Die Stadt wird die Brücke im Norden nicht sperren.",
        "Die Stadt wird die Brücke im Norden sperren.",
    ),
    (NEGATION, "de", "Die Stadt hat für den Umbau kein Geld erhalten.", "Die Stadt hat für den Umbau Geld erhalten."),
    (
        NEGATION,
        "de",
        "Die Stadt wird die Brücke im Norden sperren.",
        "Die Stadt wird die Brücke im Norden nicht sperren.",
    ),
    (
        NEGATION,
        "de",
        "Die Werft dementierte, dass sie 40 Leute entlässt.",
        "Die Werft teilte mit, dass sie 40 Leute entlässt.",
    ),
    (NEGATION, "de", "Es stimmt nicht, dass die Werft 40 Leute entlässt.", "Die Werft entlässt 40 Leute."),
    (NEGATION, "de", "Die Stadt wird die Brücke nicht sperren.", "The city will close the bridge."),
    (NEGATION, "en", "The council did not approve the new stadium.", "The council approved the new stadium."),
    (
        NEGATION,
        "en",
        "The council approved the new stadium on the hill.",
        "The council never approved the new stadium on the hill.",
    ),
    (NEGATION, "en", "The company denied that the tank had leaked.", "The company said that the tank had leaked."),
    (NEGATION, "ru", "Город не закроет мост на ремонт.", "Город закроет мост на ремонт."),
    (NEGATION, "ru", "Город закроет мост на ремонт в мае.", "Город не закроет мост на ремонт в мае."),
    (NEGATION, "ru", "Завод опроверг, что цех закрыт.", "Завод сообщил, что цех закрыт."),
    (RESERVATION, "de", "Der Wachmann soll das Tor offen gelassen haben.", "Der Wachmann hat das Tor offen gelassen."),
    (RESERVATION, "de", "So viel scheint sicher: Die Werft baut 120 Boote.", "Die Werft baut 120 Boote."),
    (RESERVATION, "de", "Die Anlage wurde offenbar mit Absicht zerstört.", "Die Anlage wurde mit Absicht zerstört."),
    (
        RESERVATION,
        "de",
        "Der mutmaßliche Brandstifter wurde in Emden gefasst.",
        "Der Brandstifter wurde in Emden gefasst.",
    ),
    (RESERVATION, "de", "Die Anlage wurde angeblich mit Absicht zerstört.", "The plant was destroyed on purpose."),
    (RESERVATION, "en", "The guard reportedly left the gate open at night.", "The guard left the gate open at night."),
    (RESERVATION, "en", "The guard allegedly left the gate open.", "Der Wachmann ließ das Tor offen."),
    (RESERVATION, "ru", "Охранник якобы оставил ворота открытыми.", "Охранник оставил ворота открытыми."),
    (RESERVATION, "ru", "По неподтвержденным данным, склад сгорел ночью.", "Склад сгорел ночью."),
    (ATTRIBUTION, "de", "Laut Feuerwehr brannte die Halle völlig aus.", "Die Halle brannte völlig aus."),
    (
        ATTRIBUTION,
        "de",
        "Die Halle sei völlig ausgebrannt, teilte die Feuerwehr mit.",
        "Die Halle ist völlig ausgebrannt.",
    ),
    (
        ATTRIBUTION,
        "de",
        "„Die Halle ist nicht zu retten“, sagte die Bürgermeisterin.",
        "Die Halle ist nicht zu retten.",
    ),
    (ATTRIBUTION, "de", "Nach Angaben der Betreiber lief kein Öl aus.", "No oil leaked."),
    (ATTRIBUTION, "en", "According to the fire service, the hall burned down.", "The hall burned down."),
    (ATTRIBUTION, "en", "The hall is beyond repair, the mayor said.", "Die Halle ist nicht mehr zu retten."),
    (ATTRIBUTION, "ru", "По данным пожарной службы, ангар сгорел полностью.", "Ангар сгорел полностью."),
    (ATTRIBUTION, "ru", "Ангар сгорел полностью, сообщила мэрия.", "The hangar burned down completely."),
]


def faults(language: str, words: str, sentence: str) -> list[FaultKind]:
    article = Article("a", words, "-", language=language, published="2026-03-11")
    verified = verify(Draft((Drafted(sentence, (Quote("a", words),)),)), [article])
    assert not (verified.sentences and verified.faults)
    return [fault.kind for fault in verified.faults]


@pytest.mark.parametrize(("kind", "language", "words", "sentence"), ALTERED)
def test_an_altered_sentence_is_held_back(kind: FaultKind, language: str, words: str, sentence: str) -> None:
    assert kind in faults(language, words, sentence)
