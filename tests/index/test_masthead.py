from __future__ import annotations

import time

import pytest

from index.masthead import find_masthead

BODY = (
    "Der Gemeinderat hat am Montagabend nach langer Debatte den Haushalt beschlossen, der Ausgaben von 30 Millionen "
    "Euro vorsieht und erstmals seit Jahren ohne neue Schulden auskommt.\n\nDas hatte die Bürgermeisterin am "
    "1. Februar 2026 versprochen. Sie lobte den Beschluss."
)
ENGLISH = (
    "The council passed its budget on Monday after a debate that went on until midnight, officials said on Tuesday."
)
RUSSIAN = (
    "Совет депутатов в понедельник принял бюджет на будущий год, в котором есть деньги на школы, сообщила мэр города."
)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (
            f"Musterstädter Anzeiger\nMittwoch, 4. März 2026\n\nRat beschließt Haushalt\n\n{BODY}",
            "Musterstädter Anzeiger",
        ),
        (f"Talbote – Nachrichten für das Tal\n\nRat beschließt Haushalt\n\n{BODY}", "Talbote"),
        (f"MUSTER-KURIER | LOKALES\n\nRat beschließt Haushalt\n\n{BODY}", "Muster-Kurier"),
        (f"Rat beschließt Haushalt | Mustertaler Zeitung\n\nRat beschließt Haushalt\n\n{BODY}", "Mustertaler Zeitung"),
        (f"Rat beschließt Haushalt - talnetz.de\nRat beschließt Haushalt\n\n{BODY}", "talnetz.de"),
        (f"The Sample Herald\nMarch 4, 2026\nCouncil passes budget\n\n{ENGLISH}", "The Sample Herald"),
        (f"Вечерний Примерск\n4 марта 2026\n\nСовет принял бюджет\n\n{RUSSIAN}", "Вечерний Примерск"),
        (f"Тихий океан\n4 марта 2026, 18:00 | Город\n\nСовет принял бюджет\n\n{RUSSIAN}", "Тихий океан"),
        (f"Kanal Süd\nMittwoch, 4. März 2026\n\nRat beschließt Haushalt\n\n{BODY}", "Kanal Süd"),
        (f"Talfunk | 04.03.2026 18:20\n\nRat beschließt Haushalt\n\n{BODY}", "Talfunk"),
        (f"Stadt Musterhausen\nPresse- und Informationsamt\n\nRat tagt\n\n{BODY}", "Stadt Musterhausen"),
        (f"FISCHERVERBAND KÜSTE (FVK) – Vorstand\nPressemitteilung 4/26\n\n{BODY}", "Fischerverband Küste"),
        (f"Leben ohne Lärm e. V., Ulm\n4. März 2026\n\nRat tagt\n\n{BODY}", "Leben ohne Lärm"),
        (f"Pressemitteilung Nr. 12/2026 der Stadt Musterhausen\n\n{BODY}", "Stadt Musterhausen"),
        (f"Pressemitteilung des Landkreises Mustertal vom 4. März 2026\n\n{BODY}", "Landkreis Mustertal"),
        (f"Press release by the Ministry of Examples\n\n{ENGLISH}", "Ministry of Examples"),
        (f"{BODY}\n\nOriginal-Content von: Polizei Musterstadt, übermittelt durch einen Dienst", "Polizei Musterstadt"),
        (f"{BODY}\n\n© 2026 Talnetz. Alle Rechte vorbehalten.", "Talnetz"),
        (f"{BODY}\n\nImpressum | Datenschutz | © Talbote Digital GmbH", "Talbote"),
        (f"{BODY}\n\nFragen und Hinweise bitte an redaktion@talbote.de", "talbote.de"),
        (f"{BODY}\n\nImpressum: Musterstr. 1, Musterstadt, info@mail.talbote.de", "talbote.de"),
        (f"https://www.talbote.de/politik/rat.html\nRat beschließt Haushalt\n{BODY}", "talbote.de"),
    ],
)
def test_the_publisher_is_found_where_the_text_names_it(text: str, publisher: str) -> None:
    assert find_masthead(text).publisher == publisher


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Rat beschließt Haushalt\n4. März 2026\n\n{BODY}",
        f"Politik\n4. März 2026\n\nRat beschließt Haushalt\n\n{BODY}",
        f"Brücken-Streit – Rat lenkt ein\n4. März 2026\n\nVon Max Muster\n\n{BODY}",
        f"Neue Post im Dorf eröffnet\n4. März 2026\n\n{BODY}",
        f"Council Passes Budget\nMarch 4, 2026\nBy Jane Doe\n\n{ENGLISH}",
        f"MUSTERSTADT (dpa) - {BODY}\n\n(c) dpa",
        f"{BODY}\n\nFoto: © Max Muster/Talbote",
        f"© Max Muster\n{BODY}",
        f"{BODY}\n\nZeugen melden sich bei der Polizei unter hinweise@polizei.example.",
        f"{BODY}\n\nFragen an die Redaktion: redaktion.talbote@gmail.com",
        f"{BODY}\nEine Anfrage an redaktion@anderswo.de blieb bis zum Abend ohne Antwort, wie er selbst sagte.\n{BODY}",
        f"Nach Informationen unserer Zeitung steht der Haushalt. {BODY}",
    ],
)
def test_nobody_is_taken_for_the_publisher_who_may_be_somebody_else(text: str) -> None:
    assert find_masthead(text).publisher is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Talbote\nMi., 04.03.2026 18:20\n\nRat beschließt\n\n{BODY}", "2026-03-04T18:20"),
        (f"Rat beschließt\n\n4. März 2026, 18.20 Uhr – Lokales\n\n{BODY}", "2026-03-04T18:20"),
        (f"Musterstadt, 4. März 2026. {BODY}", "2026-03-04"),
        (f"Rat beschließt\nVeröffentlicht am 4. März 2026 um 18:20 Uhr | Lesezeit 3 Min.\n{BODY}", "2026-03-04T18:20"),
        (f"Rat beschließt\n{BODY}\n\n(Stand: Mittwoch, 4. März 2026, 18.20 Uhr)", "2026-03-04T18:20"),
        (f"Updated 4 March 2026, 10:02 GMT\nCouncil passes budget\n\n{ENGLISH}", "2026-03-04T10:02+00:00"),
        (f"Совет принял бюджет\n{RUSSIAN}\n\nОпубликовано: 4 марта 2026 г., 18:20", "2026-03-04T18:20"),
    ],
)
def test_the_date_of_publication_is_found_in_date_lines_and_labels(text: str, published: str) -> None:
    assert find_masthead(text).published == published


