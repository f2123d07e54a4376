"""Universal Dependencies in CoNLL-U: which words of a sentence are verbs in the present subjunctive (Konjunktiv I)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.documents import Span

_ID, _FORM, _FEATURES = 0, 1, 5  # columns
_SUBJUNCTIVE = {"Mood=Sub", "Tense=Pres"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence and where its verbs in Konjunktiv I stand, by the features `Mood=Sub` and `Tense=Pres`."""

    id: str
    text: str
    subjunctives: tuple[Span, ...]


def read_conllu(file: Path) -> list[Marked]:
    """The sentences that give their text (https://universaldependencies.org/format.html)."""
    blocks = file.read_text(encoding="utf-8").split("\n\n")
    return [found for block in blocks if (found := _marked(block.splitlines()))]


def _marked(lines: list[str]) -> Marked | None:
    comments = dict(line[1:].strip().split(" = ", 1) for line in lines if line.startswith("#") and " = " in line)
    text = comments.get("text")
    if text is None:
        return None
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    found = tuple(span for row, span in _placed(text, rows) if set(row[_FEATURES].split("|")) >= _SUBJUNCTIVE)
    return Marked(comments.get("sent_id", ""), text, found)


def _placed(text: str, rows: list[list[str]]) -> Iterator[tuple[list[str], Span]]:
    """Each word where it stands; the parts of a fused one ("zum" as "zu" and "dem") stand nowhere by themselves."""
    at = 0
    for row in rows:
        start = text.find(row[_FORM], at)
        if start >= 0 and row[_ID].isdigit():
            at = start + len(row[_FORM])
            yield row, Span(start, at)
