"""Puts what the chat shows into docs/chat.md: a session in tmux over the examples, captured at two widths.

.venv/bin/python docs/capture_chat.py          needs tmux
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "chat.md"
BEGINS = "secondsource chat --lang {lang}"
AGAIN = "secondsource chat -c --lang {lang}"
TYPED = {
    (80, "de"): (
        "/add examples",
        "Wie viele Minenräumer bietet Laos an?",
        "und wer bestreitet das?",
        "/sources 1",
        "/chain 1",
        "Was sagt Laos dazu?",
        "/check Laos schickt Truppen nach Kursk.",
        "/contradictions",
        "/export report.html",
        "/quit",
    ),
    (120, "en"): (
        "/add examples",
        "How many engineers did Laos offer Russia?",
        "and who denies it?",
        "/sources 1",
        "/chain 1",
        "What does Russia say?",
        "/check Laos will send troops to Kursk.",
        "/contradictions",
        "/export report.html",
        "/quit",
    ),
}
_PATIENCE = 60.0
_PROMPTS = ("$", ">")


class Pane:
    """A shell in tmux, in a folder of its own with nothing but the examples."""

    def __init__(self, columns: int, folder: Path) -> None:
        self._tmux = ("tmux", "-L", f"capture-{os.getpid()}")
        (folder / "examples").symlink_to(ROOT / "examples")
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        settings = {"PATH": path, "PS1": "$ ", "SECONDSOURCE_DATA_DIR": str(folder / "data"), "SECONDSOURCE_CONFIG": ""}
        shell = " ".join(f"{name}={shlex.quote(value)}" for name, value in settings.items())
        size = ("-x", str(columns), "-y", "50")
        self._run("new-session", "-d", "-s", "chat", *size, f"cd {folder} && env -u NO_COLOR {shell} sh")
        self._run("set-option", "-g", "history-limit", "5000")
        self.wait()

    def type(self, line: str) -> None:
        self._run("send-keys", "-t", "chat", "-l", line)
        self._run("send-keys", "-t", "chat", "Enter")
        time.sleep(0.3)
        self.wait()

    def wait(self) -> None:
        """Until there is a prompt again."""
        deadline = time.monotonic() + _PATIENCE
        while not self.shown().rstrip().endswith(_PROMPTS):
            if time.monotonic() > deadline:
                raise SystemExit(f"no prompt came; shown was:\n{self.shown()}")
            time.sleep(0.1)

    def shown(self) -> str:
        return self._run("capture-pane", "-p", "-t", "chat", "-S", "-5000")

    def close(self) -> None:
        self._run("kill-server")

    def _run(self, *arguments: str) -> str:
        ended = subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, check=True)
        return ended.stdout


def captured(columns: int, lang: str, lines: tuple[str, ...]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        pane = Pane(columns, Path(folder))
        try:
            for line in (BEGINS.format(lang=lang), *lines, AGAIN.format(lang=lang)):
                pane.type(line)
            return "\n".join(line.rstrip() for line in pane.shown().rstrip().splitlines())
        finally:
            pane.close()


def main() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for (columns, lang), lines in TYPED.items():
        screen = f"<!-- screen {columns} -->\n```\n{captured(columns, lang, lines)}\n```\n<!-- end -->"
        page = re.sub(rf"<!-- screen {columns} -->.*?<!-- end -->", lambda _: screen, page, flags=re.DOTALL)  # noqa: B023
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
