"""config and schema: what holds, and what shape the output has."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.commands.formats import UNFORMATTED
from assistant.commands.output import emit, write_file

if TYPE_CHECKING:
    from assistant.settings import Settings


class Config:
    name = "config"
    help = "print the settings that hold, and where each comes from"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = (
            "A setting is taken from its flag, else from the environment, else from config.toml:\n"
            '  collection = "laos"\n'
            '  lang = "de"\n\n'
            "examples:\n"
            "  secondsource config\n"
            "  SECONDSOURCE_LANG=de secondsource config --json"
        )

    def run(self, args: Namespace, settings: Settings) -> int:
        from assistant.settings import config_file
        from assistant.show.config import config_json, config_page

        file = config_file(os.environ)
        emit(
            args,
            settings,
            lambda say: config_page(settings, os.environ, file, say),
            lambda: config_json(settings, os.environ),
        )
        return 0


class Schema:
    name = "schema"
    formats = UNFORMATTED
    help = "print the JSON Schema of everything that --json prints"

    def configure(self, parser: ArgumentParser) -> None:
        parser.epilog = "examples:\n  secondsource schema -o secondsource.schema.json"

    def run(self, args: Namespace, settings: Settings) -> int:
        """The schema is JSON whatever the format."""
        from assistant.show.json_output import schema_text

        if args.output in (None, "-"):
            sys.stdout.write(schema_text())
            sys.stdout.flush()
        else:
            write_file(Path(args.output), schema_text())
        return 0
