"""The second table of vectors: those of another embedder grow there while the first stays in use, then it takes over.

One step of Chroma's makes it so (the articles' table names the passages' table in use), so that a kill before it leaves
the old vectors whole, and one after it the new ones. What is left over then is the other table, and dropped or gone on
with by the next who needs it.
"""

from __future__ import annotations

from index.embedding.embedder import Embedder
from index.store.chroma import Client, Table
from index.store.home import Home
from index.store.made import NAMES, passages_of, state_of
from index.store.tables import Tables


class Other:
    def __init__(self, client: Client, home: Home, tables: Tables) -> None:
        self._client, self._home, self._tables = client, home, tables
        self._used = str(tables.articles.metadata.get("vectors", NAMES[0]))
        (self._free,) = (name for name in NAMES if name != self._used)

    @property
    def embedder(self) -> str | None:
        """Whose vectors are there; None where there are none, or nobody knows whose."""
        table = self.table
        name = None if table is None else table.metadata.get("embedder")
        return None if name is None else str(name)

    @property
    def table(self) -> Table | None:
        return self._client.existing(self._name)

    def begin(self, embedder: Embedder) -> Table:
        """The table to fill: gone on with where it is this embedder's, else begun anew."""
        if self.embedder != embedder.name:
            self.drop()
        return self._client.table(self._name, {"embedder": embedder.name})

    def drop(self) -> bool:
        """Whether there was one."""
        if self.table is None:
            return False
        self._client.drop(self._name)
        return True

    def put_in_use(self, embedder: Embedder) -> None:
        """And drop what was used before."""
        before = passages_of(self._tables.articles.metadata, self._home)
        self._tables.articles.rewrite(state_of(embedder, self._free))
        self._client.drop(before)

    @property
    def _name(self) -> str:
        return f"{self._home.tables}.{self._free}"
