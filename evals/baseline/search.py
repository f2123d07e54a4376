"""What we compare ourselves with: plain LangChain over Chroma, as its documentation shows it, with our embedder."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding.embedder import embedder_named
from index.terms import words

if TYPE_CHECKING:
    from langchain_chroma import Chroma

_BATCH = 1_000
_CHUNK, _OVERLAP = 1_000, 200  # characters; the figures of LangChain's tutorials


class Bm25:
    """BM25 as Lucene has it (k1 = 1.2, b = 0.75) over texts that `cut` makes into terms."""

    def __init__(self, texts: Sequence[str], cut: Callable[[str], Sequence[str]]) -> None:
        self._texts, self._cut = texts, cut
        counts = [Counter(cut(text)) for text in texts]
        self._lengths = [sum(c.values()) for c in counts]
        self._mean = sum(self._lengths) / max(1, len(texts))
        self._places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for n, of_text in enumerate(counts):
            for term, count in of_text.items():
                self._places[term].append((n, count))

    def best(self, query: str, limit: int) -> list[str]:
        """The texts that fit best, best first."""
        scores: defaultdict[int, float] = defaultdict(float)
        for term in dict.fromkeys(self._cut(query)):
            found = self._places.get(term, [])
            rarity = log((len(self._texts) - len(found) + 0.5) / (len(found) + 0.5) + 1)
            for n, count in found:
                scores[n] += rarity * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * self._lengths[n] / self._mean))
        return [self._texts[n] for n in sorted(scores, key=lambda n: -scores[n])[:limit]]


def letters_of_words(text: str, length: int = 4) -> list[str]:
    """Every run of `length` letters within the words of a text, their borders marked."""
    edged = [f"_{word}_" for word in words(text)]
    return [w[i : i + length] for w in edged for i in range(max(1, len(w) - length + 1))]


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
