"""Hands that tests can foresee: a reader and a judge of a few lines each, in place of the embedded ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.sourcing import Claim, Comparison, Link, Reading, Silence, Source, SourceKind, Stance, Statement
from index.documents import Article, Span
from index.sentences import sentences
from index.terms import words

_FROM = re.compile(r"[Ll]aut (\w+)")
_MOST = 0.6
_SILENT = re.compile(r"(\w+) (?:schwieg|schweigt)")


class PlainReader:
    """Every sentence is a claim; "laut X" names whom it is from, "X schwieg" is a silence, "soll" a reservation."""

    name = "plain"

    def read(self, article: Article) -> Reading:
        spans = sentences(article.text, article.language)
        silences = (_silence(article, span) for span in spans)
        return Reading(tuple(_claim(article, span) for span in spans), tuple(filter(None, silences)))


class PlainJudge:
    """A claim that has most words of a statement supports it, or opposes it where just one of the two says "nicht"."""

    name = "plain"

    def compare(self, statement: Statement, claims: Sequence[Claim]) -> list[Comparison]:
        return [_compared(statement, claim) for claim in claims]


def _claim(article: Article, span: Span) -> Claim:
    text, publisher = article.text, article.publisher or article.path
    chain = [Link(Source(publisher, SourceKind.OUTLET, publisher.lower()))]
    for found in _FROM.finditer(text, span.start, span.end):
        name = found[1]
        chain.append(Link(Source(name, SourceKind.GOVERNMENT, name.lower()), (Span(*found.span(1)),)))
    hedges = [Span(*found.span()) for found in re.compile(r"\bsoll\b").finditer(text, span.start, span.end)]
    headline = bool(article.headline and article.headline.overlaps(span))
    return Claim(article, span, tuple(chain), None, tuple(hedges), headline)


def _silence(article: Article, span: Span) -> Silence | None:
    found = _SILENT.search(article.text, span.start, span.end)
    return Silence(article, span, Source(found[1], SourceKind.GOVERNMENT, found[1].lower())) if found else None


def _compared(statement: Statement, claim: Claim) -> Comparison:
    asked, told = set(words(statement.text)), set(words(claim.text))
    strength = len(asked & told) / len(asked)
    if strength >= _MOST:
        agrees = ("nicht" in asked) == ("nicht" in told)
        return Comparison(claim, Stance.SUPPORTS if agrees else Stance.OPPOSES, "says", strength=0.7 + 0.3 * strength)
    return Comparison(claim, Stance.UNRELATED, "other", strength=strength)
