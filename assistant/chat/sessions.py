"""Every exchange, kept: a file of JSON Lines for each session, appended to at once and flushed to the disk.

A kill leaves whole lines, and perhaps a torn last one, which nobody reads. Items (articles, claims) stand before the
first exchange that refers to them, so that what was quoted is there also when the article has been removed.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from assistant.chat.codec import ReadingBack, Writing
from assistant.chat.exchange import Exchange
from index.errors import NotFound

FOLDER = "sessions"
_PRIVATE = 0o600
_NEVER_KEPT = ("OPENAI_API_KEY", "CHROMA_API_KEY", "LANGSMITH_API_KEY")
_HIDDEN = "•••"
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Overview:
    """What a list shows of a session. `first` is its first question; `found` the questions that a search met."""

    id: str
    name: str | None
    last: str
    exchanges: int
    first: str
    found: tuple[str, ...] = ()


class Session:
    """One conversation and its file, which is made with the first exchange."""

    def __init__(self, file: Path) -> None:
        self.id = file.stem
        self.name: str | None = None
        self.paths: tuple[str, ...] = ()  # of the articles in memory that it is about; none: the saved collection
        self.exchanges: list[Exchange] = []
        self.unreadable = 0  # exchanges of another version, or broken
        self._file = file
        self._writing = Writing()
        if file.exists():
            self._read()

    def keep(self, exchange: Exchange) -> None:
        """Raises OSError where it cannot be written; it is part of the session all the same."""
        self.exchanges.append(exchange)
        plain = self._writing.plain(exchange)
        about = [{"paths": self.paths}] if self.paths and len(self.exchanges) == 1 else []
        self._append([*about, *self._writing.fresh(), {"text": exchange.text, "exchange": plain}])

    def call(self, name: str) -> None:
        """Gives it a name to be found by. Raises OSError."""
        self._append([{"name": name}])
        self.name = name

    def next_id(self) -> str:
        return f"{self.id}-{len(self.exchanges) + self.unreadable + 1}"

    def _append(self, lines: Sequence[Line]) -> None:
        text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
        for secret in filter(None, (os.environ.get(name) for name in _NEVER_KEPT)):
            text = text.replace(secret, _HIDDEN)
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(self._file, os.O_RDWR | os.O_APPEND | os.O_CREAT, _PRIVATE)
        try:
            if os.fstat(descriptor).st_size:
                os.lseek(descriptor, -1, os.SEEK_END)
                text = text if os.read(descriptor, 1) == b"\n" else f"\n{text}"  # after a torn line
            left = memoryview(text.encode("utf-8", "surrogatepass"))
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _read(self) -> None:
        back = ReadingBack()
        for line in _lines(self._file):
            try:
                self._take(line, back)
            except (ValueError, KeyError, TypeError, AttributeError, StopIteration):
                self.unreadable += "exchange" in line

    def _take(self, line: Line, back: ReadingBack) -> None:
        if "exchange" in line:
            self.exchanges.append(back.noun(Exchange, line["exchange"]))
        elif "item" in line:
            self._writing.knows(back.take(line))
        elif "name" in line:
            self.name = str(line["name"])
        elif "paths" in line:
            self.paths = tuple(map(str, line["paths"]))


class Sessions:
    """All that are kept in a data directory."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER

    def new(self) -> Session:
        """Nothing is written yet. Ids sort by time."""
        now = datetime.now().astimezone()
        return Session(self._folder / f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}.jsonl")

    def last(self) -> Session | None:
        """The one that was added to last."""
        files = sorted(self._files(), key=lambda f: f.stat().st_mtime)
        return Session(files[-1]) if files else None

    def named(self, wanted: str) -> Session:
        """By its id, the beginning of one, or its name. Raises NotFound."""
        fitting = [f for f in self._files() if f.stem.startswith(wanted)] if wanted else []
        fitting = [f for f in fitting if f.stem == wanted] or fitting
        if len(fitting) != 1:
            called = [o.id for o in self.overviews() if o.name and o.name.casefold() == wanted.casefold()]
            fitting = [f for f in self._files() if f.stem in called[:1]]
        if not fitting:
            raise NotFound(wanted, "there is no such session", "`/sessions` in the chat lists them")
        return Session(fitting[0])

    def overviews(self, words: Sequence[str] = ()) -> list[Overview]:
        """The newest first; those only in which one exchange has all of these words."""
        wanted = [word.casefold() for word in words]
        found = [_overview(file, wanted) for file in self._files()]
        kept = [o for o in found if o.exchanges and (o.found or not wanted)]
        return sorted(kept, key=lambda o: o.last, reverse=True)

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("*.jsonl"))


def _overview(file: Path, wanted: Sequence[str]) -> Overview:
    name, last, asked, found = None, "", list[str](), list[str]()
    for line in _lines(file):
        name = line.get("name", name)
        if isinstance(exchange := line.get("exchange"), dict):
            asked.append(str(exchange.get("question") or exchange.get("kind")))
            last = str(exchange.get("when", last))
            text = str(line.get("text", "")).casefold()
            if wanted and all(word in text for word in wanted):
                found.append(asked[-1])
    return Overview(file.stem, name, last, len(asked), asked[0] if asked else "", tuple(found))


def _lines(file: Path) -> Iterator[Line]:
    with file.open("rb") as opened:
        for text in opened:
            try:
                line = json.loads(text)
            except ValueError:  # also half a character
                continue
            if isinstance(line, dict):
                yield line
