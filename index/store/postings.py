"""The lexical half: an SQLite FTS5 file of stemmed words, and of features that languages share. Derived and disposable;
Chroma is the record.

An ordinary FTS5 table: a contentless one cannot delete before SQLite 3.43.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.documents import Filters
from index.lexicon.compiled import digest
from index.store.sqlite import connect, transaction

_VERSION = 2
_COMMON = 0.15  # share of the passages that a feature may have and still be looked for
_FEW = 2_000  # passages that are ranked in no time
_SCHEMA = """
CREATE TABLE passages (row INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT, publisher TEXT, day TEXT, language TEXT);
CREATE INDEX passages_article ON passages (article);
CREATE INDEX passages_language ON passages (language);
CREATE VIRTUAL TABLE words USING fts5 (body, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE features USING fts5 (body, tokenize = "unicode61 remove_diacritics 0");
CREATE VIRTUAL TABLE counted USING fts5vocab (features, row);
CREATE TABLE seen (writer TEXT PRIMARY KEY, counter INTEGER);
"""


@dataclass(frozen=True, slots=True)
class Posting:
    """A passage as the word search knows it. `terms` are its stems, in order, `features` those of `index.features`."""

    passage: str
    article: str
    terms: Sequence[str]
    features: Sequence[str]
    publisher: str | None
    day: str | None
    language: str


class Postings:
    """Word search by BM25 (k1 = 1.2, b = 0.75: FTS5's), and how far it has followed each writer."""

    def __init__(self, path: Path | None) -> None:
        """In memory where `path` is None. A file of another version, or a broken one, is begun anew."""
        self._path = path
        self._db = self._open()
        self._state = (0, 0)
        self._counts: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}

    def _open(self) -> sqlite3.Connection:
        if self._path is None:
            return _made(connect(None), _VERSION)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _made(connect(self._path), _version())
        except sqlite3.OperationalError:
            raise  # locked, or no room or no right to write: nothing that a new file would mend
        except sqlite3.DatabaseError:
            for left in self._path.parent.glob(f"{self._path.name}*"):
                left.unlink()
            return _made(connect(self._path), _version())

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
                for table, body in (("words", p.terms), ("features", p.features)):
                    self._db.execute(
                        f"INSERT INTO {table} (rowid, body) VALUES (?, ?)", (made.lastrowid, " ".join(body))
                    )

    def drop(self, article: str) -> None:
        """Inside `changing`."""
        rows = self._db.execute("SELECT row FROM passages WHERE article = ?", (article,)).fetchall()
        for table in ("words", "features"):
            self._db.executemany(f"DELETE FROM {table} WHERE rowid = ?", rows)
        self._db.execute("DELETE FROM passages WHERE article = ?", (article,))

    def clear(self) -> None:
        """Inside `changing`."""
        for table in ("words", "features", "passages", "seen"):
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
        return [code for (code,) in self._counted(counted)]

    def articles_by_language(self, filters: Filters) -> dict[str, int]:
        narrowed, values = _narrowed(filters)
        counted = f"SELECT language, COUNT(DISTINCT article) FROM passages p WHERE 1{narrowed} GROUP BY language"
        return dict(self._counted(counted, values))

    def _counted(self, query: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """The rows of a query that looks at every passage, counted anew only where something was written since."""
        (others,) = self._db.execute("PRAGMA data_version").fetchone()  # changes with what other processes write
        state = (others, self._db.total_changes)
        if state != self._state:
            self._state, self._counts = state, {}
        asked = (query, *values)
        if asked not in self._counts:
            self._counts[asked] = self._db.execute(query, values).fetchall()
        return self._counts[asked]

    def search(self, terms: Sequence[str], filters: Filters, limit: int) -> list[tuple[str, float]]:
        """Passage ids with their BM25 scores (higher is better), for passages that hold any of the terms."""
        return self._ranked("words", terms, *_narrowed(filters), limit)

    def foreign(self, features: Sequence[str], language: str, filters: Filters, limit: int) -> list[tuple[str, float]]:
        """The same by features, for passages in other languages than this one."""
        narrowed, values = _narrowed(filters)
        elsewhere = f"{narrowed} AND p.language <> ?"
        return self._ranked("features", self._telling(features), elsewhere, [*values, language], limit)

    def _telling(self, features: Sequence[str]) -> list[str]:
        """The features without those that so many passages have that to rank them all would take too long."""
        ((total,),) = self._counted("SELECT COUNT(*) FROM passages")
        marks = ", ".join("?" * len(features))
        found = self._db.execute(f"SELECT term, doc FROM counted WHERE term IN ({marks})", list(features)).fetchall()
        return [term for term, passages in found if passages <= max(_FEW, _COMMON * total)]

    def _ranked(
        self, table: str, terms: Sequence[str], narrowed: str, values: list[str], limit: int
    ) -> list[tuple[str, float]]:
        if not terms:
            return []
        match = " OR ".join('"' + t.replace('"', "") + '"' for t in dict.fromkeys(terms))
        joined = f"JOIN passages p ON p.row = {table}.rowid" if narrowed else ""  # of thousands, where it need not be
        found = self._db.execute(
            f"SELECT id, score FROM (SELECT {table}.rowid AS place, -bm25({table}) AS score FROM {table} {joined} "
            f"WHERE {table} MATCH ?{narrowed} ORDER BY score DESC, {table}.rowid LIMIT ?) "
            "JOIN passages ON row = place ORDER BY score DESC, place",
            (match, *values, limit),
        )
        return [(i, s) for i, s in found]

    def articles_of(self, passages: Sequence[str]) -> dict[str, str]:
        """The articles that passages are of, by their ids; without passages that are not there."""
        marks = ", ".join("?" * len(passages))
        return dict(self._db.execute(f"SELECT id, article FROM passages WHERE id IN ({marks})", list(passages)))

    def close(self) -> None:
        self._db.close()


def _made(db: sqlite3.Connection, version: int) -> sqlite3.Connection:
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found not in (0, version):
        raise sqlite3.DatabaseError(f"version {found}")
    if found == 0:
        db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {version}; COMMIT;")
    return db


def _version() -> int:
    """Of the tables and of the lexicon: what another lexicon called things would no longer be found."""
    return (_VERSION << 24) + int(digest()[:6], 16)


def _narrowed(filters: Filters) -> tuple[str, list[str]]:
    conditions = (
        ("p.publisher = ?", filters.publisher and filters.publisher.casefold()),
        ("p.day >= ?", filters.since),
        ("p.day <= ?", filters.until),
        ("p.language = ?", filters.language),
    )
    used = [(c, v) for c, v in conditions if v]
    return "".join(f" AND {c}" for c, _ in used), [v for _, v in used]
