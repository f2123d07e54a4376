"""A page as Markdown that can be pasted anywhere: nothing in an article's words is read as Markdown or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.show.blocks import Block, Extract, Heading, Item, Look, Page, Paragraph, Run, Table, Tree, Words
from assistant.show.plain import plain, plain_line

# "!" would begin an image only before "[", which is escaped.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$&@])")
# At the start of a line these would begin a list, a quotation, a heading underline, a numbered entry or a code block.
_LINE_START = re.compile(r"^[ \t]*(?:([-+=:])|(\d{1,9})(?=[.)]))?", re.MULTILINE)
_BARE_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|www)(?=[:.])")
_AROUND = {Look.STRONG: "**", Look.MARKED: "**", Look.FAINT: "", Look.NORMAL: "", Look.WARNING: "*"}


def to_markdown(page: Page) -> str:
    lines: list[str] = []
    before: Block | None = None
    for block in page:
        if before is not None and not (_in_list(block) and _in_list(before)):
            lines.append("")
        lines.append(_block(block))
        before = block
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """The words as they are, for a Markdown reader: no markup, no HTML, no link that makes itself."""
    return _BARE_LINK.sub(r"\1\\", _SPECIAL.sub(r"\\\1", plain(text)))


def _guard(match: re.Match[str]) -> str:
    mark, number = match.groups()
    return f"\\{mark}" if mark else f"{number}\\" if number else ""


def _in_list(block: Block) -> bool:
    return isinstance(block, Item | Tree) or (isinstance(block, Extract) and block.depth > 0)


def _block(block: Block) -> str:
    match block:
        case Heading(run, level):
            return f"{'#' * level} {_one_line(run)}"
        case Paragraph(run):
            return _run(run)
        case Item(run, label, depth):
            return _item(_one_line(run), label, depth)
        case Extract(run, depth):
            return "\n".join(f"{'    ' * depth}> {line}".rstrip() for line in _run(run).split("\n"))
        case Table(rows):
            return _table(rows)
        case Tree():
            return "\n".join(_tree(block, block.depth))


def _tree(tree: Tree, depth: int) -> Iterator[str]:
    yield _item(_one_line(tree.run), "-", depth)
    for child in tree.children:
        yield from _tree(child, depth + 1)


def _item(text: str, label: str, depth: int) -> str:
    if re.fullmatch(r"\d+\.", label):
        return f"{label} {text}"
    marker = f"{'    ' * depth}-"
    return f"{marker} {text}" if label in ("", "-") else f"{marker} {escape(label)} {text}"


def _table(rows: tuple[tuple[str | Words, ...], ...]) -> str:
    lines = [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]
    empty = f"|{'  |' * len(rows[0])}" if rows else ""
    rule = f"|{'---|' * len(rows[0])}" if rows else ""
    return "\n".join([empty, rule, *lines])


def _cell(cell: str | Words) -> str:
    return escape(plain_line(cell if isinstance(cell, str) else cell.text))


def _one_line(run: Run) -> str:
    return " ".join(_run(run).split())


def _run(run: Run) -> str:
    return _LINE_START.sub(_guard, "".join(_words(words) for words in run))


def _words(words: Words) -> str:
    shown = escape(words.text)
    if words.link and re.fullmatch(r"https?://[^\s<>()\[\]\"'\\`]+", words.link):
        shown = f"[{shown}]({plain_line(words.link)})"
    around = _AROUND[words.look]
    core = shown.strip()
    return shown.replace(core, f"{around}{core}{around}") if around and core else shown
