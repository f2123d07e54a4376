"""Runs the commands that README shows once more, and puts what they print now beneath them: `make transcripts`.

A block that ends in "…" stays cut short where it was.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "README.md"
BLOCK = re.compile(r"(```\n\$ secondsource )(.+)\n((?:.*\n)+?)```")
_CUT = "…\n"


def renewed(block: re.Match[str]) -> str:
    begin, command, shown = block.groups()
    printed = _printed(command)
    if shown.endswith(_CUT):
        printed = "".join(printed.splitlines(keepends=True)[: shown.count("\n") - 1]) + _CUT
    return f"{begin}{command}\n{printed}```"


def _printed(command: str) -> str:
    env = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "SECONDSOURCE_CONFIG": ""}
    argv = [sys.executable, "-m", "assistant", *shlex.split(command)]
    return subprocess.run(argv, cwd=ROOT, env=env, stdout=subprocess.PIPE, check=True, text=True).stdout


if __name__ == "__main__":
    PAGE.write_text(BLOCK.sub(renewed, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
