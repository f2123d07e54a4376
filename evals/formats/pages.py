"""News pages as HTML with what is the article: article-extraction-benchmark, and trafilatura's evaluation data."""

from __future__ import annotations

import ast
import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_FOLDERS = ("eval", "cache", "html", ".")  # where trafilatura keeps the pages


@dataclass(frozen=True, slots=True)
class Page:
    """`body`: the whole reference text, where there is one; else what has to be in it and what must not be."""

    id: str
    html: str
    body: str | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()


def read_benchmark(folder: Path) -> list[Page]:
    """github.com/scrapinghub/article-extraction-benchmark: `ground-truth.json` and `html/<name>.html.gz`."""
    truth: dict[str, dict[str, str]] = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [Page(n, _text(folder / "html" / f"{n}.html.gz"), page["articleBody"]) for n, page in truth.items()]


def read_evaldata(folder: Path) -> list[Page]:
    """`evaldata.py` or `evaldata.json` of trafilatura's tests: by address, `file`, and lists `with` and `without`.

    Of the Python file only its literal is read; nothing of it is run. A page that is not there is left out.
    """
    return list(_evaluated(folder, _literal(folder)))


def has_evaldata(folder: Path) -> bool:
    return any((folder / f"evaldata.{kind}").is_file() for kind in ("json", "py"))


def _evaluated(folder: Path, pages: Mapping[str, Mapping[str, object]]) -> Iterator[Page]:
    for address, page in pages.items():
        name = str(page["file"])
        place = next((folder / f / name for f in _FOLDERS if (folder / f / name).is_file()), None)
        if place:
            yield Page(address, _text(place), None, _strings(page.get("with")), _strings(page.get("without")))


def _literal(folder: Path) -> dict[str, dict[str, object]]:
    if (folder / "evaldata.json").is_file():
        found: dict[str, dict[str, object]] = json.loads((folder / "evaldata.json").read_text(encoding="utf-8"))
        return found
    tree = ast.parse((folder / "evaldata.py").read_text(encoding="utf-8"))
    dicts = [node.value for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)]
    pages: dict[str, dict[str, object]] = ast.literal_eval(max(dicts, key=lambda d: len(d.keys)))
    return pages


def _strings(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()


def _text(path: Path) -> str:
    data = path.read_bytes()
    return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", errors="replace")
