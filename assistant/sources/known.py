"""Bodies that have many names: those of the list that is shipped, and those that the user adds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

import yaml

from assistant.sources.lists import entries, parsed
from assistant.sourcing import SourceKind
from index.errors import SettingError
from index.folders import config_folder

FILE = "bodies.yaml"


@dataclass(frozen=True, slots=True)
class Body:
    """A body with many names. `place` and `concept`: it is this state's one body of the kind."""

    id: str
    kind: SourceKind
    side: str | None
    place: str | None
    concept: str | None
    names: tuple[str, ...]


@cache
def bodies() -> Mapping[str, Body]:
    """Every known body by its id: ours, then the user's."""
    return MappingProxyType(_bodies(entries("bodies")) | _own())


def _own() -> dict[str, Body]:
    path = config_folder() / FILE
    try:
        return _bodies(parsed(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeError) as error:
        raise SettingError(f"{path}: it cannot be read ({error}). Mend it, or remove it.") from error
    except (yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        form = "{kind: company, names: [Paletta, Paletta Logistik]}"
        why = " ".join(str(error).split())
        raise SettingError(f"{path}: no list of bodies ({why}). A line of it reads: Paletta: {form}") from error


def _bodies(content: Mapping[str, Any]) -> dict[str, Body]:
    return {name: _body(name, entry) for name, entry in content.items()}


def _body(name: str, entry: Mapping[str, Any]) -> Body:
    place, _, concept = entry.get("is", "").partition(" ")
    if concept and concept not in entries("sources/concepts"):
        raise ValueError(f"{name}: there is no kind of body {concept!r}")
    if not isinstance(entry["names"], list):
        raise TypeError(f"{name}: names are a list")
    side = entry.get("side") or place or None
    return Body(name, SourceKind(entry["kind"]), side, place or None, concept or None, tuple(entry["names"]))
