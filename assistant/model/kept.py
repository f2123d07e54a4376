"""Replies kept on disk: a command that is repeated, or was interrupted, pays for nothing twice."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from threading import Lock
from typing import Protocol

from pydantic import BaseModel

from assistant.model.asking import Prompt
from index.folders import cache_folder

_MOST = 100_000_000  # characters that are kept; the least used go first
_PRUNED_EVERY = 200  # replies


class Shelf(Protocol):
    """Where replies are kept, by what was asked of whom."""

    def find(self, key: str) -> str | None: ...

    def keep(self, key: str, reply: str) -> None: ...


class NoShelf:
    """Keeps nothing."""

    def find(self, key: str) -> str | None:
        return None

    def keep(self, key: str, reply: str) -> None:
        pass


class DiskShelf:
    """One SQLite file that only its owner may read: prompts are not in it, but replies quote articles.

    What goes wrong with it (a full disk, another program's lock) only costs the keeping.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path or cache_folder() / "replies.sqlite"
        self._lock = Lock()
        self._kept = 0

    def find(self, key: str) -> str | None:
        try:
            with self._lock, closing(self._open()) as file, file:
                row = file.execute("SELECT reply FROM replies WHERE key = ?", (key,)).fetchone()
                if row:
                    file.execute("UPDATE replies SET used = ? WHERE key = ?", (time.time(), key))
                return str(row[0]) if row else None
        except (sqlite3.Error, OSError):
            return None

    def keep(self, key: str, reply: str) -> None:
        try:
            with self._lock, closing(self._open()) as file, file:
                file.execute("INSERT OR REPLACE INTO replies VALUES (?, ?, ?)", (key, reply, time.time()))
                self._kept += 1
                if self._kept % _PRUNED_EVERY == 1:
                    _prune(file)
        except (sqlite3.Error, OSError):
            return

    def _open(self) -> sqlite3.Connection:
        if not self._path.exists():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
        file = sqlite3.connect(self._path, timeout=5)
        file.execute("CREATE TABLE IF NOT EXISTS replies (key TEXT PRIMARY KEY, reply TEXT, used REAL)")
        return file


def _prune(file: sqlite3.Connection) -> None:
    size = file.execute("SELECT coalesce(sum(length(reply)), 0) FROM replies").fetchone()[0]
    while size > _MOST:
        file.execute("DELETE FROM replies WHERE key IN (SELECT key FROM replies ORDER BY used LIMIT 100)")
        size = file.execute("SELECT coalesce(sum(length(reply)), 0) FROM replies").fetchone()[0]


def key_of(endpoint: str, prompt: Prompt, reply: type[BaseModel]) -> str:
    """The same for the same question to the same model, whatever process asks."""
    asked = [endpoint, prompt.digest, prompt.system, prompt.user, reply.model_json_schema()]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
