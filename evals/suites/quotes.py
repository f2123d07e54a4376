"""Are the quotes the articles' own words? Every citation of summaries and answers, looked up in what was read.

A case is a pile of articles. `at offsets`: the share of citations whose words stand in the article's text at the
place given; `in the raw input`: the share whose words, white space and soft hyphens aside, stand in the bytes that
the article was made from (text files only: a page's words are broken up by tags). `whole words`: the share that begin
and end at the border of a word. There is no baseline: nothing but all of them will do. `piles quoted` is the
share of piles of which anything is quoted, since nothing at all would be exact, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from assistant.domain import Citation
from assistant.show.finding_json import citation_json
from evals.asked import Assistant
from evals.corpora import bulk_texts
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, skipped
from evals.measures.measure import Measure
from evals.own import DATA, EXAMPLES
from index.collection import Collection
from index.decode import decode
from index.documents import Kind, Raw
from index.embedding.embedder import embedder_named
from index.load import load
from index.store import home

MEASURES = (
    Measure("at offsets", ("at_offsets",)),
    Measure("in the raw input", ("in_raw",)),
    Measure("whole words", ("whole",)),
    Measure("piles quoted", ("quoted",)),
    Measure("citations", ("citations",), better=""),
)
_QUESTIONS = ("Was ist passiert?", "Wer hat das gesagt?", "Wie viele Menschen sind betroffen?", "What was denied?")
_BULK = 200
_PILE = 10
_LEARNING = "development"  # stories to learn from: they are many, and their quotes like any other
_BLANK = re.compile(r"[\s\u00ad]+")


def sets(bench: Bench) -> Iterator[CaseSet]:
    yield _files_set(bench, "own cases", "evals/data", DATA)
    yield _files_set(bench, "examples", "examples", EXAMPLES)
    yield _files_set(bench, "stories", "--data", bench.folder("stories"))
    yield _files_set(bench, "seeds", "--data", bench.data.parent / "seeds" if bench.data else Path("absent"))
    if not bench.folder("bulk").is_dir():
        yield skipped("real news, piles of ten", "no bulk (give --data)")
        return
    texts = bulk_texts(bench.data or Path())[:_BULK]
    piles = [texts[start : start + _PILE] for start in range(0, len(texts), _PILE)]
    cases = [_case(bench.assistant, f"bulk-{n}", _raws(pile)) for n, pile in enumerate(piles, start=1)]
    yield CaseSet("real news, piles of ten", "--data", tuple(cases), digest([bench.folder("bulk") / "test.csv"]))


def _files_set(bench: Bench, name: str, origin: str, folder: Path) -> CaseSet:
    """Each folder with articles in it is a pile, but those that are there to learn from."""
    if not folder.is_dir():
        return skipped(name, f"no {folder.name} (give --data)")
    files = sorted(f for f in folder.rglob("*.txt") if _LEARNING not in f.relative_to(folder).parts)
    places = sorted({f.parent for f in files})
    cases = [_case(bench.assistant, str(place.relative_to(folder)), place) for place in places]
    return CaseSet(name, origin, tuple(cases), digest(files))


def _case(assistant: Assistant, name: str, pile: Path | Sequence[Raw]) -> Case:
    return Case(
        name,
        "de",
        partial(_graded, assistant, pile),
        lambda: Graded({OURS: {"at_offsets": (0, 1), "quoted": (0, 1)}}),
    )


def _raws(texts: Sequence[str]) -> list[Raw]:
    return [Raw(f"{n}.txt", text.encode(), Kind.TEXT) for n, text in enumerate(texts)]


def _graded(assistant: Assistant, pile: Path | Sequence[Raw]) -> Graded:
    raws = [r for r in load([str(pile)]) if isinstance(r, Raw)] if isinstance(pile, Path) else pile
    with Collection.at(home.in_memory(), embedder_named("lexical")) as collection:
        collection.add(raws)
        citations = _citations(assistant, collection)
        checked = [_exact(collection, c) for c in citations]
    whole = sum(_uncut(c) for c in citations)
    placed, raw = [at for at, _ in checked], [r for _, r in checked if r is not None]
    scores = {
        "at_offsets": (sum(placed), len(placed)),
        "in_raw": (sum(raw), len(raw)),
        "whole": (whole, len(placed)),
        "quoted": (bool(placed), 1),
        "citations": (len(placed), 1),
    }
    return Graded({OURS: scores})


def _citations(assistant: Assistant, collection: Collection) -> list[Citation]:
    replies = [assistant.summarize(collection, 10)]
    replies += [assistant.ask(collection, question) for question in _QUESTIONS]
    return [c for reply in replies for sentence in reply.sentences for c in sentence.citations]


def _uncut(citation: Citation) -> bool:
    text, span = citation.article.text, citation.span
    borders = ((text[max(0, at - 1) : at + 1]) for at in (span.start, span.end) if 0 < at < len(text))
    return not any(len(pair) == 2 and pair[0].isalnum() and pair[1].isalnum() for pair in borders)


def _exact(collection: Collection, citation: Citation) -> tuple[bool, bool | None]:
    """Checked as a reader of the JSON would: with the article as it is stored, not as the citation holds it."""
    shown = citation_json(citation)
    quote, start, end = str(shown["quote"]), shown["start"], shown["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    article, raw = collection.article(str(shown["article"])), collection.raw(str(shown["article"]))
    at_place = article.text[start:end] == quote and bool(quote)
    if raw.kind is not Kind.TEXT:
        return at_place, None
    return at_place, _BLANK.sub("", quote) in _BLANK.sub("", decode(raw.data, raw.path))
