"""Are the quotes the articles' own words? Every citation of summaries and answers, looked up in what was read.

`at offsets`: the share of citations whose words stand in the article's text at the place given; `in the raw input`:
the share whose words, white space and soft hyphens aside, stand in the bytes that the article was made from (text
files only: a page's words are broken up by tags).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.domain import Citation, Reply
from assistant.hands import Engine, engine
from assistant.pipeline import ask, summarize
from assistant.settings import Settings
from assistant.show.finding_json import citation_json
from evals.corpora import bulk_texts
from evals.own import DATA, EXAMPLES
from evals.report import Bar, Row, Table
from index.collection import Collection
from index.decode import decode
from index.documents import Kind, Raw
from index.embedding.embedder import embedder_named
from index.load import load
from index.store import home

_COLUMNS = ("articles", "citations", "at offsets", "in the raw input")
_QUESTIONS = ("Was ist passiert?", "Wer hat das gesagt?", "Wie viele Menschen sind betroffen?", "What was denied?")
_BULK = 200
_PILE = 10
_BLANK = re.compile(r"[\s\u00ad]+")

Pile = Sequence[Raw]


def run(data: Path | None) -> Table:
    sets = {"own cases": _files(DATA), "examples": _files(EXAMPLES)}
    skipped = []
    for name, folder, piles in _public(data):
        if folder.is_dir():
            sets[name] = piles(folder)
        else:
            skipped.append(f"{name}: give the folder that holds {folder.name} with --data")
    rows = [_row(name, piles) for name, piles in sets.items()]
    bars = [
        Bar(f"{row.name}: quotes {where}", float(row.values[where]), 1.0)
        for row in rows
        for where in ("at offsets", "in the raw input")
    ]
    return Table("quotes", _COLUMNS, tuple(rows), tuple(skipped), tuple(bars))


def _public(data: Path | None) -> list[tuple[str, Path, Callable[[Path], Iterator[Pile]]]]:
    folder = data or Path()
    return [
        ("stories", folder / "stories", _files),
        ("scraped seeds", folder.parent / "seeds" if data else folder / "seeds", _files),
        ("real news, piles of ten", folder / "bulk", _bulk),
    ]


def _row(name: str, piles: Iterator[Pile]) -> Row:
    hands, checked, read = engine(Settings()), list[tuple[bool, bool | None]](), 0
    for pile in piles:
        with Collection.at(home.in_memory(), embedder_named("lexical")) as collection:
            read += len(collection.add(pile).added)
            checked += [_exact(collection, c) for c in _citations(collection, hands)]
    raw = [r for _, r in checked if r is not None]
    values = {"at offsets": _share([a for a, _ in checked]), "in the raw input": _share(raw)}
    return Row(name, {"articles": float(read), "citations": float(len(checked)), **values})


def _share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def _citations(collection: Collection, hands: Engine) -> list[Citation]:
    replies: list[Reply] = [summarize(collection, hands, None, 10)]
    replies += [ask(collection, hands, question) for question in _QUESTIONS]
    return [c for reply in replies for sentence in reply.sentences for c in sentence.citations]


def _exact(collection: Collection, citation: Citation) -> tuple[bool, bool | None]:
    """Checked as a reader of the JSON would: with the article as it is stored, not as the citation holds it."""
    shown = citation_json(citation)
    quote, start, end = str(shown["quote"]), shown["start"], shown["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    article, raw = collection.article(str(shown["article"])), collection.raw(str(shown["article"]))
    at_place = article.text[start:end] == quote
    if raw.kind is not Kind.TEXT:
        return at_place, None
    return at_place, _BLANK.sub("", quote) in _BLANK.sub("", decode(raw.data, raw.path))


def _files(folder: Path) -> Iterator[Pile]:
    """Each folder with articles in it is a pile."""
    for home_of in sorted({f.parent for f in folder.rglob("*.txt")}):
        yield [r for r in load([str(home_of)]) if isinstance(r, Raw)]


def _bulk(folder: Path) -> Iterator[Pile]:
    texts = bulk_texts(folder.parent)[:_BULK]
    for start in range(0, len(texts), _PILE):
        yield [Raw(f"{n}.txt", t.encode(), Kind.TEXT) for n, t in enumerate(texts[start : start + _PILE], start)]
