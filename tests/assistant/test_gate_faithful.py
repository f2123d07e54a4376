"""Faithful sentences must pass the gate: verbatim, shortened, paraphrased, translated."""

from __future__ import annotations

import pytest

from assistant.domain import Draft, Drafted, Fault, Quote
from assistant.gate.verify import verify
from index.documents import Article

# The article's language, its words (all quoted), the drafted sentence.
FAITHFUL = [
    ("de", "Die Werft baut 120 Boote und stellt 40 Leute ein.", "Die Werft baut 120 Boote und stellt 40 Leute ein."),
    ("de", "Die Werft baut 120 Boote und stellt 40 Leute ein.", "Die Werft baut 120 Boote."),
    (
        "de",
        "Die Werft in Emden baut 120 Boote für Norwegen.",
        "The shipyard in Emden is building 120 boats for Norway.",
    ),
    ("de", "Die Werft baut 120 Boote für die norwegische Marine.", "Norwegen erhält von der Werft 120 Boote."),
    (
        "de",
        "Doch der Auftrag scheint nur der kleinste Teil eines größeren Plans zu sein: Die Werft baut 120 Boote.",
        "Die Werft baut 120 Boote.",
    ),
    (
        "de",
        "Doch Emden scheint nur eine Werft in einem größeren Umbau der Marine zu sein: Vor einigen Tagen hat die "
        "Marine als erste Werft überhaupt die in Rostock verkauft.",
        "Die Marine hat vor einigen Tagen als erste Werft die in Rostock verkauft.",
    ),
    ("de", "Rund dreißigtausend Menschen kamen zum Hafenfest.", "About 30,000 people came to the harbour festival."),
    ("de", "Rund 30.000 Menschen kamen zum Hafenfest.", "Около 30 тысяч человек пришли на праздник порта."),
    ("de", "Der Umsatz stieg auf 1,5 Millionen Euro.", "Revenue rose to 1.5 million euros."),
    ("de", "Der Umsatz stieg um 12 Prozent.", "Revenue rose by 12 percent."),
    ("de", "Die Fähre sank am 4. März 2026 vor der Küste.", "The ferry sank off the coast on March 4, 2026."),
    ("de", "Die Fähre sank am 4. März vor der Küste.", "Die Fähre sank am 04.03.2026 vor der Küste."),
    ("de", "Die Fähre sank gestern vor der Küste.", "Die Fähre sank am 10. März 2026 vor der Küste."),
    ("de", "Die Fähre sank am Montag vor der Küste.", "The ferry sank off the coast on Monday."),
    ("de", "Die Fähre sank am Montag vor der Küste.", "The ferry sank off the coast on 9 March 2026."),
    ("de", "Drei Arbeiter wurden beim Einsturz der Halle verletzt.", "Bei dem Unglück gab es 3 Verletzte."),
    ("de", "Der Bürgermeister Jens Holtkamp eröffnete das Museum.", "Das Museum wurde von Holtkamp eröffnet."),
    ("de", "Der Bürgermeister Jens Holtkamp eröffnete das Museum.", "Mayor Jens Holtkamp opened the museum."),
    (
        "de",
        "Die Kölner Polizei fand das Auto im Rhein.",
        "Das Fahrzeug wurde von der Polizei in Köln im Rhein gefunden.",
    ),
    ("de", "Außenminister Pjotr Sokolow reiste nach Peking.", "Foreign Minister Pyotr Sokolov travelled to Beijing."),
    ("de", "Die Vereinten Nationen schicken Zelte.", "The UN is sending tents."),
    ("de", "Die Internationale Atomenergiebehörde prüft das Kraftwerk.", "Die IAEA prüft die Anlage."),
    ("de", "Die Stadt wird die Brücke im Norden nicht sperren.", "Die Brücke wird von der Stadt nicht gesperrt."),
    ("de", "Die Stadt wird die Brücke nicht sperren.", "The city will not close the bridge."),
    (
        "de",
        "Die Werft dementierte, dass sie 40 Leute entlässt.",
        "The shipyard denied that it is laying off 40 people.",
    ),
    (
        "de",
        "Die Werft bestreitet, dass sie 40 Leute entlässt.",
        "Die Werft erklärte, sie werde die 40 Leute nicht entlassen.",
    ),
    ("de", "Die Stadt sperrt die Brücke, will aber nicht sagen, wie lange.", "Die Stadt sperrt die Brücke."),
    ("de", "Nicht nur Emden, auch Leer sperrt die Brücke.", "Emden und Leer sperren die Brücke."),
    ("de", "Der Wachmann soll das Tor offen gelassen haben.", "The guard is said to have left the gate open."),
    ("de", "Der Wachmann soll das Tor offen gelassen haben.", "Angeblich ließ der Wachmann das Tor offen."),
    ("de", "Die Anlage wurde offenbar mit Absicht zerstört.", "The plant was apparently destroyed on purpose."),
    ("de", "Der mutmaßliche Brandstifter wurde in Emden gefasst.", "Der Tatverdächtige wurde in Emden festgenommen."),
    ("de", "Laut Feuerwehr soll die Halle ausgebrannt sein.", "The hall burned out, the fire service said."),
    ("de", "Laut Feuerwehr brannte die Halle völlig aus.", "Die Halle brannte völlig aus, so die Feuerwehr."),
    (
        "de",
        "Die Halle sei ausgebrannt, teilte die Feuerwehr mit.",
        "According to the fire service, the hall burned out.",
    ),
    (
        "de",
        "Der Konzern, der nach eigenen Angaben 500 Leute beschäftigt, schließt das Werk.",
        "Der Konzern schließt das Werk.",
    ),
    ("de", "Die Regierung kündigte an, die Steuer zu senken.", "Die Regierung will die Steuer senken."),
    ("de", "Die Werft baut 120 Boote. Laut Gewerkschaft fehlen Leute.", "Die Werft baut 120 Boote."),
    ("de", "Die Stadt sperrt die Brücke, offenbar wegen Rissen im Stahl.", "Die Stadt sperrt die Brücke."),
    ("de", "Die Stadt sperrt die Brücke ab Montag bis Mai.", "Die Behörden schließen die Brücke für mehrere Wochen."),
    ("en", "The council hired two hundred and fifty teachers.", "The council hired 250 teachers."),
    ("en", "The council spent 2.5 million on new buses.", "Der Rat gab 2,5 Millionen für neue Busse aus."),
    ("en", "Hundreds of people waited at the station.", "Hunderte Menschen warteten am Bahnhof."),
    ("en", "The trial opens in September in the old court.", "Der Prozess beginnt im September."),
    ("en", "The ceremony starts at 2:30 p.m. in the old court.", "Die Feier beginnt um 14.30 Uhr."),
    ("en", "Senator Claire Dunmore opened the new bridge.", "The bridge was opened by Dunmore."),
    ("en", "The Finnish navy sent a ship to the island.", "Finnland schickte ein Schiff zu der Insel."),
    ("en", "The council did not approve the new stadium.", "The council failed to approve the new stadium."),
    ("en", "The council did not approve the new stadium.", "Der Rat stimmte dem neuen Stadion nicht zu."),
    ("en", "The guard reportedly left the gate open.", "The guard allegedly left the gate open."),
    ("en", "The guard reportedly left the gate open.", "Der Wachmann soll das Tor offen gelassen haben."),
    ("en", "The hall is beyond repair, the mayor said.", "The mayor called the hall beyond repair."),
    ("en", "Officials in Warsaw said the road was open.", "Nach Angaben der Behörden in Warschau war die Straße frei."),
    ("en", "Rescuers found the boat near the island.", "Rettungskräfte fanden das Boot nahe der Insel."),
    ("ru", "На завод приняли 30 тысяч рабочих.", "Das Werk stellte 30.000 Arbeiter ein."),
    ("ru", "На завод приняли двадцать пять рабочих.", "The plant hired 25 workers."),
    ("ru", "Паром затонул 4 марта 2026 года у берега.", "The ferry sank near the shore on 4 March 2026."),
    ("ru", "Министр Сергей Орешкин открыл новый мост.", "Minister Sergei Oreshkin opened the new bridge."),
    ("ru", "Министр Сергей Орешкин открыл новый мост.", "Minister Sergej Oreschkin hat die neue Brücke eröffnet."),
    ("ru", "Мост открыли вместе с Сергеем Орешкиным.", "Сергей Орешкин участвовал в открытии моста."),
    ("ru", "Казахстанские власти закупят новые вагоны.", "Kasachstan kauft neue Waggons."),
    ("ru", "Город не закроет мост на ремонт.", "Die Stadt wird die Brücke nicht schließen."),
    ("ru", "Завод опроверг, что цех закрыт.", "Das Werk dementierte, dass die Halle geschlossen ist."),
    ("ru", "Охранник якобы оставил ворота открытыми.", "Охранник предположительно оставил ворота открытыми."),
    ("ru", "Ангар сгорел полностью, сообщила мэрия.", "По данным мэрии, ангар сгорел."),
    ("ru", "Ангар сгорел полностью, сообщила мэрия.", "The hangar burned down, the city administration said."),
]


