"""A run's cases as they are done, on the disk: what an interrupted run need not do again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from importlib import resources
from pathlib import Path

from evals.harness.record import Row

_PACKAGES = ("assistant", "index", "prompts", "evals")
_PROGRAM = frozenset({".py", ".yaml", ".md", ".json"})


class Journal:
    """One line a case, written when the case is done. A line that a kill has cut short is as if it were not there."""

    def __init__(self, path: Path, *, resume: bool) -> None:
        self.path = path
        self._rows = dict(_read(path)) if resume else {}
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(map(_line, self._rows, self._rows.values())), encoding="utf-8")

    def __len__(self) -> int:
        return len(self._rows)

    def known(self, suite: str, of: str, case: str) -> Row | None:
        return self._rows.get((suite, of, case))

    def keep(self, suite: str, of: str, row: Row) -> None:
        self._rows[suite, of, row.case] = row
        with self.path.open("a", encoding="utf-8") as file:
            file.write(_line((suite, of, row.case), row))

    def forget(self) -> None:
        """The run is complete: its record has all of it."""
        self.path.unlink(missing_ok=True)


def _line(key: tuple[str, str, str], row: Row) -> str:
    return json.dumps([key[0], key[1], asdict(row)], ensure_ascii=False) + "\n"


def _read(path: Path) -> Iterator[tuple[tuple[str, str, str], Row]]:
    from pydantic import TypeAdapter, ValidationError

    lines = TypeAdapter(tuple[str, str, Row])
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
        try:
            suite, of, row = lines.validate_json(line)
        except ValidationError:
            continue
        yield (suite, of, row.case), row


def code_digest() -> str:
    """Twelve hex digits of the program's files: two runs with the same are of the same assistant."""
    found = hashlib.sha256()
    for package in _PACKAGES:
        root = Path(str(resources.files(package)))
        for file in sorted(root.rglob("*")):
            if file.suffix in _PROGRAM and "data" not in file.relative_to(root).parts:
                found.update(f"{package}/{file.relative_to(root)}".encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:12]
