"""Do ten sentences tell what matters? Facts told, beside the articles' lead sentences of the same length.

How a fact is recognised is in `evals.measures.facts`. A baseline gets as many characters as our summary has: the
articles' lead sentences (one of each article in turn, from the top), random sentences (the mean over ten draws), and
sentences near the pile's centroid with maximal marginal relevance (lambda 0.7, the `lexical` vectors). What is
measured is the reply that `secondsource summarize` shows, after the gate. `facts told` is coverage; citation precision
(`citations bearing`: the share of citations whose words have most of what their sentence says; an extractive writer
gets it for free, so it says nothing without coverage) and citation recall (`sentences cited`) stand beside it.
`length` is in characters, `redundancy` the mean of the greatest share of concepts that a sentence has in common with
an earlier one; `dangling` the share of sentences that our own rules say point back (so that ours has none by
construction), `quotes exact` that of quotes at their offsets. Constants were set with `own piles` and both `stories`
in sight; on `own, blind` nothing was tuned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assistant.domain import Reply
from assistant.write.concepts import concepts
from assistant.write.sentence import points_back
from evals.asked import Assistant
from evals.baseline.summary import at_random, lead, near_centroid
from evals.harness.bench import Bench, digest
from evals.harness.cases import OURS, Case, CaseSet, Graded, Scores, skipped
from evals.measures.facts import Fact, Told, claimed_facts, listed_facts
from evals.measures.measure import Measure, quotient
from evals.measures.tokens import share_in
from evals.own import BLIND, DATA
from index.documents import Article

MEASURES = (
    Measure("facts told", ("told",)),
    Measure("facts told, times lead", ("told", "lead_told"), quotient),
    Measure("citations bearing", ("bearing",)),
    Measure("sentences cited", ("cited",)),
    Measure("quotes exact", ("exact",)),
    Measure("redundancy", ("redundancy",), better="lower"),
    Measure("dangling", ("dangling",), better="lower"),
    Measure("length", ("length",), better=""),
)
_OWN = DATA / "summaries"
_SENTENCES = {"stories": 10, "own": 6}  # the own piles are half as long as the stories
_DRAWS = 10
_BEARS = 0.5


@dataclass(frozen=True, slots=True)
class Pile:
    """A pile, what it says, and our summary of it."""

    articles: tuple[Article, ...]
    facts: Sequence[Fact]
    reply: Reply

    @property
    def ours(self) -> list[Told]:
        return [Told(s.text, s.citations[0].article.language) for s in self.reply.sentences]


def sets(bench: Bench) -> Iterator[CaseSet]:
    for name, place in (("own piles", _OWN), ("own, blind", BLIND / "piles")):
        yield _set(bench, name, "evals/data", "own", [f for f in sorted(place.iterdir()) if f.is_dir()])
    for name, origin, folder in (
        ("own stories", "evals/data", DATA / "stories"),
        ("stories", "--data", bench.folder("stories")),
    ):
        if folder.is_dir():
            stories = sorted(f for f in folder.iterdir() if (f / "probes.jsonl").is_file())
            yield _set(bench, name, origin, "stories", stories)
        else:
            yield skipped(name, "not there (give --data)")


def _set(bench: Bench, name: str, origin: str, kind: str, folders: Sequence[Path]) -> CaseSet:
    cases = [
        Case(folder.name, _language(folder), partial(_graded, bench, folder, kind), partial(_none, folder))
        for folder in folders
    ]
    files = [f for folder in folders for f in folder.rglob("*") if f.is_file()]
    return CaseSet(name, origin, tuple(cases), digest(files))


def _language(folder: Path) -> str:
    from evals.formats.stories import language_of

    return language_of(" ".join(f.read_text(encoding="utf-8") for f in sorted(folder.rglob("*.txt"))))


def _none(folder: Path) -> Graded:
    return Graded({OURS: {"told": (0, 1), "cited": (0, 1)}}, note=f"no summary of {folder.name}")


def _graded(bench: Bench, folder: Path, kind: str) -> Graded:
    pile = _pile(bench.assistant, folder, kind)
    length = sum(len(t.text) for t in pile.ours)
    leads = lead(pile.articles, length, 0)
    lead_told = _told(pile, [leads])
    drawn = [at_random(pile.articles, length, bench.seed + n) for n in range(_DRAWS)]
    systems: dict[str, Sequence[list[Told]]] = {
        OURS: [pile.ours],
        "lead sentences": [leads],
        "random sentences": drawn,
        "centroid, MMR": [near_centroid(pile.articles, length, 0)],
    }
    scores = {name: _scores(pile, found, lead_told) for name, found in systems.items()}
    return Graded({**scores, OURS: {**scores[OURS], **_citations(pile.reply)}})


def _pile(assistant: Assistant, folder: Path, kind: str) -> Pile:
    source = folder / "articles" if kind == "stories" else folder
    paths = [str(p) for p in sorted(source.iterdir()) if p.suffix != ".json"]
    with assistant.pile(paths) as collection:
        articles = collection.articles([head.id for head in collection.heads()])
        reply = assistant.summarize(collection, _SENTENCES[kind])
    in_order = tuple(sorted(articles, key=lambda a: a.path))
    listed = kind != "stories"
    facts = listed_facts(folder / "facts.json") if listed else claimed_facts(folder / "probes.jsonl", in_order)
    return Pile(in_order, facts, reply)


def _scores(pile: Pile, found: Sequence[list[Told]], lead_told: float) -> Scores:
    """`found`: a system's summary, or several of which the mean is taken."""
    n, facts = len(found), len(pile.facts)
    sentences = sum(map(len, found))
    pointing = sum(points_back(t.text, t.language) for summary in found for t in summary)
    return {
        "told": (_told(pile, found), facts),
        "lead_told": (lead_told, facts),
        "redundancy": (sum(map(redundancy, found)) / n, 1),
        "dangling": (pointing / n, sentences / n),
        "length": (sum(len(t.text) for summary in found for t in summary) / n, 1),
    }


def _told(pile: Pile, found: Sequence[list[Told]]) -> float:
    return sum(fact.told_in(summary) for summary in found for fact in pile.facts) / len(found)


def _citations(reply: Reply) -> Scores:
    cited = [(s, c) for s in reply.sentences for c in s.citations]
    bearing = sum(share_in(c.quote, s.text) >= _BEARS or share_in(s.text, c.quote) >= _BEARS for s, c in cited)
    exact = sum(c.span.of(c.article.text) == c.quote and bool(c.quote) for _, c in cited)
    covered = sum(bool(s.citations) for s in reply.sentences)
    return {
        "bearing": (bearing, len(cited)),
        "exact": (exact, len(cited)),
        "cited": (covered, len(reply.sentences) or 1),
    }


def redundancy(summary: Sequence[Told]) -> float:
    """How much of a sentence an earlier one has said: the greatest share of common concepts, mean over sentences."""
    bags = [set(concepts(t.text, t.language)) for t in summary]
    most = [max((len(b & a) / len(b | a or {""}) for a in bags[:n]), default=0.0) for n, b in enumerate(bags)]
    return sum(most[1:]) / max(1, len(most) - 1)
