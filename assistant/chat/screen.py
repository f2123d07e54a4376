"""Where the chat's words go: pages, notes and errors, in order, on a terminal or as plain lines."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from assistant.show.blocks import Look, Page, Paragraph, words
from assistant.show.plain import plain_line
from assistant.show.text import to_text, wants_colour, width

_PAGERS = ("less",)
_LESS = "FRX"  # leave at once where it fits, show our colours and nothing else, leave the screen as it is


@dataclass(slots=True)
class Screen:
    """`terminal`: a person sits there. Without, there is no colour and nothing waits for a key."""

    out: TextIO
    errors: TextIO
    terminal: bool

    @classmethod
    def standard(cls) -> Screen:
        return cls(sys.stdout, sys.stderr, sys.stdin.isatty() and sys.stdout.isatty())

    def show(self, page: Page) -> None:
        self.write(self.rendered(page))

    def rendered(self, page: Page) -> str:
        return to_text(page, columns=width(), colour=wants_colour(self.terminal))

    def write(self, text: str) -> None:
        self.out.write(text)
        self.out.flush()

    @property
    def can_move(self) -> bool:
        """Whether the cursor can be sent back, so that something can be printed in place of something else."""
        return self.terminal and os.environ.get("TERM", "dumb") not in ("dumb", "unknown")

    def note(self, text: str) -> None:
        """Something about the conversation, not of the articles."""
        self.show((Paragraph(words(text, Look.FAINT)),))

    def complain(self, error: Exception | str) -> None:
        """On a terminal in its place among the answers; else on standard error."""
        text = plain_line(str(error))
        if self.terminal:
            self.show((Paragraph(words(f"! {text}", Look.WARNING)),))
        else:
            self.errors.write(f"secondsource: {text}\n")
            self.errors.flush()

    def leaf(self, page: Page, environ: Mapping[str, str] = os.environ) -> None:
        """A long page in the pager, where there is a terminal and one is installed."""
        text = self.rendered(page)
        pager = next(filter(None, map(shutil.which, _PAGERS)), None)
        if not pager or not self.can_move or self._fits(text):
            self.write(text)
            return
        # LESSSECURE: an article's text may make nobody's pager open files or run commands.
        settings = {**environ, "LESS": _LESS, "LESSSECURE": "1", "LESSCHARSET": "utf-8"}
        subprocess.run([pager], input=text.encode(), env=settings, check=False)

    def _fits(self, text: str) -> bool:
        return text.count("\n") < shutil.get_terminal_size((80, 24)).lines - 1
