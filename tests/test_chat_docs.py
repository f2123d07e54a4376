"""docs/chat.md names whatever can be typed in the chat."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.chat.setting import FILTERS
from assistant.chat.table import ROWS

PAGE = (Path(__file__).parents[1] / "docs" / "chat.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [row.name for row in ROWS])
def test_every_command_of_the_chat_is_in_its_page(name: str) -> None:
    assert re.search(rf"^\|.*`/{name}\b", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_of_the_chat_is_in_its_page(name: str) -> None:
    assert f"`{name} " in PAGE
