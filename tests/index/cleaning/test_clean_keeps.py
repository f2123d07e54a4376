"""What must stay: the texts that general rules most easily hurt."""

import pytest

from index.cleaning.clean import clean
from index.documents import Notice

SHORT = """Der Zug nach Bruchsee fällt heute aus. Grund ist ein Baum auf den Gleisen. Ein Bus fährt um 17 Uhr."""
PRESS = """Pressemitteilung Nr. 14/2026

Kreis Ahlen fördert Lastenräder

Ahlen, 3. März 2026. Der Kreis Ahlen zahlt ab April bis zu 500 Euro für ein Lastenrad. Das hat der Kreistag beschlossen.

„Wir wollen kurze Wege vom Auto aufs Rad holen“, sagt Landrat Uwe Tiede.

Rückfragen bitte an:
Kreis Ahlen, Pressestelle
Telefon 02382/000-0"""
INTERVIEW = """„Wir hören den Walen zu“

Frau Kern, was machen Sie auf dem Schiff?

Wir lassen Mikrofone ins Wasser und hören zu. Tag und Nacht.

Und was hören Sie?

Vor allem Motoren. Der Lärm hat sich in zehn Jahren verdoppelt.

Hören die Wale das auch?

Natürlich. Sie singen lauter.

Was hilft?

Langsamer fahren."""
TICKER = """Sturm über der Küste: der Tag im Überblick

18.20 Uhr

Der Fährverkehr nach Langsand läuft wieder an. Das teilte die Reederei mit.

15.05 Uhr

In Wiekhafen ist ein Dach auf die Straße gestürzt. Verletzt wurde niemand.

9.30 Uhr

Der Deutsche Wetterdienst warnt vor Böen bis 120 Kilometer pro Stunde."""
AGENCY = (
    "Oslo (AFP) – Norwegen hat am Freitag zwei Diplomaten ausgewiesen. Das Außenministerium in Oslo warf ihnen "
    "Spionage vor. Die Botschaft wies das zurück."
)
LIST = """Tarifrunde bei den Stadtwerken beginnt

Die Gewerkschaft ist mit hohen Forderungen in die Tarifrunde bei den Stadtwerken gegangen. Verlangt wird vor allem:

• 7 Prozent mehr Lohn, mindestens 220 Euro
• drei freie Tage mehr im Jahr
• 150 Euro mehr für Auszubildende der Stadtwerke

Die Arbeitgeber nannten das am Dienstag unbezahlbar. Die Gespräche gehen im April weiter."""
SUBHEADS = """Stadt verkauft das alte Kino

Die Stadt Molln verkauft das alte Kino am Markt an einen Investor aus Bremen. Der Rat stimmte am Montag zu.

Lange Suche

Fünf Jahre lang hatte die Verwaltung nach einem Käufer gesucht. Zweimal sprang ein Bieter im letzten Moment ab.

Kritik von Anwohnern

Eine Initiative hatte ein Kulturzentrum gefordert. Sie will nun klagen, sagte ihr Sprecher."""


@pytest.mark.parametrize("text", [SHORT, PRESS, INTERVIEW, TICKER, AGENCY, LIST, SUBHEADS])
def test_nothing_of_the_text_is_lost(text: str) -> None:
    cleaned = clean(text)
    assert sorted(cleaned.text.split("\n\n")) == sorted(filter(None, text.split("\n")))
    assert cleaned.removed == ()


def test_masthead_date_line_and_byline_stay_and_the_headline_comes_first() -> None:
    cleaned = clean(f"Aller-Echo\nMittwoch, 4. März 2026\n\nZug fällt wegen eines Baums aus\n\nVon Ina Sell\n\n{SHORT}")
    assert cleaned.headline is not None
    assert cleaned.headline.of(cleaned.text) == "Zug fällt wegen eines Baums aus"
    assert cleaned.headline.start == 0
    assert all(line in cleaned.text for line in ("Aller-Echo", "Mittwoch, 4. März 2026", "Von Ina Sell"))


def test_a_given_title_is_put_first_where_the_body_does_not_have_it() -> None:
    cleaned = clean(SHORT, title="Baum stoppt Zug")
    assert cleaned.text == f"Baum stoppt Zug\n\n{SHORT}"
    assert cleaned.headline is not None
    assert cleaned.headline.of(cleaned.text) == "Baum stoppt Zug"


def test_a_given_title_is_not_repeated_where_the_body_has_it() -> None:
    assert clean(f"Baum stoppt Zug\n\n{SHORT}", title="Baum stoppt Zug").text == f"Baum stoppt Zug\n\n{SHORT}"


def test_hard_wrapped_paragraphs_become_one_line_each() -> None:
    first = (
        "The harbour board said on Monday that the old crane would be taken down\n"
        "before the summer, because rust had eaten through two of its four legs\n"
        "and nobody could be found to pay for the repair."
    )
    second = (
        "A group of residents had collected four thousand signatures to keep it.\n"
        "They now want at least the cabin to be saved, their spokesman said, and\n"
        "are talking to the town museum."
    )
    text = clean(f"{first}\n\n{second}").text
    assert text == first.replace("\n", " ") + "\n\n" + second.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        AGENCY,
        "PARIS, March 3 (Reuters) - Two bridges over the Seine were closed on Tuesday. No reason was given.",
        "МОСКВА, 4 марта — ТАСС. Два моста через Оку закрыты на ремонт, сообщили в мэрии города во вторник.",
        SHORT + "\n\nQuelle: dpa",
        SHORT + " (epd)",
    ],
)
def test_agency_copy_is_noticed_and_its_credit_stays(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.notices == (Notice.AGENCY_COPY,)
    assert cleaned.text == text


def test_naming_an_agency_as_a_source_does_not_make_agency_copy() -> None:
    assert clean("Wie die Agentur AFP berichtet, fällt der Zug nach Bruchsee heute aus. Ein Bus fährt.").notices == ()


def test_a_story_about_ai_is_neither_cut_nor_noticed() -> None:
    text = "Die Stadt prüft Anträge nun mit künstlicher Intelligenz. Erstellt hat die Software eine Firma aus Ulm."
    cleaned = clean(text)
    assert cleaned.text == text
    assert cleaned.notices == ()


@pytest.mark.parametrize(
    "line",
    [
        "Haben Sie Hinweise darauf, wer das Boot losgemacht hat?",
        "Schreiben Sie uns Bürgern dazu noch einen Brief?",
        "Muss dafür jeder eine App haben?",
        "Im Video sagt einer der Männer: „Das Boot gehört uns nicht.“",
        "Zum Thema Liegegebühren meinte die Hafenmeisterin: „Die bleiben, wie sie sind.“",
    ],
)
def test_what_only_begins_like_furniture_stays(line: str) -> None:
    before = "Im Hafen von Wiekhafen hat sich in der Nacht ein Fischerboot gelöst und ist aufs Meer getrieben."
    after = "Das wissen wir noch nicht. Die Wasserschutzpolizei befragt seit dem Morgen die Nachbarn im Hafen."
    assert line in clean(f"{before}\n\n{line}\n\n{after}").text


def test_a_long_paragraph_that_begins_with_rights_keeps_what_it_tells() -> None:
    told = " ".join(
        f"Der Hafen von Langsand meldete am {n}. Tag des Streiks kein einziges Schiff." for n in range(1, 16)
    )
    rights = "Alle Rechte vorbehalten."

    assert told in clean(f"Streik im Hafen\n\n{rights} {told}\n\nDie Reederei wartet ab.").text
    assert rights not in clean(f"Streik im Hafen\n\n{told}\n\n{rights}").text
