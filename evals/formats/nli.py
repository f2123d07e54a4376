"""Pairs of a premise and a hypothesis: XNLI as tab-separated lines, RTE as XML, our own as JSON Lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Label(StrEnum):
    ENTAILMENT = "entailment"
    CONTRADICTION = "contradiction"
    NEUTRAL = "neutral"
    NOT_ENTAILED = "not_entailed"  # RTE does not say which of the two


_RTE = {"YES": Label.ENTAILMENT, "NO": Label.NOT_ENTAILED, "UNKNOWN": Label.NEUTRAL}
_COLUMNS = ("sentence1", "sentence2", "gold_label")


@dataclass(frozen=True, slots=True)
class Pair:
    id: str
    language: str
    premise: str
    hypothesis: str
    label: Label
    spoken: str = ""  # the premise's language, where it is another


def read_xnli(file: Path, language: str) -> list[Pair]:
    """Lines of premise, hypothesis, label; or XNLI's own columns, told by its header (Conneau et al. 2018).

    A file in XNLI's own columns has all languages: only those lines are read that are in `language`.
    """
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    if rows and set(_COLUMNS) <= set(rows[0]):
        header, *rows = rows
        spoken = header.index("language") if "language" in header else None
        rows = [
            [row[header.index(column)] for column in _COLUMNS]
            for row in rows
            if spoken is None or row[spoken] == language
        ]
    return [_pair(str(n), language, row) for n, row in enumerate(rows, start=1)]


def _pair(name: str, language: str, row: Sequence[str]) -> Pair:
    premise, hypothesis, label = row[:3]
    return Pair(name, language, premise, hypothesis, Label(label.strip()))


def read_rte(file: Path, language: str) -> list[Pair]:
    """The XML of the PASCAL RTE challenges (Dagan et al. 2006); `entailment` is YES or NO, later also UNKNOWN."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.parse(str(file), parser).getroot()
    return [
        Pair(
            str(pair.get("id")),
            language,
            (pair.findtext("t") or "").strip(),
            (pair.findtext("h") or "").strip(),
            _RTE[str(pair.get("entailment") or pair.get("value")).upper()],
        )
        for pair in root.iter("pair")
    ]
