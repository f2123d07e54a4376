"""Summaries by no thought at all, of a given length: lead sentences, random ones, those near the centroid."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import numpy as np

from assistant.write.units import read_lines
from evals.measures.facts import Told
from index.documents import Article
from index.embedding.embedder import embedder_named

_LAMBDA = 0.7


def lead(articles: Sequence[Article], characters: int, seed: int) -> list[Told]:
    """The articles' first sentences, one of each in turn."""
    columns = zip_longest(*map(_sentences, articles))
    return list(_filled((t for column in columns for t in column if t), characters))


def at_random(articles: Sequence[Article], characters: int, seed: int) -> list[Told]:
    sentences = [t for a in articles for t in _sentences(a)]
    random.Random(seed).shuffle(sentences)
    return list(_filled(sentences, characters))


def near_centroid(articles: Sequence[Article], characters: int, seed: int) -> list[Told]:
    """Sentences near the mean of all, each far from those taken (Carbonell & Goldstein 1998)."""
    sentences = [t for a in articles for t in _sentences(a)]
    vectors = embedder_named("lexical").embed([t.text for t in sentences], [t.language for t in sentences])
    central = vectors @ vectors.mean(axis=0)
    central /= central.max() or 1.0
    told = np.zeros(len(sentences), dtype=np.float32)
    order: list[int] = []
    while len(order) < len(sentences):
        gains = _LAMBDA * central - (1 - _LAMBDA) * told
        gains[order] = -np.inf
        order.append(int(gains.argmax()))
        told = np.maximum(told, vectors @ vectors[order[-1]])
    return list(_filled((sentences[n] for n in order), characters))


def _filled(sentences: Iterator[Told] | Sequence[Told], characters: int) -> Iterator[Told]:
    """Sentences until they are as long as that; the last is taken if that comes nearer than leaving it."""
    length = 0
    for sentence in sentences:
        if length + len(sentence.text) / 2 > characters:
            return
        length += len(sentence.text)
        yield sentence


def _sentences(article: Article) -> list[Told]:
    """The body's whole sentences: no headline, byline or line of links, for every system alike."""
    return [Told(re.sub(r"\s+", " ", line.text), article.language) for line in read_lines(article) if line.prose]
