"""Sentences as they come, then the answer whole in their place."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from sourced import OFFER, RELAYED, disputed

from assistant.chat.screen import Screen
from assistant.chat.stream import Stream
from assistant.domain import Reply, Sentence
from assistant.findings.cite import cite
from assistant.show.say import Say

ONE, TWO = (Sentence(c.text, (cite(c),), (0,)) for c in (OFFER, RELAYED))
REPLY = Reply("Wer?", True, (ONE, TWO), (), (), findings=(disputed(),))


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("TERM", "xterm"), ("COLUMNS", "80"), ("LINES", "40"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)


def stream(*, terminal: bool = True) -> tuple[Stream, StringIO]:
    out = StringIO()
    return Stream(Screen(out, StringIO(), terminal), Say("en")), out


def test_a_sentence_is_shown_as_soon_as_it_passes_with_its_number() -> None:
    streaming, out = stream()
    streaming.shown(ONE)
    streaming.shown(TWO)
    assert "[1] The Podil Courier ← HUR" in out.getvalue()
    assert "[2] Weitblick Online" in out.getvalue()


def test_the_whole_answer_takes_the_place_of_what_was_streamed() -> None:
    streaming, out = stream()
    streaming.shown(ONE)
    lines = out.getvalue().count("\n")
    streaming.finish(REPLY)
    assert f"\x1b[{lines}A\r\x1b[J" in out.getvalue()
    assert "! disputed" in out.getvalue().split("\x1b[J")[1]


def test_where_the_window_has_changed_meanwhile_the_answer_comes_below(monkeypatch: pytest.MonkeyPatch) -> None:
    streaming, out = stream()
    streaming.shown(ONE)
    monkeypatch.setenv("COLUMNS", "60")
    streaming.finish(REPLY)
    assert "\x1b" not in out.getvalue()
    assert " ".join(out.getvalue().split()).count("engineers, HUR said") == 2


def test_no_more_is_streamed_than_can_be_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "5")
    streaming, out = stream()
    streaming.shown(ONE)
    streaming.shown(TWO)
    assert "[1]" in out.getvalue()
    assert "[2]" not in out.getvalue()
    streaming.finish(REPLY)
    assert "\x1b[J" in out.getvalue()


def test_how_a_question_was_understood_stands_above_from_the_start() -> None:
    streaming, out = stream()
    streaming.understood("Who denies it? (Laos)")
    streaming.shown(ONE)
    streaming.finish(replace(REPLY, standalone="Who denies it? (Laos)"))
    before, after = out.getvalue().split("\x1b[J")
    assert before.startswith("Understood as: Who denies it? (Laos)\n\nLaos has offered")
    assert after.startswith("Understood as: Who denies it? (Laos)\n\nLaos has offered")


@pytest.mark.parametrize("term, terminal", [("dumb", True), ("xterm", False)])
def test_a_dumb_terminal_and_a_pipe_get_it_whole_and_once(
    monkeypatch: pytest.MonkeyPatch, term: str, terminal: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    streaming, out = stream(terminal=terminal)
    streaming.shown(ONE)
    assert out.getvalue() == ""
    streaming.finish(REPLY)
    assert "\x1b" not in out.getvalue()
    assert "[1] ! disputed" in " ".join(out.getvalue().split())
