"""SQuAD's JSON (Rajpurkar et al. 2016), in which XQuAD (Artetxe et al. 2020) is, too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Question:
    """`passage` is the number of the passage that holds an answer, character for character; `topic` groups passages.

    A question with no answers is one that its passage does not answer (SQuAD 2).
    """

    id: str
    text: str
    answers: tuple[str, ...]
    passage: int
    topic: str


@dataclass(frozen=True, slots=True)
class Quiz:
    """Questions about passages."""

    language: str
    passages: tuple[str, ...]
    questions: tuple[Question, ...]


def read_squad(file: Path, language: str) -> Quiz:
    """Raises FileNotFoundError where it is not there."""
    content = json.loads(file.read_text(encoding="utf-8"))["data"]
    found = [(article["title"], p) for article in content for p in article["paragraphs"]]
    questions = [
        Question(q["id"], q["question"], _distinct(q["answers"]), n, title)
        for n, (title, p) in enumerate(found)
        for q in p["qas"]
    ]
    return Quiz(language, tuple(p["context"] for _, p in found), tuple(questions))


def _distinct(answers: Sequence[dict[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(answer["text"] for answer in answers))


def xquad_file(data: Path, language: str) -> Path:
    return data / "xquad" / f"xquad.{language}.json"
