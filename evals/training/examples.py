"""What the judge learns from: development stories and labelled reports, all written for this project.

A story's label says which articles support a statement and which oppose it, not with which claim. A report has one for
each of its sentences. Both are read, compared and turned into features by the functions that users call.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.findings.find import pile_of
from assistant.findings.gather import statement_of
from assistant.judge.embedded import LOOKED_AT, NO_OPPOSITION
from assistant.judge.features import CONFLICTS, NAMES, Compared, compared
from assistant.judge.sides import side
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Claim, Link, Source, SourceKind
from evals.formats.stories import Probe, Story, number
from evals.training.fit import Matrix
from index.documents import Article, Span
from index.errors import InputError
from index.load import load
from index.prepare import prepare

AGAINST = [NAMES.index(conflict) for conflict in CONFLICTS if conflict not in NO_OPPOSITION]
_BESIDE = 40  # sentences of other reports that a report is compared among, so that common words weigh little
_PUBLISHER = (Link(Source("Blatt", SourceKind.OUTLET, "blatt")),)


@dataclass(frozen=True, slots=True)
class Example:
    """A probe beside the claims of its story that the judge looks at.

    `articles` has each claim's article number, `features` a row each.
    """

    probe: Probe
    articles: npt.NDArray[np.str_]
    features: Matrix

    def labelled(self, stance: str) -> frozenset[str]:
        return self.probe.supporting if stance == "supports" else self.probe.opposing

    def candidates(self, stance: str, article: str) -> npt.NDArray[np.int64]:
        """The claims of an article that can have that stance: only one with a conflict can oppose."""
        places = np.where(self.articles == article)[0]
        return places[self.features[places][:, AGAINST].max(axis=1) > 0] if stance == "opposes" else places

    def is_open(self, stance: str, article: str) -> bool:
        """An older report that says otherwise is not labelled, so that it cannot be told from one that does not."""
        earliest = min(self.probe.supporting, default="")
        return stance == "opposes" and article not in self.probe.opposing and article < earliest


@dataclass(frozen=True, slots=True)
class Report:
    """A statement beside each sentence of one report, whose stances are known; the title's is the last."""

    stances: tuple[str, ...]
    features: Matrix


def of_story(story: Story) -> list[Example]:
    reader = EmbeddedReader()
    with story.numbered() as paths:
        articles = [prepare(raw) for raw in load(paths) if not isinstance(raw, InputError)]
    claims = pile_of(reader.read(article) for article in articles).claims
    numbers = np.array([number(Path(c.article.path)) for c in claims])
    return [_example(probe, numbers, claims) for probe in story.probes]


def _example(probe: Probe, numbers: npt.NDArray[np.str_], claims: Sequence[Claim]) -> Example:
    """With the claims that the judge would look at."""
    rows = _compared(probe.claim, None, claims, LOOKED_AT)
    return Example(probe, numbers[[row.number for row in rows]], np.array([row.values for row in rows]))


def reports(file: Path) -> Iterator[Report]:
    """The labelled reports of a JSON Lines file."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    claims = [_claims(line) for line in lines]
    draw = random.Random(1)
    for n, line in enumerate(lines):
        beside: list[Claim] = []
        while len(beside) < min(_BESIDE, sum(map(len, claims)) - len(claims[n])):
            other = draw.randrange(len(lines))
            beside += claims[other] if other != n else []
        rows = _compared(line["statement"], line["language"], [*claims[n], *beside])
        yield Report(tuple(line["stances"]), np.array([row.values for row in rows[: len(claims[n])]]))


def _claims(line: Mapping[str, Any]) -> list[Claim]:
    given = line["article"]
    title = given["title"]
    text, spans = f"{title}\n\n", []
    for sentence in given["sentences"]:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + " "
    headline = Span(0, len(title))
    article = Article(line["id"], text.strip(), "", headline=headline, publisher="Blatt", language=given["language"])
    claims = [Claim(article, span, _PUBLISHER) for span in spans]
    return [*claims, Claim(article, headline, _PUBLISHER, headline=True)]


def _compared(text: str, language: str | None, claims: Sequence[Claim], most: int | None = None) -> list[Compared]:
    statement = statement_of(text)
    return compared(side(text, language or statement.language), claims, most)
