"""brat's standoff (Stenetorp et al. 2012), as PolNeAR has it (Newell, Margolin & Ruths 2018): `x.txt` beside `x.ann`.

Text-bound lines ("T1 <tab> Source 0 12 <tab> …", pieces parted by ";") are the parts of quotations; relations,
events and equivalences (R, E, *) say which belong together. Parts that nothing joins are no quotation, unless one is
a content by itself. Types are told by their names, whatever their case: content, cue, source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from index.documents import Span

_REFERENCE = re.compile(r"\bT\d+\b")
_PARTS = {"content": "message", "quote": "message", "quotation": "message", "cue": "cue", "source": "speaker",
          "speaker": "speaker", "frame": "frame", "addressee": "addressee"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quoted:
    """Spans by part: message, cue, speaker, frame, addressee."""

    parts: dict[str, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Standoff:
    name: str
    text: str
    quotations: tuple[Quoted, ...]


def read_standoff(folder: Path) -> list[Standoff]:
    """Every text below the folder that has annotations beside it."""
    files = [f for f in sorted(folder.rglob("*.ann")) if f.with_suffix(".txt").is_file()]
    return [
        Standoff(
            f.stem,
            f.with_suffix(".txt").read_text(encoding="utf-8"),
            tuple(quotations(f.read_text(encoding="utf-8").splitlines())),
        )
        for f in files
    ]


def quotations(lines: list[str]) -> Iterator[Quoted]:
    bound: dict[str, tuple[str, tuple[Span, ...]]] = {}
    joined: dict[str, str] = {}
    for line in lines:
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            kind, _, places = fields[1].partition(" ")
            part = _PARTS.get(re.split(r"[^a-z]", kind.lower())[0])
            if part:
                bound[fields[0]] = part, tuple(_span(p) for p in places.split(";"))
        elif line[:1] in ("R", "E", "*") and len(fields) > 1:
            _join(joined, _REFERENCE.findall(fields[1]))
    together: defaultdict[str, list[str]] = defaultdict(list)
    for name in bound:
        together[_root(joined, name)].append(name)
    for names in together.values():
        if any(bound[name][0] == "message" for name in names):
            yield Quoted(_grouped([bound[name] for name in names]))


def _grouped(found: list[tuple[str, tuple[Span, ...]]]) -> dict[str, tuple[Span, ...]]:
    parts: defaultdict[str, tuple[Span, ...]] = defaultdict(tuple)
    for part, spans in found:
        parts[part] += spans
    return dict(parts)


def _span(place: str) -> Span:
    start, end = place.split()
    return Span(int(start), int(end))


def _join(joined: dict[str, str], names: list[str]) -> None:
    for name in names[1:]:
        joined[_root(joined, name)] = _root(joined, names[0])


def _root(joined: dict[str, str], name: str) -> str:
    while joined.get(name, name) != name:
        name = joined[name]
    return name
