from __future__ import annotations

import json

import pytest

import evals.command
from assistant.cli import main
from evals.render import to_markdown, to_text
from evals.report import Bar, Row, Table

KEPT, BROKEN, AT_MOST = Bar("share", 0.9, 0.8), Bar("share", 0.7, 0.8), Bar("seconds", 0.2, 0.1, at_least=False)


def table(*bars: Bar) -> Table:
    rows = (Row("ours", {"share": 0.9}), Row("a baseline with a long name", {"share": 0.25}, "on other data"))
    return Table("trial", ("share", "cases"), rows, ("pages: not there",), bars)


def use(monkeypatch: pytest.MonkeyPatch, *bars: Bar) -> None:
    monkeypatch.setattr(evals.command, "_table", lambda suite, args: table(*bars))


def test_every_bar_kept_is_success_and_one_broken_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, KEPT)
    assert main(["eval", "cleaning", "-q"]) == 0
    use(monkeypatch, KEPT, BROKEN)
    assert main(["eval", "cleaning", "-q"]) == 1


def test_a_bar_may_bound_from_above() -> None:
    assert not AT_MOST.kept


def test_an_unknown_suite_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "clening"]) == 1
    assert "clening" in capsys.readouterr().err


def test_a_table_shows_names_whole_and_says_what_was_skipped() -> None:
    text = to_text(table(KEPT, BROKEN))
    assert "a baseline with a long name" in text
    assert "BROKEN  share: 0.700 (bar: >= 0.800)" in text
    assert "skipped: pages: not there" in text


def test_markdown_says_what_is_measured_before_the_figures() -> None:
    lines = to_markdown(table(KEPT), "What is measured.").splitlines()
    assert lines.index("What is measured.") < lines.index("| ours | 0.900 |  |  |")


def test_json_carries_the_tables_in_the_common_envelope(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use(monkeypatch, KEPT)
    main(["eval", "cleaning", "--json", "-q"])
    told = json.loads(capsys.readouterr().out)
    assert (told["command"], told["engine"]["embedder"], told["tables"][0]["suite"]) == ("eval", "lexical", "trial")
