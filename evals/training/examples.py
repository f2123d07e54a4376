"""What the judge learns from: development stories, written for this project.

A story's label says which articles support a statement and which oppose it, not with which claim. They are read,
compared and turned into features by the functions that users call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from assistant.findings.find import pile_of
from assistant.findings.gather import statement_of
from assistant.judge.embedded import LOOKED_AT
from assistant.judge.features import CONFLICTS, NAMES, compared
from assistant.judge.rulings import NO_OPPOSITION, Ruling, ruling
from assistant.judge.sides import side
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Claim
from evals.formats.stories import Probe, Story, number
from evals.training.fit import Matrix
from index.errors import InputError
from index.load import load
from index.prepare import prepare

AGAINST = [NAMES.index(conflict) for conflict in CONFLICTS if conflict not in NO_OPPOSITION]


@dataclass(frozen=True, slots=True)
class Example:
    """A probe beside the claims of its story that the judge looks at.

    `articles` has each claim's article number, `features` a row each, `rulings` what rules say of it.
    """

    probe: Probe
    articles: npt.NDArray[np.str_]
    features: Matrix
    rulings: Sequence[Ruling]

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


def of_story(story: Story) -> list[Example]:
    reader = EmbeddedReader()
    with story.numbered() as paths:
        articles = [prepare(raw) for raw in load(paths) if not isinstance(raw, InputError)]
    claims = pile_of(reader.read(article) for article in articles).claims
    numbers = np.array([number(Path(c.article.path)) for c in claims])
    return [_example(probe, numbers, claims) for probe in story.probes]


def _example(probe: Probe, numbers: npt.NDArray[np.str_], claims: Sequence[Claim]) -> Example:
    """With the claims that the judge would look at."""
    statement = statement_of(probe.claim)
    rows = compared(side(statement.text, statement.language), claims, LOOKED_AT)
    values = np.array([row.values for row in rows])
    return Example(probe, numbers[[row.number for row in rows]], values, list(map(ruling, rows)))
