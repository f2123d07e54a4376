"""secondsource chat: piped, continued, beside another terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from talking import Talk, written

Run = Callable[..., Any]
QUESTION = "Bis wann bleibt die Brücke gesperrt?"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    return written(tmp_path / "pile")


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


def test_questions_that_are_piped_in_are_answered_one_a_line_in_plain_text(
    run: Run, pile: Path, typed: Callable[[str], None]
) -> None:
    typed(f"{QUESTION}\n\nund wer bestreitet das?\n/quit\nWas kostet der Umbau?\n")
    ran = run("chat", pile, "--lang", "de")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"> {QUESTION}\n")
    assert "Verstanden als: Wer bestreitet das? (" in ran.out
    assert "vier Millionen" not in ran.out
    assert "\x1b" not in ran.out


def test_a_piped_line_that_fails_is_told_on_standard_error_and_the_next_is_answered(
    run: Run, pile: Path, typed: Callable[[str], None]
) -> None:
    typed(f"/nonsense\n{QUESTION}\n")
    ran = run("chat", pile, "--lang", "en")
    assert ran.code == 1
    assert ran.err == "secondsource: There is no command /nonsense. /help lists them.\n"
    assert "Flussblatt" in ran.out


def test_a_piped_chat_loads_no_prompt(tmp_path: Path, pile: Path) -> None:
    code = "import sys; from assistant.cli import main; main(sys.argv[1:]); print('prompt_toolkit' in sys.modules)"
    ended = subprocess.run(
        [sys.executable, "-c", code, "chat", str(pile)], input="/help\n", capture_output=True, text=True, check=True
    )
    assert ended.stdout.endswith("False\n")


def test_the_last_session_goes_on_with_c_and_its_articles_are_found_again(
    run: Run, pile: Path, typed: Callable[[str], None]
) -> None:
    typed(QUESTION)
    run("chat", pile)
    typed("/chain 2\nund wer bestreitet das?")
    ran = run("chat", "-c", "--lang", "de")
    assert (ran.code, ran.err) == (0, "")
    assert "└── Flussblatt" in ran.out
    assert "Verstanden als" in ran.out


def test_a_session_is_gone_on_with_by_its_name(run: Run, pile: Path, typed: Callable[[str], None]) -> None:
    typed(f"{QUESTION}\n/save Aller")
    run("chat", pile)
    typed("/sources 2")
    assert ">>Die Brücke" in run("chat", pile, "--session", "Aller").out
    assert run("chat", "--session", "nowhere").code == 1


def test_without_a_collection_it_says_what_to_type(run: Run, typed: Callable[[str], None]) -> None:
    typed(QUESTION)
    ran = run("chat", "--lang", "en")
    assert "There are no articles yet. Add some: /add FILE_OR_FOLDER" in ran.err


def test_files_that_cannot_be_read_are_an_error_as_everywhere(run: Run, typed: Callable[[str], None]) -> None:
    typed(QUESTION)
    ran = run("chat", "nowhere.txt")
    assert ran.code == 1
    assert "nowhere.txt" in ran.err


def test_standard_input_cannot_be_an_article_and_the_keyboard_at_once(run: Run) -> None:
    assert run("chat", "-").code == 2


def test_a_chat_has_no_other_format_than_text(run: Run, pile: Path) -> None:
    ran = run("chat", pile, "--json")
    assert ran.code == 1
    assert "/export FILE.json" in ran.err


def test_a_chat_that_waits_for_its_user_keeps_no_other_terminal_waiting(tmp_path: Path, pile: Path) -> None:
    talk = Talk(tmp_path / "data")
    talk(f"/add {pile / 'bruecke.txt'}")
    talk(QUESTION)
    environment = {**os.environ, "SECONDSOURCE_DATA_DIR": str(tmp_path / "data")}
    command = [sys.executable, "-m", "assistant", "add", str(pile / "landkreis.txt"), "-q"]
    subprocess.run(command, env=environment, check=True, timeout=30, capture_output=True)
    shown = talk(QUESTION)
    talk.desk.close()
    assert "Kreisanzeiger" in shown


def test_the_conversation_is_exported_when_it_ends(
    run: Run, pile: Path, typed: Callable[[str], None], tmp_path: Path
) -> None:
    typed(f"{QUESTION}\n")
    assert run("chat", pile, "-o", tmp_path / "talk.html").code == 0
    assert QUESTION in (tmp_path / "talk.html").read_text(encoding="utf-8")


def test_an_ending_that_names_no_format_is_told_before_the_conversation(
    run: Run, pile: Path, typed: Callable[[str], None], tmp_path: Path
) -> None:
    typed(f"{QUESTION}\n")
    ran = run("chat", pile, "-o", tmp_path / "talk.docx")
    assert (ran.code, ran.out) == (1, "")
    assert ".docx" in ran.err
