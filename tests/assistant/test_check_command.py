"""check, findings and claims from the command line, with a reader and a judge that can be foreseen."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hands import PlainJudge, PlainReader
from jsonschema import Draft202012Validator

from assistant.gate.verify import verify
from assistant.hands import Engine
from assistant.model.asking import Ledger, Spent
from assistant.show.json_output import schema_text
from assistant.write.extractive import ExtractiveWriter
from assistant.write.follow import EmbeddedCondenser

Run = Callable[..., Any]
SCHEMA = Draft202012Validator(json.loads(schema_text()))
FIRST = "Die Brücke über die Aller ist seit Montag gesperrt, laut Stadtrat. Der Umbau soll vier Millionen Euro kosten."
SECOND = "Die Brücke über die Aller ist seit Montag gesperrt, laut Stadtrat. Die Baufirma schwieg dazu am Abend."
THIRD = "Die Brücke über die Aller ist nicht gesperrt, teilte der Landkreis am Dienstag mit."


def article(publisher: str, day: str, body: str) -> str:
    return f"---\ntitle: Neues von der Aller\npublisher: {publisher}\npublished: {day}\n---\n\n{body}\n"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for name, publisher, day, body in (
        ("01.txt", "Flussblatt", "2025-03-02", FIRST),
        ("02.txt", "Heidebote", "2025-03-03", SECOND),
        ("03.txt", "Kreisanzeiger", "2025-03-03", THIRD),
    ):
        (folder / name).write_text(article(publisher, day, body), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def _plain_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Engine(ExtractiveWriter(), verify, PlainReader(), PlainJudge(), EmbeddedCondenser(), Ledger(), Spent)
    monkeypatch.setattr("assistant.hands.engine", lambda settings, collection=None: plain)


def payload(ran: Any) -> dict[str, Any]:
    given: dict[str, Any] = json.loads(ran.out)
    SCHEMA.validate(given)
    return given


def test_a_claim_is_checked_against_just_these_articles_and_nothing_is_kept(run: Run, pile: Path) -> None:
    ran = run("check", "Die Brücke über die Aller ist gesperrt.", pile, "--lang", "de")
    assert ran.code == 0
    assert ran.out.startswith(
        "Prüfung: Wie gut ist es belegt?\nvorhanden: 3 Artikel\n\n 1. Die Brücke über die Aller ist"
    )
    assert "! umstritten: dafür 2 Artikel" in ran.out
    assert run("list").code == 1


def test_claims_of_a_file_are_found_in_the_order_of_its_lines_one_each(run: Run, pile: Path, tmp_path: Path) -> None:
    claims = tmp_path / "claims.txt"
    lines = ["# zu prüfen", "", "Der Umbau soll Euro kosten", "Die Aller ist gesperrt", "Der Umbau soll Euro kosten"]
    claims.write_text("\n".join(lines) + "\n", encoding="utf-8")
    files = sorted(pile.iterdir())
    given = payload(run("check", "--claims", claims, *files, "--json", "--offline"))
    assert [f["claim"] for f in given["findings"]] == [lines[2], lines[3], lines[4]]
    assert [f["standing"] for f in given["findings"]] == ["single_source", "disputed", "single_source"]
    assert given["engine"] == {"model": None, "embedder": "lexical"}


def test_claims_can_come_from_standard_input(run: Run, pile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Die Aller ist gesperrt\r\n\r\n")))
    (finding,) = payload(run("check", "--claims", "-", pile, "--json"))["findings"]
    assert finding["claim"] == "Die Aller ist gesperrt"


def test_every_sentence_of_a_draft_is_checked(run: Run, pile: Path, tmp_path: Path) -> None:
    draft = tmp_path / "entwurf.txt"
    text = "---\ntitle: Entwurf\n---\nVon Anna Beck\n\nDie Aller ist gesperrt. Der Mond ist aus Käse gemacht.\n"
    draft.write_text(text, encoding="utf-8")
    given = payload(run("check", "--draft", draft, pile, "--json"))
    assert [(f["claim"], f["standing"]) for f in given["findings"]] == [
        ("Die Aller ist gesperrt.", "disputed"),
        ("Der Mond ist aus Käse gemacht.", "not_found"),
    ]


def test_a_chain_is_drawn_where_it_is_asked_for(run: Run, pile: Path) -> None:
    claim = "Die Brücke über die Aller ist gesperrt."
    drawn = run("check", claim, pile, "--chain", "--lang", "de").out
    assert "Wer es von wem hat:\n    Stadtrat · Behörde" in drawn
    assert {"├── Heidebote · 3. März 2025", "└── Flussblatt · 2. März 2025"} <= set(map(str.strip, drawn.split("\n")))
    assert "Wer es von wem hat" not in run("check", claim, pile, "--lang", "de").out


def test_filters_leave_out_articles(run: Run, pile: Path) -> None:
    ran = run("check", "Die Aller ist gesperrt", pile, "--publisher", "Flussblatt", "--json")
    (finding,) = payload(ran)["findings"]
    assert (finding["standing"], [c["publisher"] for c in finding["supporting"]]) == ("single_source", ["Flussblatt"])


@pytest.mark.parametrize("command", [["check", "Die Aller ist gesperrt"], ["findings"], ["claims"]])
def test_filters_that_leave_nothing_are_an_error_and_no_finding(run: Run, pile: Path, command: list[str]) -> None:
    ran = run(*command, pile, "--publisher", "Bergblatt", "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert "No article fits the filters. At hand: 3 articles, by: Flussblatt, Heidebote, Kreisanzeiger." in ran.err


@pytest.mark.parametrize("command", [["check", "Die Aller ist gesperrt"], ["findings"], ["claims"]])
def test_without_paths_the_saved_collection_is_used_and_without_one_it_says_so(
    run: Run, pile: Path, command: list[str]
) -> None:
    assert run(*command).code == 1
    run("add", pile)
    assert run(*command).code == 0


@pytest.mark.parametrize(
    "argv, told",
    [
        ([], "there is no claim"),
        (["  "], "there is no claim"),
        (["--claims", "a.txt", "--draft", "b.txt"], "not allowed with argument"),
        (["--claims", "-", "-"], 'standard input ("-") can be read only once'),
    ],
)
def test_a_check_without_a_claim_is_wrong_usage(run: Run, argv: list[str], told: str) -> None:
    ran = run("check", *argv)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_path_in_place_of_the_claim_is_told(run: Run, pile: Path) -> None:
    ran = run("check", pile)
    assert ran.code == 2
    assert "is a file or directory, and there is no claim" in ran.err


@pytest.mark.parametrize(
    "flag, text, told",
    [
        ("--claims", "# nur eine Bemerkung\n\n", "there is no claim in it"),
        ("--claims", "", "there is nothing in it"),
        ("--draft", "Kurz.\n", "there is no sentence in it"),
    ],
)
def test_a_file_without_claims_or_sentences_is_an_error(
    run: Run, pile: Path, tmp_path: Path, flag: str, text: str, told: str
) -> None:
    file = tmp_path / "leer.txt"
    file.write_text(text, encoding="utf-8")
    ran = run("check", flag, file, pile)
    assert (ran.code, ran.out) == (1, "")
    assert "leer.txt" in ran.err
    assert told in ran.err


@pytest.mark.parametrize("name, told", [("fehlt.txt", "no such file"), ("ordner", "this is a directory")])
def test_claims_that_are_no_file_are_an_error(run: Run, pile: Path, tmp_path: Path, name: str, told: str) -> None:
    (tmp_path / "ordner").mkdir()
    (tmp_path / "ordner" / "a.txt").write_text("Die Aller ist gesperrt\n")
    ran = run("check", "--claims", tmp_path / name, pile)
    assert ran.code == 1
    assert told in ran.err


def test_an_article_that_cannot_be_read_is_told_and_the_others_are_compared(run: Run, pile: Path) -> None:
    ran = run("check", "Die Aller ist gesperrt", pile, "fehlt.txt", "--json")
    assert ran.code == 1
    given = payload(ran)
    assert [f["error"] for f in given["failed"]] == ["NotFound"]
    assert len(given["findings"]) == 1


def test_findings_shows_what_is_notable_the_weakest_sourcing_first(run: Run, pile: Path) -> None:
    given = payload(run("findings", pile, "--json"))["findings"]
    assert given[0]["standing"] == "disputed"
    notable = [bool(f["flags"] or f["standing"] != "single_source") for f in given]
    assert notable == sorted(notable, reverse=True)
    assert not all(notable)
    assert run("findings", pile, "--lang", "de").out.startswith("Befunde, die schwächste Quellenlage zuerst\n")


def test_what_one_article_alone_tells_is_counted_and_listed_when_asked_for(run: Run, pile: Path) -> None:
    every = payload(run("findings", pile, "--json"))["findings"]
    rest = [f for f in every if not f["flags"] and f["standing"] == "single_source"]
    short, whole = run("findings", pile).out, run("findings", pile, "--all").out
    assert f"{len(rest)} more statement" in short
    assert "more statement" not in whole
    assert "\nBesides, told by one article alone or taking up the sentence before\n" in whole
    assert f"{len(every)}. " in whole
    assert f"{len(every)}. " not in short


def test_claims_shows_what_an_article_states_and_its_chain(run: Run, pile: Path) -> None:
    ran = run("claims", pile / "02.txt", "--lang", "de")
    assert "Heidebote · 3. März 2025 ·" in ran.out
    assert "    Heidebote ← Stadtrat · Zeichen 21–" in ran.out
    assert "! Keine Stellungnahme: Baufirma\n" in ran.out
    given = payload(run("claims", pile, "--json"))
    assert len({claim["article"] for claim in given["claims"]}) == 3
    assert [silence["party"]["name"] for silence in given["silences"]] == ["Baufirma"]
