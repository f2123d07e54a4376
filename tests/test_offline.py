"""Nothing leaves the machine, whatever tracing variables and keys are in the environment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_EXAMPLES = Path(__file__).parent.parent / "examples"
_CLOSED = """
import socket, sys, threading
def refuse(*args, **kwargs):
    print("CONNECTS", args[1:], file=sys.stderr, flush=True)
    raise OSError("the network is closed")
for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = socket.create_connection = refuse
from assistant.cli import main
code = main(sys.argv[1:])
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join(0.3)
sys.exit(code)
"""
_TEMPTING = {
    "LANGSMITH_TRACING": "true",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_API_KEY": "lsv2_not_a_key",
    "OPENAI_API_KEY": "sk-not-a-key",
    "CHROMA_TELEMETRY": "true",
    "ANONYMIZED_TELEMETRY": "true",
}


def _run(*arguments: str, data: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **_TEMPTING, "SECONDSOURCE_DATA_DIR": str(data)}
    return subprocess.run(  # noqa: PLW1510 - the exit code is what is tested
        [sys.executable, "-c", _CLOSED, *arguments], env=environment, capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize(
    "arguments",
    [("summarize", str(_EXAMPLES)), ("ask", "Wer soll nach Kursk reisen?", str(_EXAMPLES)), ("doctor",), ("config",)],
    ids=lambda a: a[0],
)
def test_a_command_works_with_the_network_closed_and_connects_to_nothing(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    added = _run("add", str(_EXAMPLES), data=tmp_path)
    done = _run(*arguments, data=tmp_path)
    assert (added.returncode, done.returncode) == (0, 0), done.stderr
    assert "CONNECTS" not in added.stderr + done.stderr
    assert "sk-not-a-key" not in done.stdout + done.stderr
