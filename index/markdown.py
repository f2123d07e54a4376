"""Markdown to plain text: the marks go, the words stay, a paragraph becomes one line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from index.documents import CutReason, Removed

# Characters. In longer ones nobody has written marks, and looking for them would take long.
_LONGEST, _LONGEST_LINE = 2_000_000, 20_000
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,1000})\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])")
_LINK = re.compile(r"(?<!\\)\[([^\[\]\n]{0,1000})\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\[\]\n]{0,200}\])")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]{1,200}\]:[ \t]+\S[^\n]*")
_ADDRESS = re.compile(r"<(https?://[^<>\s]{1,2000}|[\w.+-]{1,60}@[\w.-]{1,100})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_STARS = re.compile(r"(?<!\\)(\*{1,3})(?=[^\s*])([^*\n]{1,2000})(?<!\s)\1")
_UNDERSCORES = re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]{1,2000})(?<!\s)\1(?!\w)")
_CODE = re.compile(r"(`{1,2})([^`\n]{1,1000})\1")
_STRUCK = re.compile(r"~~([^~\n]{1,1000})~~")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(?:```|~~~)[^`]*")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_TABLE_RULE = re.compile(r"[ \t]*\|?[ \t:|-]*-{2,}[ \t:|-]*")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text without marks, its first top heading, and what was dropped (images, comments)."""

    text: str
    title: str | None
    removed: tuple[Removed, ...] = field(repr=False)


def plain_text(markdown: str) -> Plain:
    """Headings, emphasis, links, quotations and code as their words; list marks stay, as they do in plain text."""
    if len(markdown) > _LONGEST:
        return Plain(markdown, None, ())
    shown, comments = _without_comments(markdown)
    builder = _Builder()
    for line in shown.split("\n"):
        builder.add(line)
    return Plain(builder.text(), builder.title, (*builder.images, *comments))


def _without_comments(markdown: str) -> tuple[str, list[Removed]]:
    kept: list[str] = []
    comments: list[Removed] = []
    at = 0
    while (start := markdown.find("<!--", at)) >= 0 and (end := markdown.find("-->", start)) >= 0:
        kept.append(markdown[at:start])
        comments.append(Removed(" ".join(markdown[start + 4 : end].split()), CutReason.INVISIBLE))
        at = end + 3
    return "".join((*kept, markdown[at:])), [comment for comment in comments if comment.text]


class _Builder:
    """Lines in, plain lines out: wrapped lines of a paragraph are joined."""

    def __init__(self) -> None:
        self.title: str | None = None
        self.images: list[Removed] = []
        self._lines: list[list[str]] = []  # each line as the pieces that it was wrapped into
        self._open = False  # whether the last line is a paragraph that the next line may go on with
        self._code = False

    def text(self) -> str:
        return "\n".join(" ".join(pieces) for pieces in self._lines)

    def add(self, line: str) -> None:
        if len(line) > _LONGEST_LINE:
            self._put(line)
        elif _FENCE.fullmatch(line):
            self._code, self._open = not self._code, False
        elif self._code:
            self._put(line)
        elif self._open and _UNDERLINE.fullmatch(line):
            self._end_heading(top="=" in line)
        elif not line.strip() or _RULE.fullmatch(line) or _TABLE_RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
            self._put("")
        elif heading := _HEADING.fullmatch(line):
            self._put(_words(heading[2]))
            self._end_heading(top=heading[1] == "#")
        else:
            self._add_text(self._without_images(line))

    def _without_images(self, line: str) -> str:
        self.images += [Removed(alt, CutReason.FURNITURE) for alt in _IMAGE.findall(line) if alt.strip()]
        return _IMAGE.sub("", line)

    def _add_text(self, line: str) -> None:
        bare = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line
        text = _words(_cells(bare))
        row = bare.lstrip().startswith("|")
        if self._open and not row and not _ITEM.match(bare):
            self._lines[-1].append(text)
        else:
            self._put(text)
        self._open = bool(text) and not row and not bare.endswith(("  ", "\\"))

    def _put(self, text: str) -> None:
        self._lines.append([text])
        self._open = False

    def _end_heading(self, *, top: bool) -> None:
        if top and self.title is None:
            self.title = " ".join(self._lines[-1]).strip() or None
        self._open = False


def _cells(line: str) -> str:
    """A table's row as its cells, parted by " | "."""
    if not line.lstrip().startswith("|"):
        return line
    return " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))


def _words(text: str) -> str:
    text = _CODE.sub(r"\2", _LINK.sub(r"\1", text))
    text = _TAG.sub("", _ADDRESS.sub(r"\1", text))
    for _ in range(2):  # bold within italics
        text = _UNDERSCORES.sub(r"\2", _STARS.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", _STRUCK.sub(r"\1", text)).rstrip("\\").strip()
