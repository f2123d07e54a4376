"""Story sets: invented articles on one event, and statements that an editor wants checked against just those.

`../shared/benchmarks/stories/SPEC.md` defines them: a folder a story, in it `articles/01-<publisher>.txt` … and
`probes.jsonl`, a probe a line. A probe's label says how well the statement is sourced in the story, never whether it
is true.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypedDict

from assistant.sourcing import Standing

_TAG = re.compile(r"<[^>]+>")
_CYRILLIC = re.compile(r"[а-яё]")
_LATIN_WORD = re.compile(r"[a-zäöüß]+")
_GERMAN = frozenset(
    ["der", "die", "und", "nicht", "den", "von", "ist", "dem", "im", "auf", "das", "ein", "eine", "hat"]
)
_ENGLISH = frozenset(["the", "and", "of", "to", "in", "is", "that", "was", "for", "on", "has", "by", "not", "with"])
_UNSUPPORTED = frozenset({Standing.CONTRADICTED, Standing.NOT_FOUND})


class _Line(TypedDict):
    id: str
    claim: str
    lang: str
    standing: str
    flags: list[str]
    independent_origins: int
    origins: list[list[str]]
    supporting: list[str]
    opposing: list[str]


@dataclass(frozen=True, slots=True)
class Probe:
    """A statement and its label. Articles go by their number ("01"); each origin is the names that will do for it.

    `cross`: the articles that support or oppose it are all in other languages than the statement.
    """

    id: str
    claim: str
    language: str
    standing: Standing
    flags: frozenset[str]
    independent_origins: int
    origins: tuple[tuple[str, ...], ...]
    supporting: frozenset[str]
    opposing: frozenset[str]
    cross: bool

    @property
    def supported(self) -> bool:
        return self.standing not in _UNSUPPORTED


@dataclass(frozen=True, slots=True)
class Story:
    name: str
    articles: tuple[Path, ...]
    probes: tuple[Probe, ...]

    @contextmanager
    def numbered(self) -> Iterator[list[str]]:
        """Copies of the articles under their numbers only, for as long as the context lasts.

        The name of a file must not tell who published it.
        """
        with TemporaryDirectory() as folder:
            yield [str(shutil.copy(a, Path(folder) / f"{number(a)}{a.suffix}")) for a in self.articles]


def stories(folder: Path) -> list[Story]:
    return [_story(place) for place in sorted(folder.iterdir()) if (place / "probes.jsonl").is_file()]


def number(path: Path) -> str:
    return path.name[:2]


def _story(place: Path) -> Story:
    articles = tuple(sorted((place / "articles").iterdir()))
    languages = {number(a): language_of(_TAG.sub(" ", a.read_text(encoding="utf-8"))) for a in articles}
    lines: Sequence[_Line] = [
        json.loads(line) for line in (place / "probes.jsonl").read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    return Story(place.name, articles, tuple(_probe(line, languages) for line in lines))


def _probe(line: _Line, languages: dict[str, str]) -> Probe:
    about = {languages[article] for article in [*line["supporting"], *line["opposing"]]}
    return Probe(
        line["id"],
        line["claim"],
        line["lang"],
        Standing(line["standing"]),
        frozenset(line["flags"]),
        line["independent_origins"],
        tuple(map(tuple, line["origins"])),
        frozenset(line["supporting"]),
        frozenset(line["opposing"]),
        bool(about) and line["lang"] not in about,
    )


def language_of(text: str) -> str:
    """ "ru" where three letters in ten are Cyrillic, else German or English by which has more function words.

    Not the product's own: what counts as cross-language must not change with what is measured.
    """
    low = text.lower()
    if len(_CYRILLIC.findall(low)) > 0.3 * len(re.findall(r"\w", text)):
        return "ru"
    words = _LATIN_WORD.findall(low)
    return "de" if sum(w in _GERMAN for w in words) >= sum(w in _ENGLISH for w in words) else "en"
