"""What a run leaves: who was measured on what, and what every case got. JSON that a later run is held against."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from evals.harness.cases import OURS, Graded, Ratio
from index.errors import SettingError

SCHEMA = "secondsource-eval/1"


@dataclass(frozen=True, slots=True)
class Row:
    """One case: its scores by system, or why it failed (its scores are then the declared default) or is ungraded."""

    case: str
    language: str
    scores: Mapping[str, Mapping[str, Ratio]] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    note: str = ""
    failed: str = ""
    ungraded: str = ""

    @classmethod
    def of(cls, case: str, language: str, graded: Graded, failed: str = "") -> Row:
        return cls(case, language, graded.scores, graded.labels, graded.note, failed)

    def parts(self, system: str) -> Mapping[str, Ratio]:
        return self.scores.get(system, {})


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one system over one set, or over one language of it (`language` is empty for all).

    `low`, `high`: the 95 % interval of `value`, which pools the cases (micro). `macro`: the mean of the cases' own
    values; None for measures that no single case has. `cases`: how many the measure asks of.
    """

    measure: str
    system: str
    language: str
    value: float | None
    low: float | None
    high: float | None
    macro: float | None
    cases: int


@dataclass(frozen=True, slots=True)
class SetRecord:
    name: str
    origin: str
    digest: str
    size: int  # cases that the set has, of which `rows` may be a sample
    skipped: str = ""
    without: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    figures: tuple[Figure, ...] = ()

    @property
    def graded(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if not row.ungraded)

    def systems(self) -> list[str]:
        """Ours first, then the baselines in the order in which cases name them."""
        return list(dict.fromkeys([OURS, *(system for row in self.rows for system in row.scores)]))

    def figure(self, measure: str, system: str = OURS, language: str = "") -> Figure | None:
        key = (measure, system, language)
        return next((f for f in self.figures if (f.measure, f.system, f.language) == key), None)


@dataclass(frozen=True, slots=True)
class SuiteRecord:
    name: str
    about: str
    seconds: float
    sets: tuple[SetRecord, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """`code`: a digest of the program's files; `prompts`: one for each prompt's wording; `limit` 0: every case."""

    schema: str
    version: str
    code: str
    model: str | None
    embedder: str
    prompts: Mapping[str, str]
    seed: int
    limit: int
    suites: tuple[SuiteRecord, ...]


def to_dict(run: Run) -> dict[str, object]:
    return asdict(run)


def read_run(path: Path) -> Run:
    """Raises SettingError where the file is no record of a run."""
    from pydantic import TypeAdapter, ValidationError

    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return TypeAdapter(Run).validate_python(content.get("run", content))
    except OSError as error:
        raise SettingError(
            f"{path}: cannot be read ({error.strerror}). Name the JSON that `eval --json` wrote."
        ) from None
    except (ValueError, ValidationError, AttributeError):
        raise SettingError(f"{path}: this is no record of a run. Name the JSON that `eval --json -o` wrote.") from None
