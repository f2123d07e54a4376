"""What the chat loads while the user types."""

from __future__ import annotations

import gc

import pytest
from talking import Talk

from assistant.chat import warm


def test_the_words_of_the_articles_are_read_before_anything_is_asked(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()
    monkeypatch.setattr(warm, "spoken_of", lambda text, language: read.append(text))
    warming = warm.Warming(talk.desk)
    warming.wait()
    gc.unfreeze()
    assert len(read) == len(talk.desk.heads())


def test_who_leaves_at_once_does_not_wait_for_that(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[str]()
    warming = warm.Warming(talk.desk)

    def leave(text: str, language: str) -> None:
        read.append(text)
        warming._leaving = True

    warming.wait()
    monkeypatch.setattr(warm, "spoken_of", leave)
    warming._read_words()
    gc.unfreeze()
    assert len(read) == 1 < len(talk.desk.heads())
