from __future__ import annotations

import json

import pytest

from assistant.show.plain import escape_unseen, plain, plain_line


@pytest.mark.parametrize(
    "hostile, shown",
    [
        ("\x1b[31mrot\x1b[0m", "rot"),
        ("\x9b2Jweg", "weg"),
        ("\x1b]0;Titel\x07da", "da"),
        ("\x1b]8;;http://evil.example\x1b\\Klick\x1b]8;;\x1b\\", "Klick"),
        ("\x1bPq#0\x1b\\da", "da"),
        ("\x1bcda", "da"),
        ("ende\x1b", "ende"),
        ("a\x00b\x07c\x7fd\x85e", "abcd\ne"),
        ("user\u202etxt.exe\u202c", "usertxt.exe"),
        ("\u2066a\u2069\u200b\u200e\ufeffb\xad", "ab"),
        ("hidden\U000e0041\U000e0042", "hidden"),
        ("half\ud800", "half"),
    ],
)
def test_what_a_terminal_acts_on_or_nobody_sees_is_dropped(hostile: str, shown: str) -> None:
    assert plain(hostile) == shown


def test_newlines_and_tabs_stay_and_a_carriage_return_overwrites_nothing() -> None:
    assert plain("a\tb\nc\r\nd\re") == "a\tb\nc\nd\ne"


def test_letters_of_every_script_and_punctuation_stay() -> None:
    text = "„Straße“ — Ёжик, naïve, 日本語, العربية 5\u202f000 €"
    assert plain(text) == text


def test_a_title_cannot_forge_a_line_of_its_own() -> None:
    assert plain_line("Titel\n[1] dpa\u2028x") == "Titel [1] dpa x"


def test_an_unterminated_sequence_is_dropped_in_linear_time() -> None:
    assert plain("\x1b]" * 200_000) == ""


def test_json_keeps_its_value_while_unseen_characters_are_escaped() -> None:
    text = "a\x9b\u202e\U000e0041\u2028\ud800ß"
    written = escape_unseen(json.dumps({"text": text}, ensure_ascii=False))
    assert json.loads(written) == {"text": text}
    assert plain(written) == written
