"""The lexical half: an SQLite FTS5 file of stemmed words. Derived and disposable; Chroma is the record.

An ordinary FTS5 table: a contentless one cannot delete before SQLite 3.43.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index.documents import Filters
from index.store.sqlite import connect, transaction

_VERSION = 1
_SCHEMA = """
CREATE TABLE passages (row INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT, publisher TEXT, day TEXT, language TEXT);
CREATE INDEX passages_article ON passages (article);
CREATE INDEX passages_language ON passages (language);
CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE seen (writer TEXT PRIMARY KEY, counter INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Posting:
    """A passage as the word search knows it. `terms` are its stems, in order."""

    passage: str
    article: str
    terms: Sequence[str]
    publisher: str | None
    day: str | None
    language: str


class Postings:
    """Word search by BM25 (k1 = 1.2, b = 0.75: FTS5's), and how far it has followed each writer."""

    def __init__(self, path: Path | None) -> None:
        """In memory where `path` is None. A file of another version, or a broken one, is begun anew."""
        self._path = path
        self._db = self._open()

    def _open(self) -> sqlite3.Connection:
        if self._path is None:
            return _made(connect(None))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _made(connect(self._path))
        except sqlite3.OperationalError:
            raise  # locked, or no room or no right to write: nothing that a new file would mend
        except sqlite3.DatabaseError:
            for left in self._path.parent.glob(f"{self._path.name}*"):
                left.unlink()
            return _made(connect(self._path))

    @contextmanager
    def changing(self) -> Iterator[None]:
        """All or nothing. What is lost with the machine is followed up from Chroma."""
        with transaction(self._db):
            yield

    def put(self, postings: Iterable[Posting]) -> None:
        """Inside `changing`. A passage that is there already stays as it is: its id is made from its content."""
        for p in postings:
            made = self._db.execute(
                "INSERT OR IGNORE INTO passages (id, article, publisher, day, language) VALUES (?, ?, ?, ?, ?)",
                (p.passage, p.article, p.publisher and p.publisher.casefold(), p.day, p.language),
            )
            if made.rowcount:
                row = (made.lastrowid, " ".join(p.terms))
                self._db.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", row)

    def drop(self, article: str) -> None:
        """Inside `changing`."""
        rows = self._db.execute("SELECT row FROM passages WHERE article = ?", (article,)).fetchall()
        self._db.executemany("DELETE FROM words WHERE rowid = ?", rows)
        self._db.execute("DELETE FROM passages WHERE article = ?", (article,))

    def clear(self) -> None:
        """Inside `changing`."""
        for table in ("words", "passages", "seen"):
            self._db.execute(f"DELETE FROM {table}")

    def saw(self, writer: str, counter: int) -> None:
        """Inside `changing`."""
        self._db.execute("INSERT OR REPLACE INTO seen VALUES (?, ?)", (writer, counter))

    def seen(self) -> Mapping[str, int]:
        return dict(self._db.execute("SELECT writer, counter FROM seen"))

    def passages(self) -> set[str]:
        return {i for (i,) in self._db.execute("SELECT id FROM passages")}

    def languages(self) -> list[str]:
        """The languages of the passages, the commonest first."""
        counted = "SELECT language FROM passages GROUP BY language ORDER BY COUNT(*) DESC, language"
        return [code for (code,) in self._db.execute(counted)]

    def articles_by_language(self, filters: Filters) -> dict[str, int]:
        narrowed, values = _narrowed(filters)
        counted = f"SELECT language, COUNT(DISTINCT article) FROM passages p WHERE 1{narrowed} GROUP BY language"
        return dict(self._db.execute(counted, values))

    def search(self, terms: Sequence[str], filters: Filters, limit: int) -> list[tuple[str, float]]:
        """Passage ids with their BM25 scores (higher is better), for passages that hold any of the terms."""
        if not terms:
            return []
        match = " OR ".join('"' + t.replace('"', "") + '"' for t in dict.fromkeys(terms))
        narrowed, values = _narrowed(filters)
        found = self._db.execute(
            "SELECT p.id, -bm25(words) AS score FROM words JOIN passages p ON p.row = words.rowid "
            f"WHERE words MATCH ?{narrowed} ORDER BY score DESC, p.row LIMIT ?",
            (match, *values, limit),
        )
        return [(i, s) for i, s in found]

    def close(self) -> None:
        self._db.close()


def _made(db: sqlite3.Connection) -> sqlite3.Connection:
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version not in (0, _VERSION):
        raise sqlite3.DatabaseError(f"version {version}")
    if version == 0:
        db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {_VERSION}; COMMIT;")
    return db


def _narrowed(filters: Filters) -> tuple[str, list[str]]:
    conditions = (
        ("p.publisher = ?", filters.publisher and filters.publisher.casefold()),
        ("p.day >= ?", filters.since),
        ("p.day <= ?", filters.until),
        ("p.language = ?", filters.language),
    )
    used = [(c, v) for c, v in conditions if v]
    return "".join(f" AND {c}" for c, _ in used), [v for _, v in used]
