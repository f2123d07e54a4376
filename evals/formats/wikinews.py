"""Texts whose quotations are labelled: the German Wikinews set, and our own sentences in evals/data/quotations.jsonl.

A line of ours has `language`, `text`, `construction` (what it is there for), and `quotations`: each with its `type`
and, for each part, the words themselves in as many pieces as it has. A piece stands once in its text, as whole words.
What belongs to which part is as the Wikinews set has it: "dass", quotation marks and a frame's comma belong; a
sentence's last full stop only where the sentence is quoted as a whole.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from evals.measures.quotations import MESSAGE, PARTS, ROLES, Quotation
from evals.own import BLIND, DATA
from index.documents import Span

OWN = DATA / "quotations.jsonl"
UNSEEN = BLIND / "quotations.jsonl"
_TOKEN = re.compile(r"\w+(?:[-’'.,]\w+)*|[^\w\s]")
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_FIELDS = {MESSAGE: "quote", **{role: role for role in ROLES}}  # the set's names of the parts


class _Article(TypedDict):
    originalText: str
    _file: str
    tokens: list[dict[str, int]]
    annotations: list[dict[str, Mapping[str, list[int]]]]


class Line(TypedDict):
    """A line of our own file."""

    language: str
    text: str
    quotations: list[dict[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Labelled:
    text: str
    language: str
    tokens: tuple[Span, ...]
    quotations: tuple[Quotation, ...] = ()
    name: str = ""

    def tokens_of(self, spans: Iterable[Span]) -> frozenset[int]:
        """The tokens of which any character lies in one of the spans."""
        return frozenset(n for span in spans for n, token in enumerate(self.tokens) if token.overlaps(span))


def wikinews(data: Path, part: str) -> list[Labelled]:
    """One part ("dev", "test") of the set. Raises FileNotFoundError where it is not there."""
    with gzip.open(data / "wikinews_quotes" / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [_article(json.loads(line)) for line in lines]


def _article(row: _Article) -> Labelled:
    tokens = tuple(Span(token["charBegin"], token["charEnd"]) for token in row["tokens"])
    quotations = [
        Quotation({part: frozenset(q[f].get("tokenIds", ())) for part, f in _FIELDS.items()}, snake(str(q["type"])))
        for q in row["annotations"]
    ]
    return Labelled(row["originalText"], "de", tokens, tuple(quotations), str(row.get("_file") or ""))


def snake(name: str) -> str:
    """ "IndirectFreeIndirect" as "indirect_free_indirect": the set's types are those of `QuoteType`."""
    return _INNER_CAPITAL.sub("_", name).lower()


def own_sentences(file: Path = OWN) -> list[Labelled]:
    return [sentence(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def sentence(line: Line) -> Labelled:
    """Raises ValueError where a piece does not stand in the text, or more than once."""
    text = line["text"]
    bare = tokenized(text, line["language"])
    quotations = [
        Quotation({p: bare.tokens_of(_located(text, q.get(p, ()))) for p in PARTS}, str(q["type"]))
        for q in line["quotations"]
    ]
    return Labelled(text, bare.language, bare.tokens, tuple(quotations))


def tokenized(text: str, language: str, name: str = "") -> Labelled:
    """A text of which no quotation is labelled yet."""
    return Labelled(text, language, tuple(Span(*m.span()) for m in _TOKEN.finditer(text)), (), name)


def _located(text: str, pieces: Iterable[str]) -> list[Span]:
    found = []
    for piece in pieces:
        before, after = (r"(?<!\w)" if piece[0].isalnum() else "", r"(?!\w)" if piece[-1].isalnum() else "")
        places = [m.span() for m in re.finditer(before + re.escape(piece) + after, text)]
        if len(places) != 1:
            raise ValueError(f"{piece!r} stands {len(places)} times in {text!r}")
        found.append(Span(*places[0]))
    return found
