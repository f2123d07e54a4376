"""What we compare ourselves with: plain LangChain over Chroma, as its documentation shows it, with our embedder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding.embedder import embedder_named

if TYPE_CHECKING:
    from langchain_chroma import Chroma

_BATCH = 1_000
_CHUNK, _OVERLAP = 1_000, 200  # characters; the figures of LangChain's tutorials


def langchain_store(texts: Sequence[str], language: str, folder: Path | None = None) -> Chroma:
    """The texts split, embedded and stored by LangChain. Raises ImportError without the `eval` extra."""
    import chromadb
    from chromadb.config import Settings
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    class Lexical(Embeddings):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            vectors: list[list[float]] = embedder_named("lexical").embed(texts, [language] * len(texts)).tolist()
            return vectors

        def embed_query(self, text: str) -> list[float]:
            return self.embed_documents([text])[0]

    # The client's settings are those of our own door: two in-memory Chromas of one process may not differ in them.
    settings = Settings(anonymized_telemetry=False)
    client = chromadb.PersistentClient(folder, settings) if folder else chromadb.EphemeralClient(settings)
    store = Chroma(collection_name=f"plain-{id(texts)}", embedding_function=Lexical(), client=client)
    splitter = RecursiveCharacterTextSplitter(chunk_size=_CHUNK, chunk_overlap=_OVERLAP)
    pieces = [p for text in texts for p in splitter.split_text(text)]
    for start in range(0, len(pieces), _BATCH):
        store.add_texts(pieces[start : start + _BATCH])
    return store
