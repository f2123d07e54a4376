"""On a pseudo-terminal, as a person meets it: start, ask, break an answer off, leave."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from talking import written

QUESTION = "Bis wann bleibt die Brücke gesperrt?"
_PATIENCE = 30.0
_PASTE_OFF = "\x1b[?2004l"
_PASTE = "\x1b[?2004h"  # a prompt is ready for what is typed
_CONTROL = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>78]|\r")
# Real sentences, shown as they pass, by a writer that then never comes to an end.
_SLOW = """
import sys, time
import assistant.chat.answering as answering
from assistant.cli import main
ask = answering.ask
def slow(collection, hands, question, filters, before, shown):
    ask(collection, hands, question, filters, before, shown)
    print("WAITING", flush=True)
    time.sleep(600)
answering.ask = slow
sys.exit(main(sys.argv[1:]))
"""


class Terminal:
    """A program on a terminal of 80 columns; `shown` is what it has printed, without control sequences."""

    def __init__(self, *argv: str, data: Path, term: str = "xterm") -> None:
        master, slave = pty.openpty()
        environment = {**os.environ, "TERM": term, "SECONDSOURCE_DATA_DIR": str(data), "COLUMNS": "80", "LINES": "24"}
        environment.pop("NO_COLOR", None)
        self._process = subprocess.Popen(
            [sys.executable, *argv],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            preexec_fn=_controlling,  # noqa: PLW1509 - the terminal's Ctrl-C must reach it
        )
        os.close(slave)
        self._master = master
        self._prompt = "> " if term == "dumb" else _PASTE
        self.raw = self.everything = ""

    def type(self, text: str) -> None:
        """At the prompt: before it, a terminal acts on control characters by itself."""
        deadline = time.monotonic() + _PATIENCE
        while self._prompt not in self.raw:
            assert self._read(deadline), "there is no prompt"
        self.press(text)

    def press(self, keys: str) -> None:
        self.raw = ""
        os.write(self._master, keys.encode())

    def wait_for(self, words: str) -> str:
        """What is shown since something was last typed, up to then."""
        deadline = time.monotonic() + _PATIENCE
        while words not in (shown := " ".join(_CONTROL.sub("", self.raw).split())):
            assert self._read(deadline), f"waited in vain for {words!r}; shown was: {shown}"
        return shown

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    @property
    def echoes(self) -> bool:
        """Whether it shows what is typed and takes it by lines, as a shell's does."""
        wanted = termios.ECHO | termios.ICANON
        return bool(termios.tcgetattr(self._master)[3] & wanted == wanted)

    def leaves(self) -> int:
        """Its exit code."""
        deadline = time.monotonic() + _PATIENCE
        while self._read(deadline):
            pass
        return self._process.wait(_PATIENCE)

    def end(self) -> None:
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    def _read(self, deadline: float) -> bool:
        """False where nothing more comes."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, deadline - time.monotonic()))
        try:
            data = os.read(self._master, 65536) if ready else b""
        except OSError:  # the program is gone, and its end of the terminal with it
            data = b""
        self.raw += (text := data.decode("utf-8", "replace"))
        self.everything += text
        return bool(data)


def _controlling() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests that run in the background inherit it ignored


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    started: list[Terminal] = []

    def start(*argv: str, term: str = "xterm") -> Terminal:
        started.append(Terminal(*argv, data=tmp_path / "data", term=term))
        return started[-1]

    yield start
    for one in started:
        one.end()


def exchanges(data: Path) -> list[dict[str, object]]:
    (file,) = (data / "sessions").iterdir()
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    return [line["exchange"] for line in lines if "exchange" in line]


def test_a_question_is_answered_and_ctrl_d_leaves(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    chat = terminal("-m", "assistant", "chat", str(written(tmp_path / "pile")), "--lang", "en")
    chat.wait_for("2 articles at hand. What do you want to know?")
    chat.type(f"{QUESTION}\r")
    chat.wait_for("[2] Flussblatt ← Stadt Celle · 2 March 2025")
    chat.type("\x04")
    chat.wait_for("Go on with: secondsource chat -c")
    assert chat.leaves() == 0
    assert [e["question"] for e in exchanges(tmp_path / "data")] == [QUESTION]


def test_ctrl_c_breaks_an_answer_off_and_keeps_what_is_there(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    chat = terminal("-c", _SLOW, "chat", str(written(tmp_path / "pile")), "--lang", "en")
    chat.wait_for("What do you want to know?")
    chat.type(f"{QUESTION}\r")
    chat.wait_for("WAITING")
    chat.press("\x03")
    shown = chat.wait_for("Broken off. What was there is kept.")
    assert "teilte die Stadt Celle am Sonntag mit. [2]" in shown
    chat.type("/sources 2\r")
    chat.wait_for(">>Die Brücke über die Aller")
    (kept,) = exchanges(tmp_path / "data")
    assert kept["whole"] is False
    chat.type("/quit\r")
    assert chat.leaves() == 0


def test_ctrl_c_at_the_prompt_leaves_nothing_and_nobody(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    chat = terminal("-m", "assistant", "chat", str(written(tmp_path / "pile")), "--lang", "en")
    chat.wait_for("What do you want to know?")
    chat.type("Wer wei\x03")
    chat.wait_for("Ctrl-D or /quit leaves.")
    chat.type("/cost\r")
    chat.wait_for("nothing was spent")


def test_lines_are_gathered_by_a_backslash_and_tab_completes(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    chat = terminal("-m", "assistant", "chat", str(written(tmp_path / "pile")), "--lang", "en")
    chat.wait_for("What do you want to know?")
    chat.type("/che\t Die Brücke über die Aller\\\rbleibt bis Mai gesperrt.\r")
    chat.wait_for("For it: 1 article, 1 independent origin")


def test_what_was_typed_can_be_fetched_back_in_the_next_session_and_nobody_else_reads_it(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    pile = str(written(tmp_path / "pile"))
    for keys, told in (("/cost\r", "nothing was spent"), ("\x1b[A\r", "nothing was spent")):
        chat = terminal("-m", "assistant", "chat", pile, "--lang", "en")
        chat.wait_for("What do you want to know?")
        chat.type(keys)
        chat.wait_for(told)
        chat.type("\x04")
        assert chat.leaves() == 0
    assert (tmp_path / "data" / "history").stat().st_mode & 0o777 == 0o600


def test_a_dumb_terminal_gets_no_control_sequence(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    chat = terminal("-m", "assistant", "chat", str(written(tmp_path / "pile")), "--lang", "en", term="dumb")
    chat.wait_for("What do you want to know?")
    chat.type(f"{QUESTION}\r")
    chat.wait_for("[2] Flussblatt")
    chat.type("/quit\r")
    assert chat.leaves() == 0
    assert "\x1b" not in chat.everything


def test_without_articles_it_says_what_to_type(terminal: Callable[..., Terminal], tmp_path: Path) -> None:
    chat = terminal("-m", "assistant", "chat", "--lang", "en")
    chat.wait_for("Type /add FILE_OR_FOLDER to keep some")
    chat.type(f"/add {written(tmp_path / 'pile')}\r")
    chat.wait_for("2 articles added.")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ended_from_outside_at_the_prompt_it_gives_the_terminal_back(
    terminal: Callable[..., Terminal], tmp_path: Path, number: signal.Signals
) -> None:
    chat = terminal("-m", "assistant", "chat", str(written(tmp_path / "pile")), "--lang", "en")
    chat.wait_for("What do you want to know?")
    chat.type(f"{QUESTION}\r")
    chat.wait_for("[2] Flussblatt ← Stadt Celle · 2 March 2025")
    chat.type("Und wer")
    chat.wait_for("Und wer")
    assert not chat.echoes
    chat.signal(number)
    assert chat.leaves() == 128 + number
    assert chat.echoes
    assert _PASTE_OFF in chat.raw
    assert [e["question"] for e in exchanges(tmp_path / "data")] == [QUESTION]


def test_ended_from_outside_during_an_answer_it_keeps_what_is_there(
    terminal: Callable[..., Terminal], tmp_path: Path
) -> None:
    chat = terminal("-c", _SLOW, "chat", str(written(tmp_path / "pile")), "--lang", "en")
    chat.wait_for("What do you want to know?")
    chat.type(f"{QUESTION}\r")
    chat.wait_for("WAITING")
    chat.signal(signal.SIGTERM)
    assert chat.leaves() == 128 + signal.SIGTERM
    assert chat.echoes
    (kept,) = exchanges(tmp_path / "data")
    assert kept["whole"] is False
    assert "teilte die Stadt Celle am Sonntag mit" in json.dumps(kept, ensure_ascii=False)