def faults(language: str, words: str, sentence: str) -> tuple[Fault, ...]:
    article = Article("a", words, "-", language=language, published="2026-03-11")
    return verify(Draft((Drafted(sentence, (Quote("a", words),)),)), [article]).faults


@pytest.mark.parametrize(("language", "words", "sentence"), FAITHFUL)
def test_a_faithful_sentence_passes(language: str, words: str, sentence: str) -> None:
    assert faults(language, words, sentence) == ()


NORWAY = "Norwegen hat den Fischern der Färöer als erstes Land der Welt den Fang erlaubt."
NOBODY = "Kein Land der Welt hat den Fischern der Färöer bisher den Fang erlaubt, auch Norwegen nicht."
NEWER_FIRST = (
    "Norwegen hat den Fischern der Färöer als erstes Land der Welt den Fang erlaubt; vorher hatte kein Land der Welt "
    "den Fischern der Färöer den Fang erlaubt, auch Norwegen nicht."
)


def test_an_order_of_names_that_one_quote_has_is_not_held_against_the_sentence_for_another() -> None:
    articles = [Article("a", NORWAY, "-", language="de"), Article("b", NOBODY, "-", language="de")]
    drafted = Drafted(NEWER_FIRST, (Quote("a", NORWAY), Quote("b", NOBODY)))
    assert verify(Draft((drafted,)), articles).faults == ()
