"""/export: the whole session in a file, in the format that its ending names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from schema_org import faults
from talking import Talk

from assistant.chat.exchange import Exchange, Kind
from assistant.chat.report import heading
from assistant.show.json_output import schema_text
from assistant.show.say import Say

QUESTION = "Bis wann bleibt die Brücke gesperrt?"


def test_markdown_has_every_exchange_with_its_sentences_and_standings(talk: Talk, tmp_path: Path) -> None:
    for typed in (QUESTION, "/check Die Brücke über die Aller bleibt bis Mai gesperrt."):
        talk(typed)
    assert "Written: " in talk(f"/export {tmp_path / 'report.md'}")
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert QUESTION in report
    assert "superseded" in report
    assert "Flussblatt" in report


def test_markdown_to_be_pasted_has_one_title_and_tells_nothing_of_the_machine(talk: Talk, tmp_path: Path) -> None:
    talk(QUESTION)
    talk(f"/export {tmp_path / 'report.md'}")
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert [line for line in report.splitlines() if line.startswith("# ")] == ["# Session"]
    assert f"## {QUESTION}\n" in report
    assert "rules, without a model" in report
    assert "bruecke.txt" in report
    assert str(tmp_path) not in report


def test_json_is_for_programs(talk: Talk, tmp_path: Path) -> None:
    talk(QUESTION)
    talk(f"/export {tmp_path / 'report.json'}")
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    Draft202012Validator(json.loads(schema_text())).validate(report)
    assert [exchange["heading"] for exchange in report["exchanges"]] == [QUESTION]


def test_html_and_claimreview_have_what_was_asked_and_checked(talk: Talk, tmp_path: Path) -> None:
    for typed in (QUESTION, "/check Die Brücke über die Aller bleibt bis Mai gesperrt.", "/timeline"):
        talk(typed)
    for name in ("report.html", "reviews.jsonld"):
        talk(f"/export {tmp_path / name}")
    assert QUESTION in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert faults(json.loads((tmp_path / "reviews.jsonld").read_text(encoding="utf-8"))) == []


def test_an_article_that_was_removed_is_in_the_report(talk: Talk, tmp_path: Path) -> None:
    talk(QUESTION)
    talk("/remove Brücke")
    talk(f"/export '{tmp_path / 'my report.md'}'")
    assert "Flussblatt" in (tmp_path / "my report.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name, told", [("report.docx", ".docx names no format."), ("report", "report names no")])
def test_an_ending_that_names_no_format_is_told_with_those_that_do(
    talk: Talk, tmp_path: Path, name: str, told: str
) -> None:
    talk(QUESTION)
    assert told in talk(f"/export {tmp_path / name}")
    assert not (tmp_path / name).exists()


def test_a_place_that_cannot_be_written_to_is_told(talk: Talk, tmp_path: Path) -> None:
    talk(QUESTION)
    assert "cannot be written" in talk(f"/export {tmp_path}/nowhere/report.md")


def test_without_an_exchange_there_is_nothing_to_export(talk: Talk, tmp_path: Path) -> None:
    assert "Nothing was asked yet." in talk(f"/export {tmp_path / 'report.md'}")


@pytest.mark.parametrize(
    "kind, question, told",
    [
        (Kind.ASK, "Wer?", "Wer?"),
        (Kind.SUMMARY, "", "Summary"),
        (Kind.SUMMARY, "Laos", "Summary: Laos"),
        (Kind.CHECK, "Laos kommt.", "Check: Laos kommt."),
        (Kind.CONTRADICTIONS, "", "What contradicts what, the newest first"),
    ],
)
def test_a_part_is_headed_by_what_was_asked(kind: Kind, question: str, told: str) -> None:
    assert heading(Exchange("1", "2026", "embedded", kind, question, question), Say("en")) == told
