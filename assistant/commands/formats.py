"""Which formats a command writes, and which one is wanted: its flag, else the ending of -o, else the settings."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from assistant.commands.command import Command
from assistant.settings import ENDINGS, FORMATS, Settings
from index.errors import SettingError

PAGES = ("text", "md", "json")
REPORTS = FORMATS  # of the commands that weigh statements
UNFORMATTED = ()  # a conversation, a script, a schema: the same whatever the format

_MEANS: Mapping[str, str] = MappingProxyType(
    {
        "text": "for reading (the default)",
        "md": "Markdown",
        "html": "one file for any browser, and for paper",
        "json": "for programs",
        "claimreview": "JSON-LD for fact-check search engines",
    }
)


def formats_of(command: Command) -> tuple[str, ...]:
    """A command of another package need not say: it has pages then."""
    given: tuple[str, ...] = getattr(command, "formats", PAGES)
    return given


def explained(formats: tuple[str, ...]) -> str:
    return "; ".join(f"{name}: {_MEANS[name]}" for name in formats)


def with_format(args: Namespace, settings: Settings, command: Command) -> Settings:
    """Raises SettingError for a format that the command does not write, and for a FILE that cannot be one."""
    known = formats_of(command)
    file = None if args.output in (None, "-") else Path(args.output)
    if file:
        _check_place(file)
    if not known:
        return settings
    ending = _ending(file, settings) if file and args.format is None else None
    place = f"-o {file}" if ending else settings.place("format")
    wanted = ending or settings.format
    if wanted not in known:
        raise SettingError(
            f"{place}: {command.name} does not write {wanted}. It writes: {', '.join(known)}. Choose one with --format."
        )
    return replace(settings, format=wanted)


def _ending(file: Path, settings: Settings) -> str | None:
    """None where the settings decide. Raises SettingError where neither they nor the ending say anything."""
    ending = file.suffix.lower()
    if ending and ending not in ENDINGS and "format" not in settings.places:
        raise SettingError(
            f"-o {file}: {ending} names no format. Known endings: {', '.join(ENDINGS)}. For another one add --format."
        )
    return ENDINGS.get(ending)


def _check_place(file: Path) -> None:
    """Told before the work, not after it."""
    if file.is_dir():
        raise SettingError(f"-o {file}: this is a directory. Name a file in it.")
    if not file.absolute().parent.is_dir():
        raise SettingError(f"-o {file}: there is no directory {file.parent}. Make it, or choose another place.")
    if not file.exists() and not os.access(file.absolute().parent, os.W_OK):
        raise SettingError(f"-o {file}: you may not write into {file.absolute().parent}. Choose another place.")
