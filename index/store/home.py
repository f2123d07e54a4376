"""Where a collection lives: a folder on this machine, a Chroma server, or this process's memory."""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from index.errors import NoCollection, SettingError
from index.store.blobs import Blobs, ChromaBlobs, LocalBlobs
from index.store.chroma import Client
from index.store.turnstile import FileTurnstile, MemoryTurnstile, Turnstile


@dataclass(frozen=True, slots=True)
class Home:
    """What the store needs to know of a place.

    `tables` begins the names of the Chroma tables. `writer` tells this machine's changes from others'. `shared`:
    other machines may write there too, so that their changes are looked for at every read.
    """

    described: str
    tables: str
    writer: str
    shared: bool
    connect: Callable[[], Client]
    blobs: Callable[[Client], Blobs]
    turnstile: Turnstile
    postings: Path | None


def in_folder(data: Path, name: str, *, create: bool) -> Home:
    """The saved collection `name` under the data directory. Raises NoCollection where there is none yet."""
    folder = data / "collections" / checked_name(name)
    if not create and not (folder / "chroma").is_dir():
        raise NoCollection(
            f'There is no saved collection "{name}" yet. Make one with `secondsource add FILE_OR_FOLDER`, '
            "or name files on the command line to work on just those."
        )
    return Home(
        described=str(folder),
        tables="secondsource",
        writer="local",
        shared=False,
        connect=lambda: Client.folder(folder / "chroma"),
        blobs=lambda _: LocalBlobs(folder / "blobs.sqlite"),
        turnstile=FileTurnstile(folder),
        postings=folder / "words.sqlite",
    )


def on_server(url: str, data: Path, name: str) -> Home:
    """The collection `name` on a Chroma server; its word search is kept on this machine, under the data directory."""
    state = data / "servers" / sha256(f"{url} {checked_name(name)}".encode()).hexdigest()[:16]
    return Home(
        described=f"{name} at {url}",
        tables=f"secondsource.{name}",
        writer=_writer(state),
        shared=True,
        connect=lambda: Client.server(url, os.environ.get("CHROMA_API_KEY")),
        blobs=lambda client: ChromaBlobs(client.table(f"secondsource.{name}.blobs")),
        turnstile=FileTurnstile(state),
        postings=state / "words.sqlite",
    )


def in_memory() -> Home:
    """Gone with the process. All memory clients of a process share one Chroma, so each home has names of its own."""
    kept = LocalBlobs(None)
    return Home(
        described="memory",
        tables=f"memory.{uuid.uuid4().hex}",
        writer="local",
        shared=False,
        connect=Client.memory,
        blobs=lambda _: kept,
        turnstile=MemoryTurnstile(),
        postings=None,
    )


def checked_name(name: str) -> str:
    """Raises SettingError: a collection's name becomes part of a path and of a table's name."""
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}", name):
        raise SettingError(f'"{name}" cannot name a collection. Use letters, digits, "-" and "_".')
    return name


def _writer(state: Path) -> str:
    """This machine's own id for a server's collection, made at first use."""
    file = state / "writer"
    if not file.exists():
        state.mkdir(parents=True, exist_ok=True)
        fresh = state / f"writer.{os.getpid()}"
        fresh.write_text(uuid.uuid4().hex, encoding="ascii")
        fresh.replace(file)  # whole at once: another process never reads half an id
    return file.read_text(encoding="ascii")
