"""The shell completes what the parser knows."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
_BASH = """
source "$0"
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _secondsource; echo "${COMPREPLY[*]}"
"""


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@pytest.fixture
def script(run: Run, tmp_path: Path) -> Callable[[str], Path]:
    def written(shell: str) -> Path:
        file = tmp_path / f"completion.{shell}"
        assert run("completion", shell, "-o", file).code == 0
        return file

    return written


@needs("bash")
@pytest.mark.parametrize(
    "typed, offered",
    [
        (["ch"], "chat check"),
        (["ask", "--form"], "--format"),
        (["ask", "--format", ""], "text md html json claimreview"),
        (["completion", "z"], "zsh"),
        (["--ver"], "--version"),
        (["chat", "--sess"], "--session"),
        (["ask", "exam"], ""),
    ],
)
def test_bash_offers_commands_flags_and_values(script: Callable[[str], Path], typed: list[str], offered: str) -> None:
    command = ["bash", "-c", _BASH, str(script("bash")), "secondsource", *typed]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout.split()[: len(offered.split())] == offered.split()
    assert bool(ended.stdout.strip()) is bool(offered)


@needs("fish")
def test_fish_offers_commands_with_what_they_do(script: Callable[[str], Path]) -> None:
    asked = f"source {script('fish')}; complete -C 'secondsource ch'; complete -C 'secondsource ask --lang '"
    ended = subprocess.run(["fish", "--no-config", "-c", asked], capture_output=True, text=True, check=True)
    names = [line.split("\t")[0] for line in ended.stdout.splitlines()]
    assert names == ["chat", "check", "de", "en", "ru"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_its_shell_can_read(script: Callable[[str], Path], shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    ended = subprocess.run([shell, "-n", str(script(shell))], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_an_unknown_shell_is_wrong_usage(run: Run) -> None:
    assert run("completion", "tcsh").code == 2
