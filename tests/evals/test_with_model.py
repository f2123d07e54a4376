"""Suites with a model behind HTTP: whatever it does, a run ends in good order, says so, and pays for nothing twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from obliging import obliging
from openai_server import Answer, OpenAIServer, serving

from assistant.cli import main
from assistant.model.endpoint import Endpoint
from prompts.load import load, names

Run = Callable[..., dict[str, Any]]
PILE = "museum-harwick"


@pytest.fixture(autouse=True)
def _quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Replies are kept in a folder of the test's own; a request that fails is not tried again, and few are needed."""
    monkeypatch.setenv("SECONDSOURCE_WINDOW", "128000")
    monkeypatch.setenv("SECONDSOURCE_TIMEOUT", "1")
    for door in ("kept", "manner"):
        monkeypatch.setattr(f"assistant.model.{door}.cache_folder", lambda: tmp_path / "cache")
    monkeypatch.setattr("assistant.model.make.Endpoint", partial(Endpoint, retries=0))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """The command over a server: its exit code under "code", and the JSON that it wrote."""

    def run(server: OpenAIServer, *args: str) -> dict[str, Any]:
        file = tmp_path / "run.json"
        file.unlink(missing_ok=True)
        where = ["--model", "openai:desk-1", "--base-url", server.url, "--json", "-o", str(file)]
        code = main(["eval", *args, *where])
        return {"code": code, **(json.loads(file.read_text(encoding="utf-8")) if file.exists() else {})}

    return run


def rows(told: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for suite in told["run"]["suites"] for found in suite["sets"] for row in found["rows"]]


def prompts(server: OpenAIServer) -> list[str]:
    return [json.dumps(request["messages"]) for request in server.asked]


@pytest.mark.parametrize(
    ("suite", "case"),
    [
        ("sourcing", "vfr-lohmuende-makowiak/*-0[12]"),
        ("summaries", PILE),
        ("answers", "own-1"),
        ("injection", "de-order-1"),
        ("gate", "*-1"),
    ],
)
def test_a_suite_runs_with_a_model_and_its_record_names_model_and_prompts(suite: str, case: str, run: Run) -> None:
    with serving(obliging) as server:
        told = run(server, suite, "--case", case)
    assert told["code"] == 0
    assert told["run"]["model"] == told["engine"]["model"] == "openai:desk-1"
    assert told["run"]["prompts"] == {name: load(name).digest for name in names()}
    assert rows(told)
    assert not [row["failed"] for row in rows(told) if row["failed"]]
    assert told["usage"]["calls"] == len(server.asked) > 0 or suite == "gate"  # the gate is code
    silent = {"silent"}  # the server's judge never names a pair, which is told where the rules see one plainly
    assert {fallback["why"] for fallback in told["engine"]["fallbacks"]} <= silent


FAULTS: dict[str, Answer] = {
    "rate_limited": Answer(status=429, error="slow down", headers={"Retry-After": "0"}),
    "server_error": Answer(status=500, error="oops"),
    "malformed": Answer("I would rather not."),
    "timeout": Answer(wait=2),
    "cut": Answer("{" + "x" * 99, cut=2),
}


@pytest.mark.parametrize("why", FAULTS)
def test_a_case_that_the_model_does_not_do_is_told_so_and_not_failed(why: str, run: Run) -> None:
    def behave(request: dict[str, Any], number: int) -> Answer:
        streams = bool(request.get("stream"))
        return FAULTS[why] if streams or why != "cut" else obliging(request, number)

    with serving(behave) as server:
        told = run(server, "summaries", "--case", PILE)
    (row,) = rows(told)
    assert told["code"] == 0
    assert row["failed"] == ""
    assert "not done by the model: writer" in row["note"]
    assert told["engine"]["fallbacks"]


def test_a_refused_key_ends_the_run_at_once(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with serving([Answer(status=401, error="bad key")]) as server:
        told = run(server, "summaries")
    assert told == {"code": 1}
    assert "the key was not accepted" in capsys.readouterr().err
    assert len(server.asked) <= 4  # as many as run at the same time


def test_a_spent_budget_ends_the_run_and_resuming_pays_for_nothing_twice(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    case = ("summaries", "--case", "mus*", "--case", "most*")
    with serving(obliging) as server:
        short = run(server, *case, "--budget", "6000")
        rest = run(server, *case, "--resume")
        whole = run(server, *case)
    assert short["code"] == rest["code"] == 0
    assert short["usage"]["calls"] > 0
    assert "budget was spent" in json.dumps(short["run"])
    assert "--resume" in capsys.readouterr().err
    assert len(prompts(server)) == len(set(prompts(server)))
    assert (whole["usage"]["calls"], rows(rest)) == (0, rows(whole))


def test_ctrl_c_tells_what_was_spent_and_resuming_pays_for_nothing_twice(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from evals.harness import watch

    def breaks_off(case: object) -> object:
        graded(case)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    graded = watch.graded
    with serving(obliging) as server:
        with monkeypatch.context() as patched:
            patched.setattr(watch, "graded", breaks_off)
            assert run(server, "summaries", "--case", PILE)["code"] == 130
        paid = len(server.asked)
        told = run(server, "summaries", "--case", PILE, "--resume")
    err = capsys.readouterr().err
    assert "--resume" in err
    assert f"{paid} calls" in err
    assert (told["code"], len(server.asked), told["usage"]["kept"] > 0) == (0, paid, True)
