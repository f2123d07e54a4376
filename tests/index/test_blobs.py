from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from index.store.blobs import Blobs, ChromaBlobs, LocalBlobs
from index.store.chroma import Client


def in_a_file(folder: Path) -> Blobs:
    return LocalBlobs(folder / "blobs.sqlite")


def in_memory(_: Path) -> Blobs:
    return LocalBlobs(None)


def in_chroma(folder: Path) -> Blobs:
    return ChromaBlobs(Client.memory().table(f"blobs-{folder.name}"))


KINDS = pytest.mark.parametrize("kind", [in_a_file, in_memory, in_chroma])
LONG = random.Random(1).randbytes(60_000)  # does not compress, so that it takes several parts


@KINDS
def test_data_comes_back_byte_for_byte(kind: Callable[[Path], Blobs], tmp_path: Path) -> None:
    blobs = kind(tmp_path)
    data = [b"", b"\x00\xff", LONG]
    assert [blobs.get(key) for key in blobs.put(data)] == data


@KINDS
def test_the_same_data_is_kept_once(kind: Callable[[Path], Blobs], tmp_path: Path) -> None:
    blobs = kind(tmp_path)
    assert blobs.put([b"same", b"same"]) == 2 * blobs.put([b"same"])
    assert len(blobs.keys()) == 1


@KINDS
def test_what_was_deleted_is_not_there(kind: Callable[[Path], Blobs], tmp_path: Path) -> None:
    blobs = kind(tmp_path)
    gone, kept = blobs.put([LONG, b"kept"])
    blobs.delete([gone])
    with pytest.raises(KeyError):
        blobs.get(gone)
    assert blobs.keys() == {kept}


def test_a_blob_of_which_a_part_is_missing_is_no_data() -> None:
    table = Client.memory().table("blobs-torn")
    (key,) = ChromaBlobs(table).put([LONG])
    table.delete([f"{key}-00001"])
    with pytest.raises(KeyError):
        ChromaBlobs(table).get(key)
