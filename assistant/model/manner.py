"""How an endpoint wants to be asked: learnt from what it refuses, and remembered for the next command."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from index.folders import cache_folder


class Rung(StrEnum):
    """How the shape of the reply is asked for, the surest first."""

    SCHEMA = "json_schema"
    OBJECT_OF_SCHEMA = "json_object with a schema"  # as llama-cpp-python and older servers of llama.cpp know it
    OBJECT = "json_object"
    TEXT = "text"


_LOWER = {Rung.SCHEMA: Rung.OBJECT_OF_SCHEMA, Rung.OBJECT_OF_SCHEMA: Rung.OBJECT, Rung.OBJECT: Rung.TEXT}


@dataclass(frozen=True, slots=True)
class Manner:
    rung: Rung = Rung.SCHEMA
    temperature: bool = True  # whether it may be set; reasoning models refuse it
    limit: bool = True  # whether the length of the reply may be limited

    def after(self, refusal: str) -> Manner | None:
        """What to try next where the endpoint refused a request with these words; None where nothing is left."""
        words = refusal.lower()
        if self.temperature and "temperature" in words:
            return replace(self, temperature=False)
        if self.limit and "max_tokens" in words:
            return replace(self, limit=False)
        if self.rung in _LOWER:
            return replace(self, rung=_LOWER[self.rung])
        if self.temperature or self.limit:
            return replace(self, temperature=False, limit=False)
        return None


class Manners:
    """What was learnt of each endpoint and model, in a small file that may be deleted at any time."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or cache_folder() / "endpoints.json"

    def of(self, endpoint: str) -> Manner:
        found = self._all().get(endpoint)
        try:
            return Manner(Rung(found["rung"]), bool(found["temperature"]), bool(found["limit"])) if found else Manner()
        except (KeyError, ValueError, TypeError):
            return Manner()

    def learn(self, endpoint: str, manner: Manner) -> None:
        """A machine whose cache folder cannot be written to learns it anew each time."""
        known = {**self._all(), endpoint: asdict(manner)}
        made = self._path.with_suffix(f".{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(json.dumps(known, indent=1), encoding="utf-8")
            made.replace(self._path)
        except OSError:
            return

    def _all(self) -> dict[str, dict[str, str]]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}
