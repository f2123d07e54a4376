from __future__ import annotations

import pytest

from assistant.chat.loop import _joined
from assistant.chat.words import cleaned, command_of, is_whole, split


@pytest.mark.parametrize(
    "text, whole",
    [
        ("Wer?", True),
        ("Wer\\", False),
        ("C:\\\\", True),
        ("```", False),
        ("``` Text\nmehr", False),
        ("```a\n```", True),
    ],
)
def test_a_backslash_at_the_end_and_an_open_fence_ask_for_another_line(text: str, whole: bool) -> None:
    assert is_whole(text) is whole


def test_the_marks_that_held_lines_together_are_no_part_of_the_question() -> None:
    assert cleaned("Wer\\\nkommt?") == "Wer\nkommt?"
    assert cleaned("```\nWer kommt?\nUnd wann?\n```") == "Wer kommt?\nUnd wann?"


@pytest.mark.parametrize(
    "text, command",
    [
        ("/open 2", ("open", "2")),
        ("/CHECK  Laos kommt. ", ("check", "Laos kommt.")),
        ("/quit", ("quit", "")),
        ("/", ("", "")),
        ("https://blatt.example/a.html", ("add", "https://blatt.example/a.html")),
        ("add https://blatt.example/a.html", ("add", "https://blatt.example/a.html")),
        ("Was steht auf https://blatt.example/a.html?", None),
        ("Wer kommt?", None),
        ("/home/me/text.txt sagt was?", None),
    ],
)
def test_a_line_is_a_command_where_it_begins_with_a_slash_and_is_no_path(
    text: str, command: tuple[str, str] | None
) -> None:
    assert command_of(text) == command


def test_words_are_parted_as_in_a_shell_and_an_apostrophe_is_no_error() -> None:
    assert split("'two words.txt' three\\ four") == ["two words.txt", "three four"]
    assert split("Putin's plan") == ["Putin's", "plan"]


def test_of_piped_lines_those_that_belong_together_are_one_question() -> None:
    lines = ["Wer\\\n", "kommt?\n", "\n", "```\n", "Was?\n", "```\n", "Ende\\"]
    assert list(_joined(lines)) == ["Wer\nkommt?", "Was?", "Ende"]
