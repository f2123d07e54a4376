"""A claim that gives another number of the same thing is not joined with a statement."""

from __future__ import annotations

import pytest

from assistant.findings.counts import counts_otherwise
from assistant.sourcing import Claim, Link, Source, SourceKind, Statement
from index.documents import Article, Span


def told(text: str, language: str = "de") -> Claim:
    article = Article("a", text, "a.txt", language=language)
    return Claim(article, Span(0, len(text)), (Link(Source("Bote", SourceKind.OUTLET, "bote")),))


@pytest.mark.parametrize(
    ("statement", "claim"),
    [
        ("Vier Brücken sind gesperrt.", "Drei Brücken sind gesperrt, über eine vierte wird beraten."),
        ("Die Steuer steigt auf 19 Prozent.", "Die Steuer steigt um einen halben Prozentpunkt."),
        ("Bis zu 300 Musiker spielen im Park.", "40 Musiker proben im Park."),
    ],
)
def test_another_number_of_the_same_thing(statement: str, claim: str) -> None:
    assert counts_otherwise(Statement(statement, "de"), told(claim))


@pytest.mark.parametrize(
    ("statement", "claim"),
    [
        ("Sieben Kühe verendeten auf der Weide.", "Auf der Weide sind 7 Kühe verendet."),
        ("Rund 200 Helfer suchten den Jungen.", "210 Helfer waren bei der Suche."),
        ("Sieben Kühe verendeten auf der Weide.", "Auf der Weide lagen tote Kühe."),
        ("Zwei Männer starben, neun wurden verletzt.", "Die neun Verletzten liegen in der Klinik."),
        ("Im Stadion saßen 45.000 Zuschauer.", "Zehntausende Zuschauer feierten."),
    ],
)
def test_the_same_number_or_none(statement: str, claim: str) -> None:
    assert not counts_otherwise(Statement(statement, "de"), told(claim))


def test_a_step_is_not_where_it_leads() -> None:
    assert counts_otherwise(Statement("The turnover tax rises to 19 per cent.", "en"), told("A half-point rise.", "en"))
