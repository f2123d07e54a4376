"""Ctrl-C, a spent budget, and requests that run at the same time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from embedders import embedding
from openai_server import Answer, OpenAIServer, Request, serving

from index.folders import APP, cache_folder
from index.lexicon.compiled import compiled
from index.together import together

_LONG = 120.0  # seconds that a server keeps one waiting; a command that is broken off has half of it to end
Started = subprocess.Popen[str]
EXAMPLES = Path(__file__).parents[3] / "examples"


def test_results_come_in_the_order_of_what_was_asked() -> None:
    assert together(lambda n: time.sleep(0.02 / (n + 1)) or n * 2, range(6), 3) == [0, 2, 4, 6, 8, 10]


def test_no_more_run_at_the_same_time_than_allowed() -> None:
    running, most, lock = 0, 0, threading.Lock()

    def work(_: int) -> None:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.01)
        with lock:
            running -= 1

    together(work, range(9), 3)
    assert most == 3


def test_the_first_error_ends_it() -> None:
    def fail(n: int) -> int:
        raise ValueError(n)

    with pytest.raises(ValueError, match="0"):
        together(fail, [0], 2)


def warm(folder: Path) -> Path:
    """A cache without replies, but with the lexicon as it was compiled."""
    compiled()
    place = folder / "cache" / APP
    place.mkdir(parents=True)
    for file in cache_folder().glob("lexicon-*"):
        shutil.copy(file, place)
    return folder / "cache"


def started(url: str, folder: Path, *flags: str, command: tuple[str, ...] = ("summarize", str(EXAMPLES))) -> Started:
    # A test run in the background ignores Ctrl-C, and so would what it starts.
    heeding = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)"
    begun = [sys.executable, "-c", f"{heeding}; from assistant.cli import main; sys.exit(main())"]
    words = [*begun, *command, "--base-url", url, *(flags or ("--model", "openai:desk-1"))]
    environment = {**os.environ, "SECONDSOURCE_DATA_DIR": str(folder), "XDG_CACHE_HOME": str(warm(folder))}
    return subprocess.Popen(
        words, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def interrupted(process: Started, server: OpenAIServer, asked: int = 0) -> str:
    """What is told by a command that is broken off while its request is under way."""
    deadline = time.monotonic() + 60
    while len(server.asked) <= asked and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=_LONG / 2)
    assert process.returncode == 130
    return told


@pytest.mark.parametrize("command", ["summarize", "ask"])
def test_ctrl_c_does_not_wait_for_requests_under_way(tmp_path: Path, command: str) -> None:
    words = ("summarize", str(EXAMPLES)) if command == "summarize" else ("ask", "Wer soll nach Kursk?", str(EXAMPLES))
    with serving(lambda request, number: Answer("{}", wait=_LONG)) as server:
        told = interrupted(started(server.url, tmp_path, command=words), server)
    assert "stopped" in told


def test_ctrl_c_does_not_wait_for_an_embedder(tmp_path: Path) -> None:
    """The question comes after the articles: its vector is what the server keeps back."""

    def slow_question(request: Request, number: int) -> Answer:
        return embedding()(request, number) if len(request["input"]) > 1 else Answer("{}", wait=_LONG)

    words = ("ask", "Wer soll nach Kursk?", str(EXAMPLES))
    with serving(slow_question) as server:
        process = started(server.url, tmp_path, "--embedder", "openai:embed-1", command=words)
        assert "stopped" in interrupted(process, server, asked=1)


def test_a_spent_budget_ends_with_what_rules_can_do(tmp_path: Path) -> None:
    with serving(lambda request, number: Answer("{}")) as server:
        process = started(server.url, tmp_path, "--model", "openai:desk-1", "--budget", "10")
        shown, told = process.communicate(timeout=120)
    assert process.returncode == 0
    assert not server.asked
    assert "[1]" in shown
    assert "budget" in told.lower()
