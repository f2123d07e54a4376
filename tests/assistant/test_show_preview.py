"""Sentences on the terminal as they pass, taken away again before the whole result."""

from __future__ import annotations

import io
import sys

import pytest

from assistant.domain import Sentence
from assistant.show.preview import Preview


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def previewed(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> str:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(sys, "stdout", Terminal())
    preview = Preview(stream)
    preview.shown(Sentence("Der Hafen soll bis zum 14. Mai geschlossen bleiben, teilte die Reederei mit.\x1b[31m", ()))
    preview.clear()
    return stream.getvalue()


def test_as_many_lines_as_were_shown_are_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    shown, _, cleared = previewed(monkeypatch, Terminal()).partition("\x1b")
    assert shown.startswith(" - Der Hafen soll")
    assert cleared == f"[{shown.count(chr(10))}F\x1b[J"


def test_nothing_is_shown_where_nobody_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert previewed(monkeypatch, io.StringIO()) == ""
