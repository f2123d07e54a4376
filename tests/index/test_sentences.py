from __future__ import annotations

import time
from itertools import pairwise

import pytest

from index.sentences import sentences


def split(text: str, language: str = "de") -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


WHOLE = [
    ("de", "Der 1. FC Adlerberg verlor am Sonntag."),
    ("de", "Im 19. Jahrhundert war die Stadt kleiner."),
    ("de", "Der Abg. Meier stimmte dagegen."),
    ("de", "Am 3. März kamen 30.000 Menschen."),
    ("de", "Sie nannte z. B. Dr. Brandt und z.B. Frau Kern."),
    ("de", "Das regelt Art. 5 Abs. 2 des Gesetzes."),
    ("de", "Er zog nach St. Petersburg in Haus Nr. 12."),
    ("de", "„Kommt er?“, fragte sie."),
    ("de", "„Das hält!“, rief der Monteur."),
    ("de", "Die Reise am 12. 3. 2026 wurde verschoben."),
    ("de", "Das ist … Wahnsinn."),
    ("de", "Ludwig XIV. Kopf war gepudert, der des 2. Senats nicht."),
    ("de", "1. FC Adlerberg steigt ab"),
    ("en", "J. K. Rowling wrote to Mr. Smith at 10 a.m. on Monday."),
    ("en", "The U.S. Senate voted on bill No. 10 on Friday."),
    ("en", "“Will it hold?” she asked."),
    ("en", "TARBECK, Wis. – On Jan. 4 the bridge gave way."),
    ("ru", "Дом на ул. Ленина, т. е. в центре, снесли."),
    ("ru", "Он родился в г. Москва и жил там."),
    ("ru", "А. С. Орлов заявил об этом вчера."),
    ("ru", "«Куда он уехал?» — спросила она."),
]


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_a_sentence_stays_whole(language: str, text: str) -> None:
    assert split(text, language) == [text]


PARTED = [
    ("de", "Er sagte „Das ist gut.|Wir gehen.“ und ging."),
    ("de", "Sie rief: „Halt!“|Dann lief sie."),
    ("de", "Wirklich?!|Ja."),
    ("de", "„Vielleicht …“|Dann schwieg er."),
    ("de", "Er wurde am Ende 3.|Danach trat er zurück."),
    ("de", "Es kostet 3 Mrd.|Die Stadt zahlt."),
    ("de", "Das geschah 1989.|Bayern war dagegen."),
    ("de", "Es gab Äpfel, Birnen usw.|Händler klagten."),
    ("en", 'She said: "It is late.|We leave now," he said.'),
    ("en", "He lives in the U.S.|The house is new."),
    ("ru", "Он сказал: «Мы идём.|Всё хорошо», — и ушёл."),
    ("ru", "Это было в 1990 г.|Он уехал."),
    ("de", "Das sagte sie am Montag.|63 Münzen fehlten."),
    ("en", "The thieves fled on Monday.|63 coins are missing."),
    ("ru", "Пожар потушили к вечеру.|63 дома сгорели."),
    ("ja", "日本です。|中国です。"),
]


@pytest.mark.parametrize(("language", "text"), PARTED)
def test_a_text_is_cut_where_a_sentence_ends(language: str, text: str) -> None:
    expected = text.split("|")
    glue = "" if language == "ja" else " "
    assert split(glue.join(expected), language) == expected


def test_closing_marks_stay_with_their_sentence() -> None:
    assert split("„Er ging.“ Sie blieb (lange.)") == ["„Er ging.“", "Sie blieb (lange.)"]


def test_a_new_line_always_ends_a_sentence() -> None:
    assert split("Brücke gesperrt\n\nDie Brücke ist\nzu.") == ["Brücke gesperrt", "Die Brücke ist", "zu."]


def test_spans_cover_everything_but_white_space_in_order() -> None:
    text = "  Erst das.  Dann „Jenes. Und dies“.\n\n  – \t Schluss … ? 1. 2.\n"
    spans = sentences(text, "de")
    assert "".join("".join(s.of(text) for s in spans).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() for s in spans)


@pytest.mark.parametrize("line", ["„So ist es. Ja“ sagt er. " * 40_000, '"' * 1_000_000, "." * 1_000_000])
def test_a_megabyte_in_one_line_takes_no_longer_than_its_parts(line: str) -> None:
    started = time.process_time()
    sentences(line, "de")
    assert time.process_time() - started < 10
