"""load -> clean -> split -> embed (-> read), for many raw inputs: in this process, or in workers for many."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread, current_thread, main_thread

import numpy as np

from index.documents import Article, Passage, Raw
from index.embedding.embedder import Embedder, TextsRefused, Vectors, embedder_named
from index.errors import BudgetSpent, InputError, NotEmbedded
from index.garbage import look_seldom

_FEW = 150  # raw inputs that are done before a worker would have started
_CHUNK = 25  # raw inputs a worker takes at once
_AHEAD = 8  # chunks that may wait, so that memory stays bounded
TOGETHER = 256  # passages that an embedder gets at once where it is not a portable one
NONE: Vectors = np.zeros((0, 0), dtype=np.float32)

# Vectors that there are already of an article's passages, by their ids.
Known = Callable[[Sequence["Prepared"]], Mapping[str, Vectors]]
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
    raws: Iterable[Raw | InputError],
    embedder: Embedder,
    workers: int = 1,
    read: Read | None = None,
    known: Known | None = None,
) -> Iterator[Prepared | InputError]:
    """Each raw input as an article with its passages, or the error that says why not, in the order given.

    Raises BudgetSpent once no further article can be paid for.

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
    yield from items if here else _embedded(items, embedder, known)


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


def _embedded(
    items: Iterable[Prepared | InputError], embedder: Embedder, known: Known | None
) -> Iterator[Prepared | InputError]:
    """Many articles at a time: an embedder that is not in this process, or is a large one, wants full batches."""
    waiting: list[Prepared | InputError] = []
    passages = 0
    for item in items:
        waiting.append(item)
        passages += _passages(item)
        if passages >= TOGETHER:
            yield from _afforded(waiting, embedder, known)
            waiting, passages = [], 0
    yield from _afforded(waiting, embedder, known)


def _afforded(
    items: Sequence[Prepared | InputError], embedder: Embedder, known: Known | None
) -> Iterator[Prepared | InputError]:
    """Where the budget does not do for all, for the first of them; then raises BudgetSpent."""
    try:
        found = with_vectors(items, embedder, known)
    except BudgetSpent as error:
        ends = accumulate(_passages(item) for item in items)
        fitting = sum(end <= error.fits for end in ends)
        yield from with_vectors(items[:fitting], embedder, known)
        raise
    yield from found


def _passages(item: Prepared | InputError) -> int:
    return len(item.passages) if isinstance(item, Prepared) else 0


def with_vectors(
    items: Sequence[Prepared | InputError], embedder: Embedder, known: Known | None = None
) -> list[Prepared | InputError]:
    """An article of which one passage is refused is left out whole: half of it would be found and half not."""
    articles = [item for item in items if isinstance(item, Prepared)]
    passages = [(passage, item.article.language) for item in articles for passage in item.passages]
    vectors: dict[str, Vectors] = dict(known(articles)) if known else {}
    wanted = [n for n, (passage, _) in enumerate(passages) if passage.id not in vectors]
    refused: Mapping[int, str] = {}
    try:
        given = embedder.embed([passages[n][0].text for n in wanted], [passages[n][1] for n in wanted])
    except TextsRefused as error:
        given, refused = error.vectors, error.why
    except BudgetSpent as error:
        raise BudgetSpent(str(error), wanted[error.fits]) from None
    vectors |= {passages[n][0].id: row for n, row in zip(wanted, given, strict=True)}
    why = {passages[wanted[n]][0].article: reason for n, reason in sorted(refused.items(), reverse=True)}
    return [
        item
        if isinstance(item, InputError)
        else _not_embedded(item, embedder, why[item.article.id])
        if item.article.id in why
        else replace(item, vectors=_stacked([vectors[p.id] for p in item.passages]))
        for item in items
    ]


def _stacked(rows: Sequence[Vectors]) -> Vectors:
    return np.stack(rows) if rows else NONE


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
