"""Files, directories and standard input to raw inputs. What cannot be read is given as an error beside the others."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from index.decode import refuse_binary
from index.documents import Kind, Raw
from index.errors import InputError, NoFiles, NotFetched, NotFound, TooLarge, Unreadable

LARGEST = 20 * 1024 * 1024  # bytes; an article is some thousand, a page at most a few million
_KINDS = {".txt": Kind.TEXT, ".md": Kind.MARKDOWN, ".html": Kind.HTML, ".htm": Kind.HTML}
_STDIN = "-"
_HTML_STARTS = (b"<!doctype html", b"<html")


def load(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Raw | InputError]:
    """Each path as a raw input, or as the error that says why not, in the order given.

    A directory stands for the .txt, .md, .html and .htm files in it, sorted, hidden ones left out; "-" is `stdin`.
    """
    for path in paths:
        if path == _STDIN:
            yield _from_stdin(stdin)
        elif path.lower().startswith(("http://", "https://")):
            yield NotFetched(
                path, "pages are not fetched from the web", "Save the page in a browser (Ctrl+S) and give the file"
            )
        elif Path(path).is_dir():
            yield from _from_directory(path)
        else:
            yield _from_file(path)


def _from_directory(path: str) -> Iterator[Raw | InputError]:
    found = False
    for entry in _walk(Path(path)):
        found = True
        yield entry if isinstance(entry, InputError) else _from_file(str(entry))
    if not found:
        endings = ", ".join(_KINDS)
        yield NoFiles(path, f"there is no file to read in this directory ({endings})", "Give files by name")


def _walk(directory: Path) -> Iterator[Path | InputError]:
    try:
        entries = sorted(directory.iterdir())
    except OSError as error:
        yield Unreadable(str(directory), f"this directory cannot be read ({_why(error)})", "Check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():  # a link may lead back up
                yield from _walk(entry)
        elif entry.suffix.lower() in _KINDS:
            yield entry


def _from_file(path: str) -> Raw | InputError:
    try:
        data = _read(path)
        refuse_binary(data, path)
    except InputError as error:
        return error
    return Raw(path, data, _kind(path, data))


def _read(path: str) -> bytes:
    """The bytes of a regular file. Raises InputError; opens nothing that could block or never end."""
    try:
        found = os.stat(path)  # noqa: PTH116 - also for a path that pathlib would normalise
        if not stat.S_ISREG(found.st_mode):
            raise Unreadable(path, "this is no ordinary file", "Give a file, a directory or - for standard input")
        if found.st_size > LARGEST:
            raise _too_large(path)
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise NotFound(path, "there is no such file or directory", "Check the name") from None
    except (OSError, ValueError) as error:
        raise Unreadable(path, f"this cannot be read ({_why(error)})", "Check its permissions and its name") from None
    if len(data) > LARGEST:  # it has grown since
        raise _too_large(path)
    return data


def _from_stdin(stdin: BinaryIO | None) -> Raw | InputError:
    if stdin is None:
        return Unreadable(_STDIN, "there is no standard input here", "Give a file")
    try:
        data = stdin.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise _too_large(_STDIN)
        refuse_binary(data, _STDIN)
    except InputError as error:
        return error
    except (OSError, ValueError) as error:
        return Unreadable(_STDIN, f"standard input cannot be read ({_why(error)})", "Give a file")
    return Raw(_STDIN, data, _kind(_STDIN, data))


def _kind(path: str, data: bytes) -> Kind:
    """By what the text begins with, for a page saved under any name; else by the file's ending."""
    start = data[:400].lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n").replace(b"\0", b"").lower()
    return Kind.HTML if start.startswith(_HTML_STARTS) else _KINDS.get(Path(path).suffix.lower(), Kind.TEXT)


def _too_large(path: str) -> TooLarge:
    return TooLarge(
        path, f"this is larger than {LARGEST // 2**20} MB, too large for an article", "Give each article as a file"
    )


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
