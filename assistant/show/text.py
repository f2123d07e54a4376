"""A page for the terminal, or as plain lines where there is none. The only door to Rich, with progress.py."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from assistant.show.blocks import Block, Extract, Heading, Item, Look, Page, Paragraph, Run, Table, Tree, Words
from assistant.show.plain import plain, plain_line
from assistant.show.whole import Whole

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text
    from rich.tree import Tree as Drawing

NARROWEST, WIDEST = 60, 200
_STYLES = {
    Look.NORMAL: "",
    Look.STRONG: "bold",
    Look.FAINT: "dim",
    Look.WARNING: "yellow",
    Look.MARKED: "bold underline",
}
_INDENT = 4


def width() -> int:
    """Of the terminal (or COLUMNS), within what can be read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((80, 24)).columns))


def to_text(page: Page, *, columns: int, colour: bool) -> str:
    """The page in lines of at most `columns`, longer paths apart; no control sequence is in it without `colour`."""
    from rich.console import Console

    console = Console(
        file=StringIO(),
        width=columns,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    whole = Whole(columns)
    before: Block | None = None
    with console.capture() as captured:
        for block in page:
            if before is not None and _apart(before, block):
                console.print()
            _print(console, block, whole)
            before = block
    return whole.put_back("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def wants_colour(is_terminal: bool) -> bool:
    """NO_COLOR (any value that is not empty) and a dumb terminal are heeded."""
    return is_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _apart(before: Block, block: Block) -> bool:
    """Whether an empty line goes between: not within a numbered entry or a plain list, nor under a heading."""
    if isinstance(block, Item | Extract | Tree) and block.depth:
        return False
    if isinstance(block, Item) and not _numbered(block):
        return not isinstance(before, Item | Heading) or (isinstance(before, Item) and _numbered(before))
    return not (isinstance(before, Heading) and isinstance(block, Paragraph | Table))


def _numbered(item: Item) -> bool:
    return item.label.endswith(".")


def _print(console: Console, block: Block, whole: Whole) -> None:
    for renderable, indent in _renderables(block, whole):
        from rich.padding import Padding

        console.print(Padding(renderable, (0, 0, 0, indent)))


def _renderables(block: Block, whole: Whole) -> Iterator[tuple[RenderableType, int]]:
    match block:
        case Heading(run):
            yield _text(run, whole, "bold"), 0
        case Paragraph(run):
            yield _text(run, whole), 0
        case Item(run, label, depth):
            yield _hanging(run, label, whole), depth * _INDENT
        case Extract(run, depth):
            yield _text(run, whole), depth * _INDENT
        case Table(rows):
            yield _grid(rows, whole), 0
        case Tree(depth=depth):
            yield _drawing(block, whole), depth * _INDENT


def _drawing(tree: Tree, whole: Whole) -> Drawing:
    from rich.tree import Tree as Drawing

    drawn = Drawing(_text(tree.run, whole))
    for child in tree.children:
        drawn.children.append(_drawing(child, whole))
    return drawn


def _text(run: Run, whole: Whole, style: str = "") -> Text:
    from rich.text import Text

    text = Text(style=style, overflow="fold")
    for words in run:
        shown = whole.stand_in(plain_line(words.text)) if words.whole else whole.stand_ins(plain(words.text))
        text.append(f">>{shown}<<" if words.look is Look.MARKED else shown, style=_STYLES[words.look] or None)
    return text


def _hanging(run: Run, label: str, whole: Whole) -> RenderableType:
    from rich.table import Table as Grid

    if not label:
        return _text(run, whole)
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(min_width=3, justify="right", no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(plain_line(label), _text(run, whole))
    return grid


def _grid(rows: tuple[tuple[str | Words, ...], ...], whole: Whole) -> RenderableType:
    from rich.table import Table as Grid
    from rich.text import Text

    grid = Grid.grid(padding=(0, 2, 0, 0))
    columns = len(rows[0]) if rows else 0
    for number in range(columns):
        last = number == columns - 1
        holds_paths = any(isinstance(row[number], Words) for row in rows)
        grid.add_column(overflow="fold", ratio=1 if last else None, no_wrap=number == 0 or (holds_paths and not last))
    for row in rows:
        shown = (plain_line(c) if isinstance(c, str) else whole.stand_in(plain_line(c.text), whole.cell) for c in row)
        grid.add_row(*map(Text, shown))
    return grid
