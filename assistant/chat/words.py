"""How a typed line is read: what is still being typed, what is a command, and what are its words."""

from __future__ import annotations

import re
import shlex

_FENCE = "```"
_PATHLIKE = re.compile(r"/\S*/")
_ADDRESS = re.compile(r"(?:add\s+)?(https?://\S+)", re.IGNORECASE)


def is_whole(text: str) -> bool:
    """Whether Enter ends it: no backslash at its end, no ``` that is still open."""
    return not _ends_open(text) and text.count(_FENCE) % 2 == 0


def _ends_open(text: str) -> bool:
    backslashes = len(text) - len(text.rstrip("\\"))
    return backslashes % 2 == 1


def cleaned(text: str) -> str:
    """Without the marks that only held it together."""
    return text.replace("\\\n", "\n").replace(_FENCE, "").strip()


def command_of(text: str) -> tuple[str, str] | None:
    """ "/open 2" -> ("open", "2"); None where it is a question, also one that begins with a path.

    An address alone, or "add" and an address, is no question: it is to be added.
    """
    if address := _ADDRESS.fullmatch(text.strip()):
        return "add", address[1]
    if not text.startswith("/") or _PATHLIKE.match(text):
        return None
    name, *rest = text[1:].split(None, 1) or [""]
    return name.lower(), rest[0].strip() if rest else ""


def split(text: str) -> list[str]:
    """Words as a shell would part them: a path with spaces stands in quotation marks. Never fails."""
    try:
        return shlex.split(text)
    except ValueError:  # a mark that is not closed, an apostrophe
        return text.split()
