"""The embedded default: hashed word stems and letter n-grams. Needs no download, no network and no key.

Feature hashing with signs after Weinberger et al. 2009 (ICML); a word counts 1 + log(occurrences), weighted by how
rare it is in the language at large, so that a vector does not depend on what else is in the collection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log
from zlib import crc32

import numpy as np
import numpy.typing as npt

from index.embedding.embedder import LEXICAL, Used, Vectors
from index.embedding.frequency import weight
from index.terms import stem, stop_words, words

DIMENSIONS = 512
_GRAMS = (3, 4, 5)
# Shares and power were measured on German XQuAD questions (`secondsource eval retrieval`): n-grams, which see inside
# compounds, add the most to what the word search knows already.
_STEM_SHARE = 0.3
_GRAM_SHARE = 1.0  # of a word's weight, spread over all its n-grams
_RARITY = 1.5

_Features = tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]


class LexicalEmbedder:
    """Texts that share stems, or parts of long words (German compounds), are near each other."""

    name = LEXICAL
    dimensions = DIMENSIONS
    carries = False
    portable = True
    url = None
    used = Used()

    def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
        counted = [_counted(text, language) for text, language in zip(texts, languages, strict=True)]
        features = [_features(w, code) for counts, code in zip(counted, languages, strict=True) for w in counts]
        rows = _summed(features, counted).reshape(len(texts), DIMENSIONS)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return (rows / np.where(lengths > 0, lengths, 1.0)).astype(np.float32)

    def query(self, text: str, language: str) -> Vectors:
        vector: Vectors = self.embed([text], [language])[0]
        return vector


def _counted(text: str, language: str) -> Counter[str]:
    stops = stop_words(language)
    return Counter(w for w in words(text) if w not in stops)


def _summed(features: Sequence[_Features], counted: Sequence[Counter[str]]) -> npt.NDArray[np.float64]:
    """The rows one after the other, flat: all words of all texts are added up at once, which is what makes it fast."""
    if not features:
        return np.zeros(len(counted) * DIMENSIONS)
    sizes = [len(places) for places, _ in features]
    row_starts = np.repeat([n * DIMENSIONS for n, c in enumerate(counted) for _ in c], sizes)
    damping = np.repeat([1 + log(n) for c in counted for n in c.values()], sizes)
    places = np.concatenate([places for places, _ in features]) + row_starts
    values = np.concatenate([values for _, values in features]) * damping
    return np.asarray(np.bincount(places, values, minlength=len(counted) * DIMENSIONS), dtype=np.float64)


@lru_cache(maxsize=60_000)
def _features(word: str, language: str) -> _Features:
    """Where in the vector a word shows, and how much: its stem, then its n-grams."""
    grams = _grams(stem(word, language))
    keys = [stem(word, language), *grams]
    hashes = np.array([crc32(k.encode()) for k in keys], dtype=np.int64)
    shares = np.full(len(keys), _GRAM_SHARE / max(1, len(grams)) ** 0.5)
    shares[0] = _STEM_SHARE
    signs = np.where(hashes & 0x80000000, -1.0, 1.0)
    return hashes % DIMENSIONS, weight(word, language) ** _RARITY * shares * signs


def _grams(word: str) -> list[str]:
    if word[0].isdigit():
        return []
    edged = f"<{word}>"
    return [f"{n}:{edged[i : i + n]}" for n in _GRAMS for i in range(len(edged) - n + 1)]
