"""Articles in: a saved collection or a pile in memory is opened, added to, and read anew."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from errno import EACCES
from typing import TYPE_CHECKING, Protocol

from assistant.settings import Settings
from index.collection import AddReport, Collection
from index.embedding.embedder import Embedder
from index.errors import SettingError
from index.intake import Read
from index.load import load
from index.reembed import ReembedReport
from index.store import home
from index.store.made import give_over, made_with, wrong_embedder

if TYPE_CHECKING:
    from assistant.model.purse import Wallet


class Progress(Protocol):
    def __call__(self, stage: str, done: int, total: int | None) -> None: ...


def no_progress(stage: str, done: int, total: int | None) -> None:
    """For when nobody watches."""


def open_collection(
    settings: Settings, *, create: bool = False, wallet: Wallet | None = None
) -> AbstractContextManager[Collection]:
    """The saved collection, with the embedder that it was made with; `wallet`: what pays for that.

    Raises NoCollection where there is none and none is to be made, WrongEmbedder where another one is asked for, and
    SettingError.
    """
    from assistant.embedding import chosen_name, embedder_for

    place = _place(settings, create=create)
    made, name = made_with(place), chosen_name(settings)
    if made and settings.embedder and made.embedder != name:
        if not made.empty:
            raise wrong_embedder(place.described, made.embedder, name)
        give_over(place, embedder_for(settings))
        made = None
    return Collection.at(place, embedder_for(settings, made, wallet))


@contextmanager
def open_to_reindex(settings: Settings) -> Iterator[tuple[Collection, Embedder | None]]:
    """The saved collection, and the embedder that it is to have from now on; None where it has it already."""
    from assistant.embedding import chosen_name, embedder_for

    place = _place(settings, create=False)
    made = made_with(place)
    if made is None or made.empty or settings.embedder is None or made.embedder == chosen_name(settings):
        with open_collection(settings) as collection:
            yield collection, None
        return
    other, own = embedder_for(settings), replace(settings, embedder=made.embedder)
    with Collection.at(place, embedder_for(own, made)) as collection:
        yield collection, other


def _place(settings: Settings, *, create: bool) -> home.Home:
    try:
        return _home(settings, create=create)
    except OSError as error:
        raise SettingError(
            f"{settings.place('data_dir')}: collections cannot be kept in {settings.data_dir} "
            f"({error.strerror}: {error.filename}). Set SECONDSOURCE_DATA_DIR to a directory that you may write to."
        ) from None


def _home(settings: Settings, *, create: bool) -> home.Home:
    """Raises OSError where the data directory cannot be made or written to: even a reader takes a lock there."""
    data = settings.data_dir
    if create:
        data.mkdir(parents=True, exist_ok=True)
    for folder in (data, data / "collections", data / "collections" / settings.collection):
        if os.path.exists(folder) and not os.access(folder, os.W_OK | os.X_OK):  # noqa: PTH110 - Path's raises
            raise PermissionError(EACCES, os.strerror(EACCES), str(folder))
    if settings.chroma_url:
        return home.on_server(settings.chroma_url, data, settings.collection)
    return home.in_folder(data, settings.collection, create=create)


@contextmanager
def read_pile(
    settings: Settings, paths: Sequence[str], progress: Progress = no_progress, wallet: Wallet | None = None
) -> Iterator[tuple[Collection, AddReport]]:
    """The articles of just these paths, in memory; gone when the context ends. Their claims are read when needed.

    Raises BudgetSpent where they cannot all be embedded: half a pile would answer as if it were the whole.
    """
    from assistant.embedding import embedder_for

    with Collection.at(home.in_memory(), embedder_for(settings, wallet=wallet)) as collection:
        report = _add(collection, paths, progress)
        if report.stopped:
            raise report.stopped
        yield collection, report


def add(collection: Collection, paths: Sequence[str], progress: Progress = no_progress) -> AddReport:
    """load -> clean -> split -> embed -> read claims -> store; what cannot be loaded is in the report."""
    from assistant.findings.remember import embedded_bytes

    return _add(collection, paths, progress, embedded_bytes)


def reindex(collection: Collection, progress: Progress = no_progress) -> AddReport:
    """All that `add` does, once more from the raw inputs."""
    from assistant.findings.remember import embedded_bytes

    done = _counted(progress, "reindex", len(collection))
    return collection.reindex(done, workers=_workers(), read=embedded_bytes)


def reembed(collection: Collection, embedder: Embedder, progress: Progress = no_progress) -> ReembedReport:
    """Every passage gets a vector of another embedder; the old ones are in use until the last is there."""
    return collection.reembed(embedder, _counted(progress, "embed", collection.passage_count()))


def _add(collection: Collection, paths: Sequence[str], progress: Progress, read: Read | None = None) -> AddReport:
    raws = load(paths, sys.stdin.buffer if sys.stdin else None)
    return collection.add(raws, _counted(progress, "reading", None), _workers(), read)


def _counted(progress: Progress, stage: str, total: int | None) -> Callable[[int], None]:
    dealt = 0

    def done(more: int) -> None:
        nonlocal dealt
        dealt += more
        progress(stage, dealt, total)

    return done


def _workers() -> int:
    """As many as processors: the parent mostly waits for Chroma, and shares one of them."""
    return os.cpu_count() or 1
