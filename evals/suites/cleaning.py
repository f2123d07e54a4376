"""Cleaning: does the story stay, does the page around it go?

`own`: the noisy texts in evals/data/cleaning, written with the rules in sight. `own, blind`: pages in evals/data/blind
by somebody who had not looked at the rules, and on which nothing was tuned. `own stories`: those of
evals/data/stories, by writers who had seen no rule (first looked at: .944 and .719; the rules were then made general
with them in sight, so that they are blind no more). `stories` and `seeds`: from `data`. All of these label lines as
body or noise. `pages`: the news pages of article-extraction-benchmark as plain text against the reference body, F1 of
tokens as multisets (the mean over pages is "macro", all pages together "pooled"); published, from the HTML and not
from plain text as here: trafilatura 2.0 .958, go_trafilatura .960, readability-lxml .922, justext .804. `evaldata`:
trafilatura's own pages, of which snippets are labelled that have to be there or must not. Beside it: keeping
everything, keeping long lines, trafilatura (which reads the HTML).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evals.formats.pages import Page, has_evaldata, read_benchmark, read_evaldata
from evals.formats.visible import visible_lines
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, Ratio, Scores, skipped
from evals.measures.measure import Measure
from evals.measures.tokens import common
from evals.own import BLIND, DATA
from index.frontmatter import split_front_matter

MEASURES = (
    Measure("body kept", ("body",)),
    Measure("noise cut", ("noise",)),
    Measure("F1", ("f1",)),
    Measure("precision", ("precision",)),
    Measure("recall", ("recall",)),
    Measure("F1 pooled", ("pooled",)),
)
_OWN = DATA / "cleaning"
_SPACE = re.compile(r"\s+")
_LONG = 60  # characters; the best of 30, 60, 80 and 100 for the baseline is within 0.02
_SENTENCE_END = re.compile("[.!?]")

Method = Callable[[str, str | None], str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A noisy text, its title if it has front matter, and the lines that are the story's and that are noise."""

    name: str
    text: str
    title: str | None
    body: tuple[str, ...]
    noise: tuple[str, ...]


def sets(bench: Bench) -> Iterator[CaseSet]:
    for name, labels, texts in _line_sets(bench):
        if not texts.is_dir() or not labels or not all(file.is_file() for file in labels):
            yield skipped(name, "not there (give --data)")
            continue
        labelled = [case for file in labels for case in _labelled(file, texts)]
        cases = tuple(_line_case(bench, case) for case in labelled)
        yield CaseSet(name, _origin(name), cases, digest(labels))
    yield _pages_set(bench, "pages", "ground-truth.json", read_benchmark, _whole)
    if has_evaldata(bench.folder("trafilatura")):
        yield _pages_set(bench, "evaldata", ".", read_evaldata, _snippets, "trafilatura")
    else:
        yield skipped("evaldata", "no trafilatura/evaldata.py or .json (give --data)")


def _line_sets(bench: Bench) -> list[tuple[str, Sequence[Path], Path]]:
    """Name, files of labels by line number, and the folder of the texts."""
    stories, own = bench.folder("stories"), DATA / "stories"
    seeds = bench.data.parent / "seeds" if bench.data else Path("absent")
    return [
        ("own", [_OWN / "noise.json"], _OWN),
        ("own, blind", [BLIND / "cleaning" / "noise.json"], BLIND / "cleaning"),
        ("own stories", sorted(own.glob("*/noise.json")), own),
        ("stories", [stories / "noise.json"], stories),
        ("seeds", [_OWN / "seeds.json"], seeds),
    ]


def _origin(name: str) -> str:
    return "evals/data" if name.startswith("own") else "--data"


