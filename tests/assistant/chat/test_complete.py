from __future__ import annotations

from pathlib import Path

import pytest
from talking import Talk

from assistant.chat.complete import offers


def offered(typed: str, talk: Talk) -> list[str]:
    return [offer.text for offer in offers(typed, talk.desk)]


def test_the_beginning_of_a_command_is_completed(talk: Talk) -> None:
    assert offered("/co", talk) == ["/contradictions", "/cost"]
    assert len(offered("/", talk)) > 20


def test_behind_a_command_that_takes_something_a_space_follows_as_in_a_shell(talk: Talk) -> None:
    assert offered("/op", talk) == ["/open "]
    assert offered("/cos", talk) == ["/cost"]


def test_articles_are_offered_by_the_beginning_of_their_title_or_of_a_word_in_it(talk: Talk) -> None:
    assert offered("/open brü", talk) == ["Brücke bis Mai gesperrt"]
    assert offered("/remove wider", talk) == ["Landkreis widerspricht der Stadt"]


def test_a_question_is_completed_by_titles_too_from_three_letters_on(talk: Talk) -> None:
    (offer,) = offers("Was heißt Brü", talk.desk)
    assert (offer.text, offer.over) == ("Brücke bis Mai gesperrt", 3)
    assert offered("Was heißt Br", talk) == []


def test_filters_are_completed_by_what_there_is(talk: Talk) -> None:
    assert offered("/filter p", talk) == ["publisher"]
    assert offered("/filter publisher f", talk) == ["Flussblatt"]
    assert offered("/filter since 2025-03-0", talk) == ["2025-03-02", "2025-03-04"]
    assert offered("/filter lang d", talk) == ["de"]
    assert offered("/lang r", talk) == ["ru"]


def test_files_are_completed_folder_by_folder_also_with_spaces(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Alte Texte").mkdir()
    (tmp_path / "Alte Texte" / "eins.txt").touch()
    (tmp_path / ".geheim").touch()
    monkeypatch.chdir(tmp_path)
    assert offered("/add A", talk) == ["Alte\\ Texte/"]
    assert offered("/add pile Alte\\ Texte/", talk) == ["Alte\\ Texte/eins.txt"]
    assert offered("/export .g", talk) == [".geheim"]
    assert offered("/add nowhere/x", talk) == []


def test_a_title_with_control_sequences_is_offered_without_them(talk: Talk, tmp_path: Path) -> None:
    evil = tmp_path / "evil.txt"
    evil.write_text("---\ntitle: Böse\x1b[2J Sache\n---\n\nDie Brücke über die Aller ist wieder frei, sagte sie.\n")
    talk(f"/add {evil}")
    assert offered("/open bö", talk) == ["Böse Sache"]
