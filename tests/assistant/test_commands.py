"""The commands, end to end, on the examples and on small inputs."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TEXT = """---
title: Brücke bis Mai gesperrt
publisher: Flussblatt
published: 2025-03-02
---

Die Brücke über die Aller bleibt bis Mai gesperrt, teilte die Stadt Celle am Sonntag mit.
Der Umbau kostet vier Millionen Euro.

Für Fußgänger wird ein Steg gebaut, sagte Baurätin Hilke Voss. Radfahrer müssen einen Umweg von drei Kilometern fahren.
"""


@pytest.fixture
def bridge(tmp_path: Path) -> Path:
    file = tmp_path / "bruecke.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_summarize_says_what_a_file_says_and_keeps_nothing(run: Run, bridge: Path) -> None:
    ran = run("summarize", bridge, "--lang", "de")
    assert ran.code == 0
    assert ran.out.startswith("Zusammenfassung\n1 Artikel · 1 Medium · 2. März 2025\n")
    assert "[1] Flussblatt ← Stadt Celle · 2. März 2025" in ran.out
    assert run("list").code == 1


def test_summarize_writes_at_most_as_many_sentences_as_asked_for(run: Run, examples: Path) -> None:
    payload = json.loads(run("summarize", examples, "--sentences", "3", "--json").out)
    assert 1 <= len(payload["sentences"]) <= 3
    assert len(payload["articles"]) == 6


def test_every_quote_of_a_summary_of_the_examples_is_at_its_offsets(run: Run, examples: Path) -> None:
    payload = json.loads(run("summarize", examples, "--json").out)
    citations = [c for sentence in payload["sentences"] for c in sentence["citations"]]
    texts = {c["path"]: json.loads(run("show", c["path"], "--json").out)["articles"][0]["text"] for c in citations}
    assert len(citations) >= len(payload["sentences"]) > 4
    assert all(texts[c["path"]][c["start"] : c["end"]] == c["quote"] for c in citations)


def test_ask_answers_with_the_words_of_the_article(run: Run, bridge: Path) -> None:
    ran = run("ask", "Wie viel kostet der Umbau der Brücke?", bridge)
    assert ran.code == 0
    assert "vier Millionen Euro" in ran.out
    assert "Flussblatt" in ran.out


def test_ask_says_that_the_articles_do_not_say_and_that_is_no_error(run: Run, bridge: Path) -> None:
    ran = run("ask", "Who won the chess tournament in Reykjavík?", bridge, "--lang", "en")
    assert ran.code == 0
    assert "The articles do not say: no sentence was found that answers this." in ran.out
    payload = json.loads(run("ask", "Who won the chess tournament in Reykjavík?", bridge, "--json").out)
    assert (payload["answered"], payload["sentences"]) == (False, [])


def test_search_finds_passages_and_obeys_its_limit_and_filters(run: Run, examples: Path) -> None:
    hits = json.loads(run("search", "Taliban", examples, "-n", "2", "--language", "de", "--json").out)["hits"]
    assert 1 <= len(hits) <= 2
    later = json.loads(run("search", "Taliban", examples, "--since", "2025-07-14", "--json").out)["hits"]
    assert {hit["published"][:10] for hit in later} <= {"2025-07-14"}


def test_show_tells_what_was_cut_and_why(run: Run, examples: Path) -> None:
    out = run("show", examples / "02-weitblick-online.txt", "--lang", "de").out
    assert "mit KI-Werkzeugen erstellt" in out
    assert "  - fremde Überschriften\n    - Hitzewelle: Diese Freibäder haben heute länger offen\n" in out


def test_a_collection_is_added_to_listed_shown_and_removed_from(run: Run, bridge: Path) -> None:
    assert run("add", bridge, "--lang", "en").out == "1 article added.\n"
    assert run("add", bridge, "--lang", "en").out == "0 articles added.\n1 article was there already.\n"
    listed = run("list").out
    identifier = listed.split()[0]
    assert "2025-03-02  Flussblatt  Brücke bis Mai gesperrt" in listed
    assert "Hilke Voss" in run("show", identifier).out
    assert "vier Millionen" in run("ask", "Was kostet der Umbau?").out
    assert run("reindex", "--lang", "en").out == "1 article indexed anew.\n"
    assert run("doctor").code == 0
    assert run("remove", identifier).code == 0
    assert "is empty" in run("list", "--lang", "en").out


def test_collections_live_side_by_side(run: Run, bridge: Path) -> None:
    run("add", bridge, "--collection", "one")
    assert run("list", "--collection", "one").code == 0
    assert run("list", "--collection", "two").code == 1


def test_without_a_path_and_without_a_collection_it_says_what_to_type(run: Run) -> None:
    for command in (["summarize"], ["ask", "Wer?"], ["search", "Wort"], ["list"]):
        ran = run(*command)
        assert (ran.code, ran.out) == (1, "")
        assert "secondsource add" in ran.err


def test_inputs_that_fail_are_told_and_the_others_are_worked_on(run: Run, bridge: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "program.txt").write_bytes(bytes(range(256)) * 20)
    ran = run("summarize", tmp_path / "missing.txt", tmp_path / "empty.txt", tmp_path / "program.txt", bridge)
    assert ran.code == 1
    assert "vier Millionen Euro" in ran.out
    assert [name for name in ("missing.txt", "empty.txt", "program.txt") if name not in ran.err] == []
    assert len(ran.err.splitlines()) == 3


def test_inputs_that_all_fail_give_no_result(run: Run, tmp_path: Path) -> None:
    ran = run("summarize", tmp_path / "a.txt", tmp_path / "b.txt")
    assert (ran.code, ran.out) == (1, "")
    assert "a.txt" in ran.err
    assert "b.txt" in ran.err


def test_standard_input_is_read_where_the_path_is_a_dash(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert "Flussblatt" in run("summarize", "-").out


def test_removing_what_is_not_there_is_told_and_the_others_are_removed(run: Run, bridge: Path) -> None:
    run("add", bridge)
    identifier = run("list").out.split()[0]
    ran = run("remove", "ffffffffffff", identifier)
    assert ran.code == 1
    assert "ffffffffffff" in ran.err
    assert identifier in ran.out


def test_showing_what_is_neither_file_nor_article_names_it(run: Run) -> None:
    ran = run("show", "nothing-like-it")
    assert ran.code == 1
    assert "nothing-like-it" in ran.err


def test_since_after_until_is_refused(run: Run, bridge: Path) -> None:
    ran = run("search", "x", bridge, "--since", "2025-02-01", "--until", "2025-01-01")
    assert ran.code == 1
    assert "--since 2025-02-01 is after --until 2025-01-01" in ran.err


def test_a_search_tells_programs_whether_any_of_the_words_stands_there(run: Run, bridge: Path) -> None:
    assert json.loads(run("search", "Umbau", bridge, "--json").out)["words_found"]
    assert not json.loads(run("search", "Xylophonkonzert", bridge, "--json").out)["words_found"]


@pytest.mark.parametrize(
    ("argv", "code"), [(["summarize"], 1), (["ask", "Was kostet der Umbau?"], 0), (["search", "Umbau"], 0)]
)
def test_filters_that_leave_nothing_say_so_and_name_the_publishers(
    run: Run, bridge: Path, argv: list[str], code: int
) -> None:
    ran = run(*argv, bridge, "--publisher", "Bergblatt", "--lang", "en")
    assert ran.code == code
    assert ran.err == "secondsource: No article fits the filters. At hand: 1 article, by: Flussblatt.\n"


def test_a_span_of_days_tells_how_many_undated_articles_it_leaves_out(run: Run, bridge: Path, tmp_path: Path) -> None:
    undated = tmp_path / "ohne.txt"
    undated.write_text(TEXT.replace("published: 2025-03-02\n", "").replace("Voss", "Foss"), encoding="utf-8")
    ran = run("summarize", bridge, undated, "--since", "2025-01-01", "--lang", "en")
    assert ran.code == 0
    assert ran.err == "1 undated article is left out, as --since and --until ask for a date.\n"


def test_a_summary_tells_how_many_articles_it_did_not_read(
    run: Run, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.pipeline.PILE", 2)
    payload = json.loads(run("summarize", examples, "--json").out)
    quoted = {c["article"] for s in payload["sentences"] for c in s["citations"]}
    assert (len(quoted), payload["unread"]) == (2, 4)


@pytest.mark.parametrize(
    ("question", "others"), [("Wer hat die Taliban anerkannt?", 2), ("Who recognised the Taliban?", 4), ("Taliban", 0)]
)
def test_articles_in_other_languages_than_the_question_are_counted(
    run: Run, examples: Path, question: str, others: int
) -> None:
    assert json.loads(run("ask", question, examples, "--json").out)["other_languages"] == others


def test_what_was_cut_is_shown_also_where_no_article_is_left(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "rest.txt"
    file.write_text("Abonnieren Sie unseren Newsletter\n", encoding="utf-8")
    ran = run("show", file, "--lang", "en")
    assert ran.code == 1
    assert "Abonnieren Sie unseren Newsletter" in ran.out
    assert "no article text found" in ran.err
    (failed,) = json.loads(run("show", file, "--json").out)["failed"]
    assert [piece["text"] for piece in failed["removed"]] == ["Abonnieren Sie unseren Newsletter"]


def test_a_data_directory_that_cannot_be_made_is_named_with_a_remedy(
    run: Run, bridge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for place in (bridge, bridge / "below"):
        monkeypatch.setenv("SECONDSOURCE_DATA_DIR", str(place))
        ran = run("add", bridge)
        assert (ran.code, ran.out) == (1, "")
        assert f"SECONDSOURCE_DATA_DIR: collections cannot be kept in {place}" in ran.err


def test_markdown_of_a_summary_can_be_pasted(run: Run, bridge: Path) -> None:
    out = run("summarize", bridge, "--format", "md", "--lang", "de").out
    assert out.startswith("# Zusammenfassung\n\n1 Artikel")
    assert re.search(r"\n1\. .* \\\[1\\\]\n    - \\\[1\\\] \*\*Flussblatt\*\* ← Stadt Celle · 2\. März 2025", out)


def test_an_article_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "evil.txt"
    file.write_text(TEXT.replace("Flussblatt", "\x1b]0;Titel\x07[red]Blatt").replace("Steg", "\x1b[31mSteg\u202e"))
    for argv in (["summarize", file, "-v"], ["show", file], ["search", "Steg", file], ["summarize", file, "--json"]):
        ran = run(*argv)
        assert "\x1b" not in ran.out + ran.err
        assert "\u202e" not in ran.out
