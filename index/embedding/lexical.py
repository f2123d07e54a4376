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

from index.embedding.embedder import Vectors
from index.embedding.frequency import weight
from index.terms import stem, stop_words, words

DIMENSIONS = 512
_GRAMS = (3, 4, 5)
# Shares and power were measured on German XQuAD questions (`secondsource eval retrieval`): n-grams, which see inside
# compounds, add the most to what the word search knows already.
_STEM_SHARE = 0.3
_GRAM_SHARE = 1.0  # of a word's weight, spread over all its n-grams
_RARITY = 1.5


class LexicalEmbedder:
    """Texts that share stems, or parts of long words (German compounds), are near each other."""

    name = "lexical"
    dimensions = DIMENSIONS
    carries = False

    def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text, language in zip(rows, texts, languages, strict=True):
            _add_words(row, text, language)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        rows /= np.where(lengths > 0, lengths, 1.0)
        return rows


def _add_words(row: npt.NDArray[np.float32], text: str, language: str) -> None:
    stops = stop_words(language)
    counts = Counter(w for w in words(text) if w not in stops)
    if not counts:
        return
    features = [_features(word, language) for word in counts]
    damping = [1 + log(n) for n in counts.values()]
    places = np.concatenate([f[0] for f in features])
    values = np.concatenate([f[1] * d for f, d in zip(features, damping, strict=True)])
    row += np.bincount(places, weights=values, minlength=DIMENSIONS).astype(np.float32)


@lru_cache(maxsize=60_000)
def _features(word: str, language: str) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """Where in the vector a word shows, and how much: its stem, then its n-grams."""
    grams = _grams(stem(word, language))
    keys = [stem(word, language), *grams]
    hashes = np.array([crc32(k.encode()) for k in keys], dtype=np.int64)
    shares = np.full(len(keys), _GRAM_SHARE / max(1, len(grams)) ** 0.5)
    shares[0] = _STEM_SHARE
    signs = np.where(hashes & 0x80000000, -1.0, 1.0)
    return hashes % DIMENSIONS, (weight(word, language) ** _RARITY * shares * signs).astype(np.float32)


def _grams(word: str) -> list[str]:
    if word[0].isdigit():
        return []
    edged = f"<{word}>"
    return [f"{n}:{edged[i : i + n]}" for n in _GRAMS for i in range(len(edged) - n + 1)]
