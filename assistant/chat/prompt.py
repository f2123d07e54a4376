"""Where questions are typed. The only door to prompt_toolkit.

Nothing is drawn while nobody types, completions come on Tab and are listed as a shell lists them: so it works over a
slow line.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.shortcuts import CompleteStyle

from assistant.chat.words import is_whole
from index.errors import SecondsourceError

if TYPE_CHECKING:
    from assistant.chat.complete import Offer

HISTORY = "history"
_SIGN, _MORE = "> ", "  "
_PRIVATE = 0o600

Offers = Callable[[str], Sequence["Offer"]]


class Prompt:
    """Call it for the next line. Raises EOFError on Ctrl-D, KeyboardInterrupt on Ctrl-C."""

    def __init__(self, data: Path, offers: Offers, *, colour: bool) -> None:
        depth = None if colour else ColorDepth.DEPTH_1_BIT
        os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")  # asks a slow line nothing that it must wait for
        self._session: PromptSession[str] = PromptSession(
            _SIGN,
            multiline=True,
            prompt_continuation=_MORE,
            history=_history(data),
            completer=_Offering(offers),
            complete_while_typing=False,
            complete_style=CompleteStyle.READLINE_LIKE,
            key_bindings=_keys(),
            color_depth=depth,
            reserve_space_for_menu=0,
        )

    def __call__(self) -> str:
        return self._session.prompt()


class _Offering(Completer):
    def __init__(self, offers: Offers) -> None:
        self._offers = offers

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        try:
            found = self._offers(document.text_before_cursor)
        except SecondsourceError:
            return  # whatever is wrong is told when a line is entered
        for offer in found:
            yield Completion(offer.text, -offer.over, display=offer.shown or offer.text)


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if is_whole(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    @keys.add("escape", "enter")
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return keys


def _history(data: Path) -> History:
    """Across sessions, for nobody else to read; where it can't be kept, of this run."""
    file = data / HISTORY
    try:
        data.mkdir(parents=True, exist_ok=True)
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, _PRIVATE))
        file.chmod(_PRIVATE)
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(file))
