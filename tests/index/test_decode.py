from __future__ import annotations

import time

import pytest

from index.decode import decode
from index.errors import EmptyInput, NotText

SHORT = {
    "de": "Müller geht",
    "en": "It’s over",
    "ru": "Совет решил",
}
LONG = {
    "de": "Der Bürgermeister erklärte am Dienstag, größere Straßen müssten früher geräumt werden. „Übung macht es.“ "
    * 9,
    "en": "The mayor said on Tuesday that the city’s budget – “the café budget” – wouldn’t grow. " * 9,
    "ru": "Мэр города заявил во вторник, что крупные улицы необходимо убирать раньше. «Это ясно», — сказал он. " * 9,
}
ENCODINGS = {
    "de": ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac-roman"),
    "en": ("utf-8", "utf-16", "utf-16-le", "cp1252", "mac-roman"),
    "ru": ("utf-8", "utf-16", "utf-16-be", "cp1251", "koi8-r", "cp866", "mac-cyrillic"),
}
CASES = [(language, encoding) for language, names in ENCODINGS.items() for encoding in names]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_short_text_is_read_in_its_encoding(language: str, encoding: str) -> None:
    assert decode(SHORT[language].encode(encoding), "a.txt") == SHORT[language]


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_long_text_is_read_in_its_encoding(language: str, encoding: str) -> None:
    text = "".join(c for c in LONG[language] if c.encode(encoding, "ignore"))
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["latin-1", "iso-8859-15", "cp850"])
def test_german_without_print_quotation_marks_is_read_in_older_encodings(encoding: str) -> None:
    text = "Größere Straßen müssen früher geräumt werden, so der Bürgermeister."
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_page_is_read_as_it_declares_itself() -> None:
    page = '<html><meta charset="windows-1251"><p>Ёж'
    assert decode(page.encode("cp1251"), "a.html") == page


def test_a_declaration_that_the_bytes_contradict_does_not_count() -> None:
    page = '<html><meta charset="iso-8859-1"><p>Größe'
    assert decode(page.encode("utf-8"), "a.html") == page


def test_every_kind_of_line_end_becomes_a_newline() -> None:
    assert decode("a\r\nb\rc\u2028d\n".encode(), "a.txt") == "a\nb\nc\nd\n"


def test_letters_in_two_parts_become_one() -> None:
    assert decode("Bu\u0308rger".encode(), "a.txt") == "Bürger"


def test_one_broken_byte_in_a_long_text_is_replaced() -> None:
    data = bytearray((LONG["de"] * 3).encode())
    data[100:100] = b"\xff"
    assert decode(bytes(data), "a.txt").count("\ufffd") == 1


def test_a_text_cut_off_within_a_letter_loses_that_letter_only() -> None:
    assert decode("Grüße für".encode()[:-1] + b"\xc3", "a.txt") == "Grüße fü"


def test_many_broken_bytes_are_refused() -> None:
    data = bytearray(LONG["de"].encode())
    data[::40] = b"\xff" * len(data[::40])
    with pytest.raises(NotText, match=r"a\.txt.*UTF-8"):
        decode(bytes(data), "a.txt")


@pytest.mark.parametrize("text", ["Grüße für „alle“ – sofort", "Совет решил"])
def test_text_that_was_encoded_twice_is_put_right(text: str) -> None:
    twice = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())
    assert decode(twice.encode(), "a.txt") == text


def test_a_real_tilde_letter_is_left_alone() -> None:
    assert decode("São Paulo e Ã “x”".encode(), "a.txt") == "São Paulo e Ã “x”"


@pytest.mark.parametrize("data", [b"", b"\n \t", "\ufeff".encode(), "\ufeff".encode("utf-16-le")])
def test_nothing_is_empty_input(data: bytes) -> None:
    with pytest.raises(EmptyInput):
        decode(data, "a.txt")


def test_noise_is_not_text() -> None:
    with pytest.raises(NotText):
        decode(bytes(range(1, 256)) * 20, "a.txt")


def test_twenty_million_bytes_in_one_line_take_seconds_at_most() -> None:
    started = time.process_time()
    decode(b"\xe4rger " * 3_000_000, "a.txt")
    assert time.process_time() - started < 5
