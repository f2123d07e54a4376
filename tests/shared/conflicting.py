"""What the judge's rules hold against a claim, for tests."""

from __future__ import annotations

from assistant.judge.against.conflicts import conflicts
from assistant.judge.coverage import coverage, weights
from assistant.judge.sides import side
from assistant.judge.told import told
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.documents import Article
from index.sentences import sentences


def claim_of(text: str, language: str) -> Claim:
    """The last sentence of an article."""
    article = Article("a", text, "a.txt", language=language)
    return Claim(article, sentences(text, language)[-1], (Link(Source("B", SourceKind.OUTLET, "b")),))


def reasons(statement: str, text: str, language: str, asked_in: str | None = None) -> set[str]:
    """In what the last sentence of an article cannot be true together with the statement."""
    claim = told(claim_of(text, language))
    asked = side(statement, asked_in or language)
    weighed, _ = weights(asked, [claim.bag])
    return {c.reason for c in conflicts(asked, claim, coverage(asked, weighed, claim))}


def covered_by(statement: str, text: str, language: str = "de") -> dict[str, float]:
    """How much of each unit of the statement a claim says itself."""
    article = Article("a", text, "a.txt", language=language)
    claim = told(Claim(article, sentences(text, language)[-1], (Link(Source("B", SourceKind.OUTLET, "b")),)))
    asked = side(statement, language)
    weighed, _ = weights(asked, [claim.bag])
    return {m.unit.text: m.own for m in coverage(asked, weighed, claim).meetings}