def test_the_first_publication_counts_before_an_update() -> None:
    text = f"Rat beschließt\nAktualisiert am 5. März 2026\nVeröffentlicht am 4. März 2026\n{BODY}"
    assert find_masthead(text).published == "2026-03-04"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Der 4. März 2026 war ein guter Tag.\n{BODY}",
        f"Was am 4. März 2026 geschah\n{BODY}",
        f"Mittwoch, 4. März\n{BODY}",
        f"Stand: März 2026\n{BODY}",
        f"MUSTERSTADT, 4. März (dpa) - {BODY}",
        f"{BODY}\n\n4. März 2026\n\nRat tagt wieder\n\n5. März 2026\n\nRat tagt nicht",
    ],
)
def test_no_date_is_taken_from_prose_from_half_dates_or_where_two_compete(text: str) -> None:
    assert find_masthead(text).published is None


@pytest.mark.parametrize(
    "byline", ["Von Anna Muster", "Von Anna Muster, Musterstadt", "By Anna Muster", "Автор: Anna Muster"]
)
def test_the_author_stands_in_the_byline(byline: str) -> None:
    assert find_masthead(f"Rat beschließt\n{byline}\n\n{BODY}").author == "Anna Muster"


@pytest.mark.parametrize("line", ["Von der Brücke in den Fluss", "Von unserem Reporter", "By now it is late"])
def test_a_line_that_only_begins_like_a_byline_is_none(line: str) -> None:
    assert find_masthead(f"{line}\n\n{BODY}").author is None


@pytest.mark.parametrize("piece", ["wort ", "a@b.de ", "4.3.2026 ", "Stand: ", "\n", "© "])
def test_a_huge_text_takes_seconds_at_most(piece: str) -> None:
    started = time.process_time()
    find_masthead(piece * (10_000_000 // len(piece)))
    assert time.process_time() - started < 5
