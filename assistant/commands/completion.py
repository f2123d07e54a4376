"""completion: so that the shell completes commands, flags and files."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.formats import UNFORMATTED
from assistant.commands.output import write_file

if TYPE_CHECKING:
    from assistant.settings import Settings


class Completion:
    name = "completion"
    formats = UNFORMATTED
    help = "print a script that makes bash, zsh or fish complete commands, flags and files"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "examples:\n"
            "  source <(secondsource completion bash)      in ~/.bashrc\n"
            "  source <(secondsource completion zsh)       in ~/.zshrc, after compinit\n"
            "  secondsource completion fish | source       in ~/.config/fish/config.fish"
        )
        parser.add_argument("shell", choices=("bash", "zsh", "fish"), help="for which shell")

    def run(self, args: Namespace, settings: Settings) -> int:
        """A script whatever the format."""
        from assistant.cli import build_parser
        from assistant.commands.shells import SHELLS, subcommands

        script = SHELLS[args.shell](subcommands(build_parser()))
        if args.output in (None, "-"):
            sys.stdout.write(script)
            sys.stdout.flush()
        else:
            write_file(Path(args.output), script)
        return 0
