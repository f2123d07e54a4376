"""load -> clean -> split -> embed (-> read), for many raw inputs: in this process, or in workers for many."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread, current_thread, main_thread

import numpy as np

from index.documents import Article, Passage, Raw
from index.embedding.embedder import Embedder, TextsRefused, Vectors, embedder_named
from index.errors import InputError, NotEmbedded
from index.garbage import look_seldom

_FEW = 150  # raw inputs that are done before a worker would have started
_CHUNK = 25  # raw inputs a worker takes at once
_AHEAD = 8  # chunks that may wait, so that memory stays bounded
TOGETHER = 256  # passages that an embedder gets at once where it is not a portable one
NONE: Vectors = np.zeros((0, 0), dtype=np.float32)

# What is to be kept of an article beside its text, told by who can read it. Workers import it by its name.
Read = Callable[[Article], bytes]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A raw input ready to be stored. `vectors` has one row a passage, and so have `terms` and `features`.

    `reading`: what `Read` made of the article, where it was asked for.
    """

    raw: Raw
    article: Article
    passages: tuple[Passage, ...]
    terms: tuple[tuple[str, ...], ...]
    features: tuple[tuple[str, ...], ...]
    vectors: Vectors
    reading: bytes | None = field(default=None, repr=False)


def prepared(
    raws: Iterable[Raw | InputError], embedder: Embedder, workers: int = 1, read: Read | None = None
) -> Iterator[Prepared | InputError]:
    """Each raw input as an article with its passages, or the error that says why not, in the order given.

    More than one worker means processes of their own, which import the main module again: ask for them only where that
    is safe. They start when there are many inputs. `read` is then a function at the top of its module.
    """
    rest = iter(raws)
    first = list(islice(rest, _FEW))
    here: Embedder | None = embedder if embedder.portable else None
    if len(first) < _FEW or workers == 1:
        items = _each(chain(first, rest), here, read)
    else:
        items = _by_workers(chain(first, rest), here.name if here else None, workers, read)
    yield from items if here else _embedded(items, embedder)


def prepared_one(raw: Raw, embedder: Embedder | None, read: Read | None = None) -> Prepared:
    """Without an embedder, without vectors. Raises InputError."""
    from index.features import features
    from index.passages import split
    from index.prepare import prepare
    from index.terms import terms

    article = prepare(raw)
    passages = tuple(split(article))
    return Prepared(
        raw=raw,
        article=article,
        passages=passages,
        terms=tuple(tuple(terms(p.text, article.language)) for p in passages),
        features=tuple(tuple(features(p.text, article.language)) for p in passages),
        vectors=embedder.embed([p.text for p in passages], [article.language] * len(passages)) if embedder else NONE,
        reading=read(article) if read else None,
    )


def embedded(item: Prepared, embedder: Embedder) -> Prepared:
    """With vectors. Raises NotEmbedded."""
    (found,) = with_vectors([item], embedder)
    if isinstance(found, InputError):
        raise found
    return found


def _embedded(items: Iterable[Prepared | InputError], embedder: Embedder) -> Iterator[Prepared | InputError]:
    """Many articles at a time: an embedder that is not in this process, or is a large one, wants full batches."""
    waiting: list[Prepared | InputError] = []
    passages = 0
    for item in items:
        waiting.append(item)
        passages += len(item.passages) if isinstance(item, Prepared) else 0
        if passages >= TOGETHER:
            yield from with_vectors(waiting, embedder)
            waiting, passages = [], 0
    yield from with_vectors(waiting, embedder)


def with_vectors(items: Sequence[Prepared | InputError], embedder: Embedder) -> list[Prepared | InputError]:
    """An article of which one passage is refused is left out whole: half of it would be found and half not."""
    pairs = [(p.text, item.article.language) for item in items if isinstance(item, Prepared) for p in item.passages]
    refused: Mapping[int, str] = {}
    try:
        vectors = embedder.embed([text for text, _ in pairs], [language for _, language in pairs])
    except TextsRefused as error:
        vectors, refused = error.vectors, error.why
    found: list[Prepared | InputError] = []
    start = 0
    for item in items:
        if isinstance(item, InputError):
            found.append(item)
            continue
        end = start + len(item.passages)
        why = next((refused[n] for n in range(start, end) if n in refused), None)
        found.append(replace(item, vectors=vectors[start:end]) if why is None else _not_embedded(item, embedder, why))
        start = end
    return found


def _not_embedded(item: Prepared, embedder: Embedder, why: str) -> NotEmbedded:
    return NotEmbedded(
        item.raw.path,
        f"{embedder.name} gives no vector for a passage of it ({why})",
        "It was left out whole. Use an embedder that takes longer texts, or keep it in a collection made with lexical",
    )


def _each(
    raws: Iterable[Raw | InputError], embedder: Embedder | None, read: Read | None
) -> Iterator[Prepared | InputError]:
    for raw in raws:
        if isinstance(raw, InputError):
            yield raw
            continue
        try:
            yield prepared_one(raw, embedder, read)
        except InputError as error:
            yield error


def _by_workers(
    raws: Iterator[Raw | InputError], embedder: str | None, workers: int, read: Read | None
) -> Iterator[Prepared | InputError]:
    """Spawned, not forked: a fork would copy Chroma's threads' locks in whatever state they are."""
    from index.lexicon.compiled import compiled

    compiled()  # so that the lexicon, where it is not compiled yet, is so once and not by every worker
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
    waiting: deque[Future[list[Prepared | InputError]]] = deque()
    try:
        while chunk := list(islice(raws, _CHUNK)):
            with _interrupts_ignored() if len(waiting) < workers else nullcontext():
                waiting.append(pool.submit(_chunk, chunk, embedder, read))
            if len(waiting) >= workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _chunk(raws: Sequence[Raw | InputError], embedder: str | None, read: Read | None) -> list[Prepared | InputError]:
    return list(_each(raws, embedder_named(embedder) if embedder else None, read))


def _begin() -> None:
    """For a worker: one whose parent was killed would wait for work for ever."""
    look_seldom()
    Thread(target=_wait_and_end, daemon=True).start()


def _wait_and_end() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """For the moment in which workers are started: they inherit it, and Ctrl-C stays the parent's to handle."""
    if current_thread() is not main_thread():
        yield  # only the main thread may change it, and only the main thread is interrupted
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
