"""Real news as distractors, and collections in memory of texts as they are.

Each reader takes the folder that holds the sets (`--data`) and raises FileNotFoundError where its set is not there.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from index.collection import Collection
from index.documents import Article, Kind, Raw
from index.embedding.embedder import LEXICAL, Embedder, embedder_named
from index.features import features
from index.intake import NONE, Prepared, with_vectors
from index.passages import split
from index.store import home
from index.store.write import write
from index.terms import terms

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SHORTEST = 30  # characters of a sentence that is used to fill up
_AT_ONCE = 500  # articles written at once


def news_texts(data: Path) -> list[str]:
    """German news articles: the bulk set, then the Wikinews articles of the quotations set."""
    texts = bulk_texts(data)
    for part in ("train", "dev"):
        with gzip.open(data / "wikinews_quotes" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["originalText"] for line in lines]
    return texts


def bulk_texts(data: Path) -> list[str]:
    """10kGNAD, test part: a category and a text a line."""
    with (data / "bulk" / "test.csv").open(encoding="utf-8") as lines:
        return [line.split(";", 1)[1] for line in lines if ";" in line]


def distractors(texts: Sequence[str], total: int) -> list[str]:
    """`total` passages: runs of six sentences of real news, then five sentences drawn at random. Always the same."""
    passages, sentences = [], []
    for text in texts:
        own = [s for s in _SENTENCE_END.split(text) if len(s) > _SHORTEST]
        sentences += own
        passages += [" ".join(own[i : i + 6]) for i in range(0, len(own), 6)]
    draw = random.Random(1)
    while len(passages) < total:
        passages.append(" ".join(draw.sample(sentences, 5)))
    return passages[:total]


@contextmanager
def collection_of(texts: Sequence[str], language: str, embedder: Embedder | None = None) -> Iterator[Collection]:
    """A collection in memory with an article a text, taken as it is: no loading, no cleaning.

    The number of a text is its article's `path`. Without an embedder, the lexical one's.
    """
    chosen = embedder or embedder_named(LEXICAL)
    with Collection.at(home.in_memory(), chosen) as collection:
        rest = iter(enumerate(texts))
        while part := list(islice(rest, _AT_ONCE)):
            whole = with_vectors([_as_it_is(str(n), text, language) for n, text in part], chosen)
            with collection.store.writing() as tables:
                write(tables, [item for item in whole if isinstance(item, Prepared)])
        yield collection


def _as_it_is(path: str, text: str, language: str) -> Prepared:
    raw = Raw(path, f"{path}\n{text}".encode(), Kind.TEXT)
    article = Article(raw.id, text, path, language=language)
    passages = tuple(split(article))
    stems = tuple(tuple(terms(p.text, language)) for p in passages)
    named = tuple(tuple(features(p.text, language)) for p in passages)
    return Prepared(raw, article, passages, stems, named, NONE)
