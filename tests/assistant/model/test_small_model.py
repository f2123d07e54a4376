"""A small local model over real HTTP: plain chat completions, no JSON mode, no tools, a window of 4,096 tokens."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openai_server import Answer, OpenAIServer, Request, serving, without

from index.tokens import count_tokens
from prompts.load import load

Run = Callable[..., Any]
WINDOW = 4_096
QUOTE = re.compile(r"^PASSAGE (\d+) \([^\n]*\)\n([^.\n]{40,200}\.)", re.MULTILINE)


def small(request: Request, number: int) -> Answer:
    """Does what the prompt asks for, in the plainest way, and chats around it as small models do."""
    system, user = (message["content"] for message in request["messages"][:2])
    reply = next(
        answer(user)
        for task, answer in (
            ("read", _read),
            ("judge", _judged),
            ("summarize", _written),
            ("answer", _written),
            ("search", lambda _: {"searches": []}),
        )
        if system[:40] == load(task).system.template[:40]
    )
    return Answer(
        f"Sure! Here is the JSON object:\n```json\n{json.dumps(reply, ensure_ascii=False)}\n```\nAnything else?"
    )


def _read(user: str) -> object:
    first, last = (int(n) for n in re.findall(r"the sentences (\d+) to (\d+)", user)[-1])
    return {"own": list(range(first, last + 1)), "claims": [], "silences": []}


def _judged(user: str) -> object:
    numbers = {int(n) for n in re.findall(r"^STATEMENT (\d+)", user, re.MULTILINE)}
    return {"statements": [{"s": n, "related": []} for n in sorted(numbers)]}


def _written(user: str) -> object:
    quotes = [(int(number), words.strip()) for number, words in QUOTE.findall(user)][:3]
    return {"sentences": [{"quotes": [{"passage": n, "words": words}], "text": words} for n, words in quotes]}


@pytest.fixture
def server() -> Any:
    with serving(without("response_format", "tools")(small)) as one:
        yield one


def asked(run: Run, server: OpenAIServer, monkeypatch: pytest.MonkeyPatch, *argv: str | Path) -> Any:
    monkeypatch.setenv("SECONDSOURCE_WINDOW", str(WINDOW))
    monkeypatch.setenv("OPENAI_BASE_URL", server.url)
    return json.loads(run(*argv, "--model", "openai:small", "--fresh", "--json").out)


@pytest.mark.parametrize(
    "argv",
    [
        ("summarize",),
        ("ask", "Wie viele Minenräumer bietet Laos an?"),
        ("check", "Laos schickt Minenräumer nach Kursk."),
        ("claims",),
    ],
    ids=lambda argv: argv[0],
)
def test_every_job_is_done_by_a_model_with_a_small_window_and_no_json_mode(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]
) -> None:
    given = asked(run, server, monkeypatch, *argv, examples)
    answered = [request for request in server.asked if "response_format" not in request]
    assert answered
    assert {f["job"] for f in given["engine"]["fallbacks"] if f["why"] != "silent"} == set()
    assert given["usage"]["calls"] == len(answered)
    if argv[0] in ("summarize", "ask"):
        assert given["sentences"]


@pytest.mark.parametrize("command", ["summarize", "ask", "check", "claims"])
def test_no_request_is_larger_than_the_window(
    run: Run, server: OpenAIServer, examples: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    words = {"ask": ("Wer soll nach Kursk reisen?",), "check": ("Laos schickt Truppen nach Kursk.",)}.get(command, ())
    asked(run, server, monkeypatch, command, *words, examples)
    for request in server.asked:
        prompt = sum(count_tokens(message["content"]) for message in request["messages"])
        assert prompt + request.get("max_tokens", 0) <= WINDOW, request["messages"][0]["content"][:60]
