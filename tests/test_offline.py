"""Nothing leaves the machine, whatever tracing variables and keys are in the environment."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_EXAMPLES = Path(__file__).parent.parent / "examples"
_CLOSED = """
import json, socket, sys, threading
def refuse(*args, **kwargs):
    print("CONNECTS", args[1:], file=sys.stderr, flush=True)
    raise OSError("the network is closed")
for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, refuse)
socket.getaddrinfo = socket.create_connection = refuse
from assistant.cli import main
for arguments in json.loads(sys.argv[1]):
    print("CODE", arguments[0], main(arguments), flush=True)
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join(0.3)
"""
_TEMPTING = {
    "LANGSMITH_TRACING": "true",
    "LANGCHAIN_TRACING_V2": "true",
    "LANGSMITH_API_KEY": "lsv2_not_a_key",
    "OPENAI_API_KEY": "sk-not-a-key",
    "CHROMA_TELEMETRY": "true",
    "ANONYMIZED_TELEMETRY": "true",
}


_COMMANDS = (
    ("add", str(_EXAMPLES)),
    ("summarize", str(_EXAMPLES)),
    ("ask", "Wer soll nach Kursk reisen?"),
    ("doctor",),
    ("config",),
)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """One process for all commands, since most of the time goes into starting one."""
    environment = {**os.environ, **_TEMPTING, "SECONDSOURCE_DATA_DIR": str(tmp_path_factory.mktemp("offline"))}
    return subprocess.run(  # noqa: PLW1510 - the exit codes are what is tested
        [sys.executable, "-c", _CLOSED, json.dumps(_COMMANDS)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
    )


def test_commands_work_with_the_network_closed(done: subprocess.CompletedProcess[str]) -> None:
    codes = re.findall(r"^CODE (\w+) (\d+)$", done.stdout, re.MULTILINE)
    assert codes == [(name, "0") for name, *_ in _COMMANDS], done.stderr


def test_commands_connect_to_nothing_and_tell_no_key(done: subprocess.CompletedProcess[str]) -> None:
    assert "CONNECTS" not in done.stderr
    assert "sk-not-a-key" not in done.stdout + done.stderr
