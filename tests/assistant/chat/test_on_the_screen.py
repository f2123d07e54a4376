"""What the chat says of itself and of what went wrong, and what never reaches a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from talking import BRIDGE, Talk, written

from assistant.chat.table import ROWS
from assistant.settings import INTERFACE_LANGUAGES

QUESTION = "Bis wann bleibt die Brücke gesperrt?"


def test_a_topic_that_nothing_is_about_is_told_so(talk: Talk) -> None:
    assert "no sentence is about “Zwölftonmusik”" in talk("/summary Zwölftonmusik")


def test_before_anything_was_asked_there_is_nothing_to_save_or_to_go_on_with(talk: Talk) -> None:
    assert "Nothing was asked yet." in talk("/save Brücke")
    assert "No session is kept yet" in talk("/sessions")


def test_filters_that_leave_nothing_say_so(talk: Talk) -> None:
    talk("/filter until 2001-01-01")
    assert "No article fits the filters." in talk(QUESTION)


@pytest.mark.parametrize("lang", INTERFACE_LANGUAGES)
def test_help_names_every_command(tmp_path: Path, lang: str) -> None:
    shown = Talk(tmp_path, (), lang)("/help")
    assert all(f"/{row.name}" in shown for row in ROWS)
    assert "chat." not in shown


@pytest.mark.parametrize(
    "typed, told",
    [
        ("/chekc x", "There is no command /chekc. Did you mean /check?"),
        ("/xyzzy", "There is no command /xyzzy. /help lists them."),
        ("/check", "What is to be checked?"),
        ("/sources 9", "Nothing was asked yet."),
        ("/why", "Nothing was asked yet."),
        ("/open", "Which article?"),
        ("/open Xylophon", "No article has “Xylophon” in its title, publisher or file name."),
        ("/open 7", "“7” is not one of the numbers: 1 to 2."),
        ("/add", "Which files?"),
        ("/add -", "Standard input is where you type"),
        ("/remove", "Which article?"),
        ("/filter colour red", "There is no filter “colour”."),
        ("/filter since gestern", "“gestern” is no date such as 2025-07-31."),
        (
            "/filter publisher Flusblat",
            "Those that come near: Flussblatt.",
        ),
        ("/lang fr", "“fr” is no language here."),
        ("/export", "Into which file?"),
        ("/resume nowhere", "There is no session “nowhere”."),
        ("/sessions nothing like it", "No session has that in one of its questions or answers."),
        ("/articles Xylophon", "No article has “Xylophon”"),
        ("/open 99", "“99” is not one of the numbers: 1 to 2."),
    ],
)
def test_bad_input_is_told_in_a_line_and_ends_nothing(talk: Talk, typed: str, told: str) -> None:
    shown = talk(typed)
    assert told in shown
    assert shown.count("\n") == 1
    assert not talk.desk.leaving
    assert "Flussblatt" in talk(QUESTION)


def test_a_bug_is_shown_in_full_and_the_conversation_goes_on(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("assistant.chat.answering.ask", lambda *args: 1 / 0)
        assert "ZeroDivisionError" in talk(QUESTION)
    assert "Flussblatt" in talk(QUESTION)


def test_an_article_cannot_command_the_terminal(empty: Talk, tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text(
        BRIDGE.replace("Flussblatt", "\x1b]0;Titel\x07[red]Blatt").replace("Aller", "\x1b[31mAller\u202e [bold]fett"),
        encoding="utf-8",
    )
    empty(f"/add {evil}")
    asked = (
        QUESTION,
        "/sources",
        "/chain 1",
        "/why 1",
        "/findings",
        "/timeline",
        "/articles",
        "/open 1 +",
        "/check Die Brücke bleibt gesperrt.",
    )
    shown = "".join(map(empty, asked))
    assert "[red]Blatt" in shown
    assert "[bold]fett" in shown
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_on_a_terminal_all_control_sequences_are_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    evil = tmp_path / "evil.txt"
    evil.write_text(BRIDGE.replace("Aller", "\x1b[31mAller\x1b]8;;https://evil.example\x07"), encoding="utf-8")
    talk = Talk(tmp_path / "data", [evil], terminal=True)
    shown = talk(QUESTION)
    talk.desk.close()
    assert "\x1b[" in shown
    assert "\x1b[31m" not in shown
    assert "evil.example" not in shown


@pytest.mark.parametrize("term, moves", [("xterm", {"A", "J"}), ("dumb", set())])
def test_without_colour_a_terminal_gets_no_control_sequence_but_moves_of_the_cursor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, term: str, moves: set[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", term)
    talk = Talk(tmp_path / "data", [written(tmp_path / "pile")], terminal=True)
    shown = talk(QUESTION)
    talk.desk.close()
    assert set(re.findall(r"\x1b\[[\d;]*(.)", shown)) == moves
    assert "! superseded" in shown


@pytest.mark.parametrize("typed", ["/add https://blatt.example/a.html", "add https://blatt.example/a.html"])
def test_an_address_is_refused_with_what_to_do_instead(talk: Talk, typed: str) -> None:
    told = talk(typed)
    assert "Save the page" in told
    assert "give the file" in told


@pytest.mark.parametrize(
    ("lang", "typed", "told"),
    [
        ("de", "/add https://blatt.example/a.html", "Aus dem Netz wird nichts geladen."),
        ("de", "/add nirgends.txt", "nirgends.txt: gibt es nicht."),
        ("ru", "/add нигде.txt", "нигде.txt: такого файла или папки нет."),
        ("de", "/model gpt", "„gpt“ ist kein Modell, das sich verwenden lässt"),
        ("de", "/help", "/check AUSSAGE"),
        ("ru", "/help", "/check УТВЕРЖДЕНИЕ"),
    ],
)
def test_errors_and_help_speak_the_readers_language(tmp_path: Path, lang: str, typed: str, told: str) -> None:
    talk = Talk(tmp_path / "data", [written(tmp_path / "pile")], lang)
    assert told in " ".join(talk(typed).split())
    talk.desk.close()


def test_what_cannot_be_written_is_told_with_why(talk: Talk, tmp_path: Path) -> None:
    talk(QUESTION)
    shown = talk(f"/export {tmp_path / 'nowhere' / 'report.md'}")
    assert "cannot be written (No such file or directory)" in " ".join(shown.split())
