"""What holds for every command: flags, exit codes, streams, start-up."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from assistant import cli
from assistant.settings import Settings
from index.errors import NotFound

Run = Callable[..., Any]
COMMANDS = [
    *("summarize", "ask", "chat", "check", "findings", "claims", "search", "show"),
    *("add", "list", "remove", "reindex", "doctor", "config", "schema", "completion"),
]
COMMON = ["--json", "--format", "-o", "--lang", "-q", "-v", "--collection", "--model", "--embedder", "--offline"]
HEAVY = [
    "chromadb",
    "langchain_core",
    "numpy",
    "rich",
    "yaml",
    "babel",
    "trafilatura",
    "wordfreq",
    "tiktoken",
    "prompt_toolkit",
]


class Odd:
    """A command of another package, that does what a test wants."""

    name = "odd"
    help = "do something odd"
    does: Callable[[Namespace, Settings], int] = staticmethod(lambda args, settings: 0)

    def configure(self, parser: ArgumentParser) -> None:
        parser.add_argument("--much", type=int)

    def run(self, args: Namespace, settings: Settings) -> int:
        return self.does(args, settings)


odd = Odd()


@pytest.fixture
def odd_does(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[..., int]], None]:
    entry = EntryPoint("odd", f"{__name__}:odd", cli.GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda self: odd)
    monkeypatch.setattr(cli, "entry_points", lambda group: [entry])
    return lambda does: monkeypatch.setattr(odd, "does", does, raising=False)


def raising(error: BaseException) -> Callable[..., int]:
    def does(args: Namespace, settings: Settings) -> int:
        raise error

    return does


def test_help_names_every_command(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    assert all(f"\n    {command}" in ran.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_the_common_flags(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"  secondsource {command}" in ran.out
    for flag in COMMON:
        assert flag in ran.out


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["nonsense"],
        ["ask"],
        ["ask", "  "],
        ["summarize", "--sentences", "0"],
        ["search", "x", "--since", "yesterday"],
        ["search", "x", "--language", "deutsch"],
        ["list", "--json", "--format", "md"],
        ["list", "--format", "pdf"],
        ["list", "-q", "-v"],
    ],
)
def test_wrong_usage_is_exit_code_2_and_leaves_standard_output_empty(run: Run, argv: list[str]) -> None:
    ran = run(*argv)
    assert (ran.code, ran.out) == (2, "")
    assert "usage: secondsource" in ran.err


@pytest.mark.parametrize(
    "argv",
    [
        ["search", "Laos", "-n", "1", "PATH"],
        ["search", "-n", "1", "Laos", "PATH"],
        ["ask", "Wer kommt?", "-q", "PATH"],
        ["ask", "-q", "PATH"],
        ["summarize", "PATH", "-q", "PATH"],
        ["summarize", "-q", "--", "PATH"],
        ["add", "PATH", "-q", "PATH"],
        ["show", "-q", "PATH"],
    ],
)
def test_paths_may_stand_before_between_and_after_flags(argv: list[str]) -> None:
    args = cli.build_parser().parse_args(argv)
    given = [getattr(args, name) for name in ("query", "question", "article", "paths") if hasattr(args, name)]
    flat = [text for value in given for text in ([value] if isinstance(value, str) else value)]
    assert flat == [text for text in argv[1:] if text not in ("-n", "1", "-q", "--")]


def test_a_command_that_is_mistyped_is_told_with_the_nearest(run: Run) -> None:
    ran = run("sumarize", "FILE")
    assert ran.code == 2
    assert "there is no command 'sumarize'. Did you mean `secondsource summarize`?" in ran.err


def test_who_types_nothing_more_is_told_what_to_type(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert "first steps:\n  secondsource summarize FILE FOLDER" in ran.err


def test_an_unknown_flag_is_told_with_the_usage_of_its_command(run: Run) -> None:
    ran = run("ask", "Wer?", "--nonsense")
    assert ran.code == 2
    assert "usage: secondsource ask" in ran.err
    assert "QUESTION [PATH ...]" in ran.err
    assert "unrecognized arguments: --nonsense" in ran.err


def test_a_command_of_another_package_is_found_and_gets_its_flags_and_the_settings(run: Run, odd_does: Any) -> None:
    odd_does(lambda args, settings: print(args.much, settings.lang) or 7)
    assert run("odd", "--much", "3", "--lang", "ru").out == "3 ru\n"
    assert run("odd").code == 7


def test_a_command_that_cannot_be_loaded_stops_no_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = EntryPoint("broken", "no_such_package.at_all:command", cli.GROUP)
    monkeypatch.setattr(cli, "entry_points", lambda group: [broken])
    ran = run("config")
    assert ran.code == 0
    assert "'broken' is left out" in ran.err


def test_an_error_the_user_can_mend_is_one_line_and_exit_code_1(run: Run, odd_does: Any) -> None:
    odd_does(raising(NotFound("a\x1b[2J\nb", "there is no such file", "Check the name")))
    ran = run("odd")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "secondsource: a b: there is no such file. Check the name\n"


def test_a_bug_shows_its_traceback(run: Run, odd_does: Any) -> None:
    odd_does(raising(ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        run("odd")


def test_ctrl_c_is_exit_code_130_with_a_word_about_what_is_kept(run: Run, odd_does: Any) -> None:
    odd_does(raising(KeyboardInterrupt()))
    ran = run("odd")
    assert ran.code == 130
    assert "Nothing is half-stored" in ran.err


def test_a_setting_that_makes_no_sense_is_exit_code_1(run: Run) -> None:
    ran = run("config", "--model", "gpt-9")
    assert ran.code == 1
    assert "--model: 'gpt-9'" in ran.err
    assert "openai:NAME" in ran.err


def test_start_up_loads_nothing_heavy() -> None:
    code = (
        f"import sys, assistant.cli as c; c.main(['--help']); sys.exit(str([m for m in {HEAVY} if m in sys.modules]))"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.stderr.strip() == "[]"


def test_a_reader_that_has_enough_ends_it_quietly(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "import sys, assistant.cli; sys.exit(assistant.cli.main(['schema']))"]
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_stream_that_knows_few_characters_still_gets_valid_json(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "import sys, assistant.cli; sys.exit(assistant.cli.main(sys.argv[1:]))"]
    environ = {**os.environ, "PYTHONIOENCODING": "ascii", "SECONDSOURCE_DATA_DIR": str(tmp_path / "Bücher")}
    ended = subprocess.run([*program, "config", "--json"], capture_output=True, env=environ, check=True)
    assert rb"B\u00fccher" in ended.stdout