def _pages_set(
    bench: Bench, name: str, file: str, read: Callable[[Path], list[Page]], grade: Callable[[str, Page], Scores],
    within: str | None = None,
) -> CaseSet:  # fmt: skip
    folder = bench.folder(within or name)
    if not (folder / file).exists():
        return skipped(name, f"no {file} (give --data)")
    cases = tuple(
        Case(page.id, "en", partial(_page_graded, bench, page, grade), partial(_nothing, page, grade))
        for page in read(folder)
    )
    return CaseSet(name, "--data", cases, digest([folder / file]) if file != "." else "")


def _methods(bench: Bench) -> Mapping[str, Method]:
    return {
        OURS: lambda text, title: bench.assistant.clean(text, title)[0],
        "keep everything": lambda text, title: text,
        "long lines": lambda text, title: _long_lines(text),
    }


def _long_lines(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if len(line) >= _LONG and _SENTENCE_END.search(line))


def _labelled(labels: Path, directory: Path) -> list[Labelled]:
    numbers: dict[str, dict[str, list[int]]] = json.loads(labels.read_text(encoding="utf-8"))
    return [_case(name, _file(directory, name), lines) for name, lines in numbers.items()]


def _file(directory: Path, name: str) -> Path:
    """Stories name a file as "<story>/<file>", and keep it in "<story>/articles/<file>"."""
    story, _, file = name.rpartition("/")
    return directory / story / "articles" / file if story else directory / file


def _case(name: str, path: Path, numbers: Mapping[str, Sequence[int]]) -> Labelled:
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    matter, story = split_front_matter(text)
    body, noise = (tuple(_plain(lines[n - 1]) for n in numbers[kind]) for kind in ("body", "noise"))
    return Labelled(name, story, matter.get("title"), body, noise)


def _line_case(bench: Bench, case: Labelled) -> Case:
    def score() -> Graded:
        return Graded({name: _lines(case, do(case.text, case.title)) for name, do in _methods(bench).items()})

    return Case(case.name, "de", score, lambda: Graded({OURS: _lines(case, None)}))


def _lines(case: Labelled, text: str | None) -> Scores:
    """A body line counts as kept if it stands in the text, a noise line as cut if no line of the text is the same."""
    flat, lines = _plain(text or ""), {_plain(line) for line in (text or "").split("\n")}
    kept = 0 if text is None else sum(line in flat for line in case.body)
    cut = 0 if text is None else sum(line not in lines for line in case.noise)
    return {"body": (kept, len(case.body)), "noise": (cut, len(case.noise))}


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip()


def _page_graded(bench: Bench, page: Page, grade: Callable[[str, Page], Scores]) -> Graded:
    text = visible_lines(page.html)
    cleaned, headline = bench.assistant.clean(text)
    scores = {name: grade(do(text, None), page) for name, do in _methods(bench).items()}
    bare = cleaned[headline.end :] if headline else cleaned  # reference bodies have no headline
    return Graded(
        {**scores, "headline left out": grade(bare, page), "trafilatura": grade(_trafilatura(page.html), page)}
    )


def _trafilatura(html: str) -> str:
    import trafilatura

    return trafilatura.extract(html, include_comments=False, include_tables=True) or ""


def _nothing(page: Page, grade: Callable[[str, Page], Scores]) -> Graded:
    return Graded({OURS: {part: (0.0, whole) for part, (_, whole) in grade("", page).items()}})


def _whole(text: str, page: Page) -> Scores:
    found = common(text, page.body or "")
    pooled: Ratio = (2 * found.right, 2 * found.right + found.wrong + found.missed)
    return {"f1": (found.f1, 1), "precision": (found.precision, 1), "recall": (found.recall, 1), "pooled": pooled}


def _snippets(text: str, page: Page) -> Scores:
    """Snippets as trafilatura's own evaluation counts them: found, left out, wrongly there."""
    flat = _plain(text)
    right, wrong = (sum(_plain(s) in flat for s in snippets) for snippets in (page.wanted, page.unwanted))
    told, asked = right + wrong, len(page.wanted)
    return {"precision": (right, told), "recall": (right, asked), "pooled": (2 * right, told + asked)}
