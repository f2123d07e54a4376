"""Sentences that a model wrote from texts, and whether people held that the texts bear them: MEMERAG and QAGS."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_SUPPORTED = "Supported"


@dataclass(frozen=True, slots=True)
class Written:
    """`supported`: None where those who labelled it could not agree or did not say."""

    id: str
    language: str
    texts: tuple[str, ...]
    sentence: str
    supported: bool | None


def read_memerag(file: Path, language: str) -> list[Written]:
    """MEMERAG (Blandón et al. 2025): a question a line, its passages, and the sentences of an answer."""
    return list(_memerag(file, language))


def _memerag(file: Path, language: str) -> Iterator[Written]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        texts = tuple(passage["text"] for passage in row["context"])
        for n, answer in enumerate(row["answer"]):
            name = f"{row['query_id']}-{answer.get('sentence_id', n)}"
            label = answer.get("factuality")
            known = label in (_SUPPORTED, "Not Supported")
            yield Written(name, language, texts, answer["sentence"], label == _SUPPORTED if known else None)


def read_qags(file: Path) -> list[Written]:
    """QAGS (Wang, Cho & Lewis 2020), `mturk_*.jsonl`: an article, its summary's sentences, three yes or no of each.

    Supported is what most of those asked called so.
    """
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Written(f"{n}-{k}", "en", (row["article"],), part["sentence"], _most(part["responses"]))
        for n, row in enumerate(rows)
        for k, part in enumerate(row["summary_sentences"])
    ]


def _most(responses: list[dict[str, str]]) -> bool | None:
    said = [r["response"].lower() for r in responses]
    yes, no = said.count("yes"), said.count("no")
    return None if yes == no else yes > no
