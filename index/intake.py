"""load -> clean -> split -> embed, for many raw inputs: in this process, or in workers where there are many."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context
from threading import current_thread, main_thread

from index.documents import Article, Passage, Raw
from index.embedding.embedder import Embedder, Vectors, embedder_named
from index.errors import InputError

_FEW = 150  # raw inputs that are done before a worker would have started
_CHUNK = 25  # raw inputs a worker takes at once
_AHEAD = 8  # chunks that may wait, so that memory stays bounded


@dataclass(frozen=True, slots=True)
class Prepared:
    """A raw input ready to be stored. `vectors` has one row a passage, and so has `terms`."""

    raw: Raw
    article: Article
    passages: tuple[Passage, ...]
    terms: tuple[tuple[str, ...], ...]
    vectors: Vectors


def prepared(raws: Iterable[Raw | InputError], embedder: Embedder, workers: int = 1) -> Iterator[Prepared | InputError]:
    """Each raw input as an article with its passages, or the error that says why not, in the order given.

    More than one worker means processes of their own, which import the main module again: ask for them only where that
    is safe. They start when there are many inputs.
    """
    rest = iter(raws)
    first = list(islice(rest, _FEW))
    if len(first) < _FEW or workers == 1:
        yield from _each(chain(first, rest), embedder)
    else:
        yield from _by_workers(chain(first, rest), embedder.name, workers)


def prepared_one(raw: Raw, embedder: Embedder) -> Prepared:
    """Raises InputError."""
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
        vectors=embedder.embed([p.text for p in passages], [article.language] * len(passages)),
    )


def _each(raws: Iterable[Raw | InputError], embedder: Embedder) -> Iterator[Prepared | InputError]:
    for raw in raws:
        if isinstance(raw, InputError):
            yield raw
            continue
        try:
            yield prepared_one(raw, embedder)
        except InputError as error:
            yield error


def _by_workers(raws: Iterator[Raw | InputError], embedder: str, workers: int) -> Iterator[Prepared | InputError]:
    """Spawned, not forked: a fork would copy Chroma's threads' locks in whatever state they are."""
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    waiting: deque[Future[list[Prepared | InputError]]] = deque()
    try:
        while chunk := list(islice(raws, _CHUNK)):
            with _interrupts_ignored() if len(waiting) < workers else nullcontext():
                waiting.append(pool.submit(_chunk, chunk, embedder))
            if len(waiting) >= workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _chunk(raws: Sequence[Raw | InputError], embedder: str) -> list[Prepared | InputError]:
    return list(_each(raws, embedder_named(embedder)))


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
