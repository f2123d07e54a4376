"""Nothing that was answered is lost, and nothing is kept that should not be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sourced import OFFER, PODIL, disputed

from assistant.chat.exchange import Exchange, Kind
from assistant.chat.sessions import Sessions
from assistant.domain import Reply, Sentence
from assistant.findings.cite import cite
from index.errors import NotFound

_KEEP_AND_DIE = """
import os, sys
from pathlib import Path
from assistant.chat.exchange import Exchange, Kind
from assistant.chat.sessions import Sessions
session = Sessions(Path(sys.argv[1])).new()
session.keep(Exchange("1", "2026-03-01T10:00:00+01:00", "embedded", Kind.CHECK, "Kommt Laos?", "Kommt Laos?"))
os.kill(os.getpid(), 9)
"""


def exchange(question: str, when: str = "2026-03-01T10:00:00+01:00") -> Exchange:
    reply = Reply(question, True, (Sentence("Laos bietet Pioniere an.", (cite(OFFER),), (0,)),), (), (PODIL,))
    return Exchange("x-1", when, "embedded", Kind.ASK, question, question, reply)


def file_of(folder: Path) -> Path:
    (file,) = (folder / "sessions").iterdir()
    return file


def test_an_exchange_comes_back_with_its_quotes_whatever_became_of_the_articles(tmp_path: Path) -> None:
    Sessions(tmp_path).new().keep(exchange("Wer kommt?"))
    session = Sessions(tmp_path).last()
    assert session
    assert session.exchanges == [exchange("Wer kommt?")]


def test_findings_are_kept_with_their_evidence(tmp_path: Path) -> None:
    kept = Exchange("x-1", "2026", "embedded", Kind.CHECK, "Truppen?", "Truppen?", None, (disputed(),))
    Sessions(tmp_path).new().keep(kept)
    session = Sessions(tmp_path).last()
    assert session
    assert session.exchanges == [kept]


def test_it_is_on_the_disk_at_once_also_where_the_process_is_killed_then(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", _KEEP_AND_DIE, str(tmp_path)], check=False)
    session = Sessions(tmp_path).last()
    assert ended.returncode == -9
    assert session
    assert [e.question for e in session.exchanges] == ["Kommt Laos?"]


def test_a_torn_last_line_costs_only_itself(tmp_path: Path) -> None:
    Sessions(tmp_path).new().keep(exchange("Eins?"))
    with file_of(tmp_path).open("ab") as file:
        file.write('{"text": "Zwei ü'.encode()[:-1])
    torn = Sessions(tmp_path).last()
    assert torn
    torn.keep(exchange("Drei?"))
    again = Sessions(tmp_path).last()
    assert again
    assert [e.question for e in again.exchanges] == ["Eins?", "Drei?"]


def test_an_exchange_of_another_version_is_counted_and_passed_over(tmp_path: Path) -> None:
    Sessions(tmp_path).new().keep(exchange("Eins?"))
    with file_of(tmp_path).open("a") as file:
        file.write(json.dumps({"exchange": {"id": "2", "kind": "divination"}}) + "\n")
    session = Sessions(tmp_path).last()
    assert session
    assert (len(session.exchanges), session.unreadable) == (1, 1)


def test_only_its_owner_may_read_a_session(tmp_path: Path) -> None:
    Sessions(tmp_path).new().keep(exchange("Wer?"))
    assert file_of(tmp_path).stat().st_mode & 0o777 == 0o600


def test_no_key_is_ever_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    Sessions(tmp_path).new().keep(exchange("Warum geht sk-very-secret nicht?"))
    assert "sk-very-secret" not in file_of(tmp_path).read_text(encoding="utf-8")


def test_a_search_finds_the_sessions_of_which_one_exchange_has_all_the_words(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    for question in ("Wer kommt nach Kursk?", "Was kostet die Brücke?"):
        sessions.new().keep(exchange(question))
    (found,) = sessions.overviews(["pioniere", "KURSK"])
    assert (found.found, found.exchanges) == (("Wer kommt nach Kursk?",), 1)
    assert sessions.overviews(["Kursk", "Brücke"]) == []


def test_a_session_is_found_by_its_id_the_beginning_of_it_or_its_name(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    session = sessions.new()
    session.keep(exchange("Wer?"))
    session.call("Laos")
    assert {sessions.named(n).id for n in (session.id, session.id[:-2], "laos")} == {session.id}
    with pytest.raises(NotFound):
        sessions.named("Kursk")


def test_the_last_session_is_the_one_that_was_added_to_last(tmp_path: Path) -> None:
    sessions = Sessions(tmp_path)
    first, second = sessions.new(), sessions.new()
    for session in (first, second, first):
        session.keep(exchange("Wer?"))
        os.utime(tmp_path / "sessions" / f"{session.id}.jsonl", (1, 1) if session is second else None)
    last = sessions.last()
    assert last
    assert last.id == first.id
