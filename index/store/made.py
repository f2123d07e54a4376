"""With which embedder a collection was made, and which table holds its vectors: kept with its articles' table."""

from __future__ import annotations

from dataclasses import dataclass

from index.addresses import without_password
from index.embedding.embedder import Embedder
from index.errors import WrongEmbedder, WrongFormat
from index.store.chroma import Metadata
from index.store.home import Home

FORMAT = 1
NAMES = ("passages", "passages.b")  # one is in use; vectors of another embedder grow in the other


@dataclass(frozen=True, slots=True)
class Made:
    """`dimensions`: None as long as there is no vector. `url`: where the embedder answered, for those that do.

    `empty`: there are no articles, so that another embedder may have it.
    """

    embedder: str
    dimensions: int | None
    url: str | None
    empty: bool = False


def made_with(home: Home) -> Made | None:
    """None where nothing has been stored yet. Raises NoServer."""
    with home.turnstile.reading():
        client = home.connect()
        try:
            articles = client.existing(f"{home.tables}.articles")
            if articles is None:
                return None
            state = articles.metadata
            passages = client.existing(passages_of(state, home))
            url = state.get("embedder_url")
            size = None if passages is None else passages.dimensions
            return Made(str(state.get("embedder")), size, str(url) if url else None, not len(articles))
        finally:
            client.close()


def give_over(home: Home, embedder: Embedder) -> None:
    """Another embedder for a collection that is empty, left so by an `add` that failed or by `remove`."""
    with home.turnstile.writing():
        client = home.connect()
        try:
            articles = client.existing(f"{home.tables}.articles")
            if articles is None or len(articles):
                return
            for name in NAMES:  # also an empty table keeps the size of the vectors that it had
                if client.existing(f"{home.tables}.{name}") is not None:
                    client.drop(f"{home.tables}.{name}")
            articles.rewrite(state_of(embedder))
        finally:
            client.close()


def state_of(embedder: Embedder, vectors: str = NAMES[0]) -> Metadata:
    """What is kept with the articles' table. An address goes without a name and password in it."""
    known = {"dimensions": embedder.dimensions, "embedder_url": embedder.url and without_password(embedder.url)}
    kept = {name: value for name, value in known.items() if value is not None}
    return {"format": FORMAT, "embedder": embedder.name, "vectors": vectors, **kept}


def passages_of(state: Metadata, home: Home) -> str:
    return f"{home.tables}.{state.get('vectors', NAMES[0])}"


def check(state: Metadata, embedder: str, described: str) -> None:
    """Raises WrongFormat, WrongEmbedder."""
    if state.get("format") != FORMAT:
        raise WrongFormat(
            f"{described} has format {state.get('format')}, this version reads {FORMAT}. "
            "Use the version of secondsource that made it, or another --collection."
        )
    if state.get("embedder") != embedder:
        raise wrong_embedder(described, str(state.get("embedder")), embedder)


def wrong_embedder(described: str, made: str, wanted: str) -> WrongEmbedder:
    return WrongEmbedder(
        f'{described} was made with the embedder "{made}", not "{wanted}". Type --embedder {made} to use it as it is, '
        f"or `secondsource reindex --embedder {wanted}` to have its passages embedded anew."
    )
