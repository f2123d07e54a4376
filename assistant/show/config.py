"""The settings as a page and as JSON: value and place of each; of a secret, only that it is set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.settings import FOREIGN, READERS, SECRET, Settings
from assistant.show.blocks import Page, Paragraph, Table, Words
from assistant.show.json_output import Json, envelope
from assistant.show.say import Say


def config_page(settings: Settings, environ: Mapping[str, str], file: Path, say: Say) -> Page:
    rows = (*_settings(settings, say), *_secrets(environ, say))
    where = say("config.file" if file.is_file() else "config.no_file", path=file)
    return Table(rows), Paragraph((Words(where, whole=True),))


def config_json(settings: Settings, environ: Mapping[str, str]) -> Json:
    known = [
        {"name": name, "value": _value(settings, name), "from": settings.places.get(name, "default")}
        for name in READERS
        if name not in SECRET
    ]
    secrets = [{"name": name, "value": bool(environ.get(name)), "from": "environment"} for name in FOREIGN]
    return {**envelope("config", settings), "settings": [*known, *secrets]}


def _value(settings: Settings, name: str) -> str | bool | int | None:
    value = getattr(settings, name)
    if isinstance(value, str):
        return re.sub(r"//[^/@]*@", "//", value)  # a password in an address
    return str(value) if isinstance(value, Path) else value


def _settings(settings: Settings, say: Say) -> Iterator[tuple[str, str | Words, str]]:
    for name in READERS:
        if name in SECRET:
            continue
        value = _value(settings, name)
        place = settings.places.get(name)
        builtin = say("config.locale" if name == "lang" else "config.default")
        yield (
            name,
            say("config.none") if value is None else Words(str(value), whole=True),
            say("config.from", place=place) if place else builtin,
        )


def _secrets(environ: Mapping[str, str], say: Say) -> Iterator[tuple[str, str, str]]:
    for name in FOREIGN:
        given = bool(environ.get(name))
        yield name, say("config.secret" if given else "config.none"), say("config.from", place=name) if given else ""
