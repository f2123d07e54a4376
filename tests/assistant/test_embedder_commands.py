"""The commands with an embedder that answers over HTTP: from `add` to `reindex`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from embedders import embedding
from openai_server import OpenAIServer, serving

Run = Callable[..., Any]


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with serving(embedding()) as serving_one:
        yield serving_one


def added(run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("SECONDSOURCE_EMBEDDER_URL", server.url)
    monkeypatch.setenv("SECONDSOURCE_EMBEDDER_KEY", "sk-very-secret")
    done = run("add", examples, "--embedder", "openai:embed-1", "--json")
    monkeypatch.delenv("SECONDSOURCE_EMBEDDER_URL")
    return done


def test_what_an_embedder_used_is_told_with_the_result(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = added(run, server, examples, monkeypatch)
    given = json.loads(done.out)
    assert given["engine"]["embedder"] == "openai:embed-1"
    assert given["usage"]["embedding"]["requests"] == len(server.asked) == 1
    assert given["usage"]["embedding"]["cost"] == 0
    assert "Embedder: 1 calls" in done.err
    assert "very-secret" not in done.out + done.err


def test_a_collection_knows_its_embedder_and_its_address_and_sends_no_key_there_unasked(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(run, server, examples, monkeypatch)
    given = json.loads(run("search", "Kursk", "--json").out)
    assert given["engine"]["embedder"] == "openai:embed-1"
    assert server.asked[-1]["input"] == ["Kursk"]
    assert (server.keys[0], server.keys[-1]) == ("Bearer sk-very-secret", "Bearer none")


def test_another_embedder_is_refused_with_what_can_be_typed(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(run, server, examples, monkeypatch)
    ran = run("search", "Kursk", "--embedder", "lexical")
    assert ran.code == 1
    assert "Type --embedder openai:embed-1" in ran.err
    assert "`secondsource reindex --embedder lexical`" in ran.err


def test_reindex_changes_the_embedder_and_says_so(run: Run, server: OpenAIServer, examples: Path) -> None:
    run("add", examples)
    before = json.loads(run("search", "Kursk", "--json").out)["hits"]
    done = run("reindex", "--embedder", "openai:embed-1", "--base-url", server.url, "--json")
    given = json.loads(done.out)
    assert given["reembedded"]["before"] == "lexical"
    assert given["reembedded"]["embedded"] == given["usage"]["embedding"]["texts"] > 0
    assert json.loads(run("list", "--json").out)["engine"]["embedder"] == "openai:embed-1"
    assert {h["passage"] for h in json.loads(run("search", "Kursk", "--json").out)["hits"]} >= {before[0]["passage"]}
    assert "now works with lexical, before with openai:embed-1" in " ".join(
        run("reindex", "--embedder", "lexical").out.split()
    )


def test_an_embedder_that_fails_at_once_leaves_a_collection_that_another_may_have(run: Run, examples: Path) -> None:
    with serving(embedding(lambda text, row: None)) as server:
        ran = run("add", examples, "--embedder", "openai:embed-1", "--base-url", server.url)
        assert ran.code == 1
    assert run("add", examples, "--embedder", "lexical").code == 0
    assert json.loads(run("search", "Kursk", "--json").out)["hits"]


def test_ctrl_c_says_that_nothing_is_lost_and_the_same_command_goes_on(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    run("add", examples)
    monkeypatch.setattr("index.reembed._Run.vectors", broken_off)
    ran = run("reindex", "--embedder", "openai:embed-1", "--base-url", server.url)
    assert ran.code == 130
    assert "goes on working with lexical" in ran.err
    assert run("search", "Kursk", "--embedder", "lexical").code == 0


def test_listing_and_removing_need_no_embedder(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(run, server, examples, monkeypatch)
    server.close()
    (first, *_) = json.loads(run("list", "--json").out)["articles"]
    assert run("remove", first["id"]).code == 0


@pytest.mark.parametrize("argv", [("search", "Kursk"), ("ask", "Wer soll nach Kursk?")])
def test_where_the_embedder_is_down_words_are_searched_and_the_result_says_so(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, str]
) -> None:
    added(run, server, examples, monkeypatch)
    server.close()
    ran = run(*argv)
    assert ran.code == 0
    assert "Kursk" in ran.out
    told = " ".join(ran.out.split())
    assert "by words alone, as the collection's embedder gave no vector" in told
    assert f"{server.url}: no embedder answers there" in told
    (fallback,) = json.loads(run(*argv, "--json").out)["engine"]["fallbacks"]
    assert (fallback["job"], fallback["why"]) == ("embedder", "unreachable")
    assert "no embedder answers there" in fallback["detail"]
    written = run(*argv, "--format", "html") if argv[0] != "search" else ran
    assert "no embedder answers there" in " ".join(written.out.split())


def test_offline_a_collection_of_an_embedder_elsewhere_is_searched_by_words(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(run, server, examples, monkeypatch)
    monkeypatch.setenv("SECONDSOURCE_EMBEDDER_URL", "http://192.0.2.1/v1")
    asked = len(server.asked)
    ran = run("search", "Kursk", "--offline")
    assert ran.code == 0
    assert "--offline forbids that" in " ".join(ran.out.split())
    assert len(server.asked) == asked


def test_the_chat_says_what_an_embedder_that_is_down_left_out(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(run, server, examples, monkeypatch)
    server.close()
    monkeypatch.setattr("sys.stdin", StringIO("Wer soll nach Kursk?\n/lang de\n"))
    told = " ".join(run("chat").out.split())
    assert told.count("no embedder answers there") == 1


def test_the_doctor_asks_the_collections_embedder(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(run, server, examples, monkeypatch)
    assert f"openai:embed-1 answers at {server.url}; vectors of 16 numbers" in " ".join(run("doctor").out.split())


def test_offline_asks_no_embedder_elsewhere(run: Run, examples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    ran = run("add", examples, "--embedder", "openai:text-embedding-3-small", "--offline")
    assert ran.code == 1
    assert "--offline forbids that" in ran.err
    assert "very-secret" not in ran.err


def test_sentence_transformers_that_is_not_installed_names_its_extra(
    run: Run, examples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    ran = run("add", examples, "--embedder", "sentence-transformers:some/model")
    assert ran.code == 1
    assert "pip install 'secondsource[sentence-transformers]'" in ran.err


def articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        body = (
            f"Die Brücke Nummer {n} über die Aa wird gesperrt. "
            + f"Das teilte die Stadt Wendum am {n + 1}. Mai mit. " * 6
        )
        (folder / f"{n}.txt").write_text(f"---\ntitle: Brücke {n}\npublisher: Bote {n}\n---\n{body}\n")
    return folder


def embedded_for(run: Run, server: OpenAIServer, folder: Path, budget: str, *command: str) -> Any:
    flags = ("--embedder", "openai:embed-1", "--base-url", server.url, "--budget", budget, "--json")
    return run(*command, *([folder] if command[0] == "add" else []), *flags)


def test_add_stops_before_the_first_article_that_the_budget_does_not_do_for_and_goes_on_from_there(
    run: Run, server: OpenAIServer, tmp_path: Path
) -> None:
    folder = articles(tmp_path / "pile", 6)
    first = embedded_for(run, server, folder, "300", "add")
    given = json.loads(first.out)
    assert first.code == 1
    assert 0 < len(given["added"]) < 6
    assert "--budget" in given["stopped"]
    assert "goes on with the rest" not in first.out
    assert given["usage"]["embedding"]["texts"] == len(given["added"])
    second = json.loads(embedded_for(run, server, folder, "100000", "add").out)
    assert (len(second["known"]), second["stopped"]) == (len(given["added"]), None)
    assert len(second["known"]) + len(second["added"]) == 6
    asked = [text for request in server.asked for text in request["input"]]
    assert len(asked) == len(set(asked)) == 6


def test_reindex_with_another_embedder_goes_on_where_the_budget_was_spent(
    run: Run, server: OpenAIServer, tmp_path: Path
) -> None:
    folder = articles(tmp_path / "pile", 6)
    run("add", folder)
    first = embedded_for(run, server, folder, "300", "reindex")
    assert first.code == 1
    assert "goes on working with lexical" in " ".join(first.err.split())
    assert "The budget is spent" in first.err
    kept = len(server.asked[0]["input"])
    assert 0 < kept < 6
    given = json.loads(embedded_for(run, server, folder, "100000", "reindex").out)
    assert given["reembedded"] == {"before": "lexical", "embedded": 6 - kept, "kept": kept}


def test_reindex_pays_only_for_what_has_changed(run: Run, server: OpenAIServer, tmp_path: Path) -> None:
    folder = articles(tmp_path / "pile", 3)
    embedded_for(run, server, folder, "100000", "add")
    asked = len(server.asked)
    assert len(json.loads(run("reindex", "--base-url", server.url, "--json").out)["added"]) == 3
    assert len(server.asked) == asked


def test_half_a_pile_that_the_budget_does_for_is_not_asked(run: Run, server: OpenAIServer, tmp_path: Path) -> None:
    folder = articles(tmp_path / "pile", 6)
    flags = ("--embedder", "openai:embed-1", "--base-url", server.url, "--budget", "300")
    ran = run("search", "Brücke", folder, *flags)
    assert (ran.code, ran.out) == (1, "")
    assert "The budget is spent" in ran.err


def test_a_question_beyond_the_budget_is_searched_by_its_words(run: Run, server: OpenAIServer, tmp_path: Path) -> None:
    embedded_for(run, server, articles(tmp_path / "pile", 3), "100000", "add")
    asked = len(server.asked)
    ran = run("search", "Brücke Wendum", "--base-url", server.url, "--budget", "1")
    assert ran.code == 0
    assert "The budget is spent" in " ".join(ran.out.split())
    assert len(server.asked) == asked


def test_what_a_hosted_embedder_of_unknown_price_costs_cannot_be_held_to_a_budget_in_money(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    ran = run("add", articles(tmp_path / "pile", 1), "--embedder", "openai:no-such-price", "--budget", "1$")
    assert ran.code == 1
    assert "what openai:no-such-price costs is not known" in ran.err
