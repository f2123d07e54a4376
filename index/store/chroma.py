"""The only door to chromadb: tables of records, each with an id, a vector and small metadata.

Documents are never given to Chroma: its trigram index over them costs half of the insert rate and three quarters of
the disk (measured: 8,000 passages at 1,021 against 2,128 a second, 100 against 27 MB), and the word search lives in
SQLite. Every record brings its vector, so that no default embedder is ever asked for (it would be downloaded).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from index.embedding.embedder import Vectors
from index.errors import NoServer

if TYPE_CHECKING:
    from pathlib import Path

    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection as ChromaCollection

Value = str | int | float | bool
Metadata = Mapping[str, Value]
Fields = Mapping[str, Value | None]  # as written
Where = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    id: str
    metadata: Metadata


class Client:
    """A connection to one Chroma: a folder, a server, or this process's memory."""

    def __init__(self, client: ClientAPI) -> None:
        self._client = client

    @classmethod
    def folder(cls, path: Path) -> Client:
        import chromadb

        return cls(chromadb.PersistentClient(str(path), settings=_quiet()))

    @classmethod
    def memory(cls) -> Client:
        import chromadb

        return cls(chromadb.EphemeralClient(settings=_quiet()))

    @classmethod
    def server(cls, url: str, token: str | None = None) -> Client:
        import chromadb

        parts = urlsplit(url)
        tls = parts.scheme == "https"
        try:
            return cls(
                chromadb.HttpClient(
                    host=parts.hostname or "localhost",
                    port=parts.port or (443 if tls else 8000),
                    ssl=tls,
                    headers={"x-chroma-token": token} if token else None,
                    settings=_quiet(),
                )
            )
        except Exception as error:  # chromadb raises bare ValueError and httpx's own errors alike
            raise NoServer(
                f"{url}: no Chroma server answers there ({type(error).__name__}). Start one with `chroma run`, "
                "or unset the server's address to use the collection on this machine."
            ) from error

    def table(self, name: str, metadata: Metadata | None = None) -> Table:
        """The table of that name, made if it is not there; `metadata` is only written when it is made."""
        return Table(
            self._client.get_or_create_collection(
                name,
                metadata=dict(metadata) if metadata else None,
                embedding_function=None,
                configuration={"hnsw": {"space": "ip"}},
            )
        )

    def existing(self, name: str) -> Table | None:
        from chromadb.errors import NotFoundError

        try:
            return Table(self._client.get_collection(name, embedding_function=None))
        except NotFoundError:
            return None

    def drop(self, name: str) -> None:
        """With all that is in it."""
        self._client.delete_collection(name)

    def close(self) -> None:
        close: Callable[[], None] = getattr(self._client, "close")  # noqa: B009 - missing from chromadb's interface type
        close()


class Table:
    """Records of one sort. Reads give what is there and pass over ids that are not."""

    def __init__(self, collection: ChromaCollection) -> None:
        self._rows = collection

    @property
    def metadata(self) -> Metadata:
        return dict(self._rows.metadata or {})

    def rewrite(self, metadata: Metadata) -> None:
        """Replaces the metadata of the table itself, at once and whole."""
        self._rows.modify(metadata=dict(metadata))

    @property
    def dimensions(self) -> int | None:
        """Of its vectors; None where it has none."""
        got = np.asarray(self._rows.get(limit=1, include=["embeddings"])["embeddings"])
        return got.shape[1] if got.ndim == 2 else None

    def __len__(self) -> int:
        return self._rows.count()

    def put(self, ids: Sequence[str], metadatas: Sequence[Fields], vectors: Vectors | None = None) -> None:
        """Adds or replaces. Without vectors (records that are never searched by one) each gets a single number.

        Chroma merges metadata: a field that a record had and has no more must be given as None.
        """
        if not ids:
            return
        given = np.ones((len(ids), 1), dtype=np.float32) if vectors is None else vectors
        for start in range(0, len(ids), _LARGEST):
            part = slice(start, start + _LARGEST)
            self._rows.upsert(ids=list(ids[part]), embeddings=given[part], metadatas=[dict(m) for m in metadatas[part]])

    def describe(self, ids: Sequence[str], metadatas: Sequence[Fields]) -> None:
        """Replaces the metadata of records that are there, as `put` does; their vectors stay."""
        for start in range(0, len(ids), _LARGEST):
            part = slice(start, start + _LARGEST)
            self._rows.update(ids=list(ids[part]), metadatas=[dict(m) for m in metadatas[part]])

    def get(self, ids: Sequence[str]) -> list[Record]:
        parts = (list(ids[start : start + _LARGEST]) for start in range(0, len(ids), _LARGEST))
        return [record for part in parts for record in self._records(ids=part)]

    def where(self, condition: Where | None = None) -> list[Record]:
        return self._records(where=dict(condition) if condition else None)

    def ids(self) -> set[str]:
        return set(self._rows.get(include=[])["ids"])

    def vectors(self, ids: Sequence[str]) -> dict[str, Vectors]:
        if not ids:
            return {}
        got = self._rows.get(ids=list(ids), include=["embeddings"])
        return dict(zip(got["ids"], np.asarray(got["embeddings"], dtype=np.float32), strict=True))

    def nearest(self, vector: Vectors, limit: int, condition: Where | None = None) -> list[str]:
        """Ids by falling inner product."""
        found = self._rows.query(
            query_embeddings=vector.reshape(1, -1),
            n_results=limit,
            where=dict(condition) if condition else None,
            include=[],
        )
        return list(found["ids"][0])

    def delete(self, ids: Sequence[str]) -> None:
        for start in range(0, len(ids), _LARGEST):
            self._rows.delete(ids=list(ids[start : start + _LARGEST]))

    def _records(self, **selection: Any) -> list[Record]:
        got = self._rows.get(include=["metadatas"], **selection)
        found = got["metadatas"] or []
        return [Record(i, _values(m)) for i, m in zip(got["ids"], found, strict=True)]


_LARGEST = 2_000  # records in one call; Chroma's own limits are 5,461 written and 32,766 asked for


def _values(metadata: Mapping[str, Any]) -> Metadata:
    return {k: v for k, v in metadata.items() if isinstance(v, str | int | float | bool)}


def _quiet() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)
