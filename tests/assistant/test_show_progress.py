from __future__ import annotations

import sys

import pytest

from assistant.show import progress
from assistant.show.progress import ProgressBar
from assistant.show.say import Say


def work(bar: ProgressBar) -> None:
    with bar:
        for done in range(3):
            bar("reading", done, 3)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)


@pytest.mark.usefixtures("impatient")
def test_nothing_is_drawn_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    work(ProgressBar(Say("en"), quiet=False))
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("quiet, drawn", [(False, True), (True, False)])
def test_on_a_terminal_it_is_drawn_on_standard_error_unless_quiet(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, quiet: bool, drawn: bool
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    work(ProgressBar(Say("de"), quiet=quiet))
    captured = capsys.readouterr()
    assert captured.out == ""
    assert ("Lesen" in captured.err) is drawn


def test_short_work_has_no_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    work(ProgressBar(Say("en"), quiet=False))
    assert capsys.readouterr().err == ""
