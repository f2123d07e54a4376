"""Docs are tested: what a user can type or set is explained somewhere."""

from __future__ import annotations

import json
import re
import shlex
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.cli import build_parser, main
from assistant.settings import FOREIGN, INTERFACE_LANGUAGES, READERS, variable
from assistant.show.say import texts
from assistant.sourcing import Flag, Standing

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_SHAPES = ("article", "citation", "link", "claim", "silence", "finding", "origin", "hit")
DOCS = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)


def commands() -> dict[str, ArgumentParser]:
    (subparsers,) = [a for a in build_parser()._actions if isinstance(a, _SubParsersAction)]
    return dict(subparsers.choices)


def flags() -> Iterator[str]:
    for parser in commands().values():
        for action in parser._actions:
            yield from (flag for flag in action.option_strings if flag not in ("-h", "--help"))


@pytest.mark.parametrize("command", sorted(commands()))
def test_every_command_is_in_the_docs(command: str) -> None:
    assert f"secondsource {command}" in DOCS


@pytest.mark.parametrize("flag", sorted(set(flags())))
def test_every_flag_is_in_the_docs(flag: str) -> None:
    assert re.search(rf"(?<![\w-]){flag}(?![\w-])", DOCS)


@pytest.mark.parametrize("setting", [*READERS, *map(variable, READERS), *FOREIGN, "SECONDSOURCE_CONFIG", "NO_COLOR"])
def test_every_setting_is_in_the_docs(setting: str) -> None:
    assert f"`{setting}`" in DOCS


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("name", [*(f"standing.{s}" for s in Standing), *(f"flag.{f}" for f in Flag)])
def test_every_standing_and_flag_is_explained_under_the_words_that_are_shown_for_it(name: str, language: str) -> None:
    page = (ROOT / "docs" / "flags.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{name.split('.')[1]}` |")]
    assert str(texts(language)[name]) in row.split("|")[2]


def test_every_key_of_the_json_output_is_in_its_page() -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    schema = json.loads((ROOT / "assistant" / "show" / "schema.json").read_text(encoding="utf-8"))
    keys = {
        *schema["properties"],
        *(key for name in _SHAPES for key in schema["$defs"][name]["properties"]),
    }
    assert {key for key in keys if not re.search(rf'[`"]{key}[`"]', page)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def transcripts() -> list[tuple[str, str]]:
    """The commands of README's transcripts, each with what it is said to print ("…" ends one that is cut short)."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"```\n\$ secondsource (.+)\n((?:.*\n)+?)```", readme)


@pytest.mark.parametrize(("command", "shown"), transcripts(), ids=[c.split()[0] for c, _ in transcripts()])
def test_what_readme_shows_is_what_is_printed(
    command: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    assert main(shlex.split(command)) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(shown.removesuffix("…\n")) if shown.endswith("…\n") else printed == shown
