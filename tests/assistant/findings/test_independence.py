from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.findings.independence import components
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.documents import Article, Span

ANZEIGER, BLITZ = (Source(name, SourceKind.OUTLET, f"name:{name.lower()}") for name in ("Anzeiger", "Blitz"))
WORKER = Source("Dario K.", SourceKind.PERSON, "person:dario k.")
SOMEBODY = Source("ein Arbeiter", SourceKind.WITNESS, "unnamed:b:0", named=False)
POLICE = Source("Polizei", SourceKind.POLICE, "police")
AGENCY = Source("dpa", SourceKind.AGENCY, "dpa")
FIRST = "Erst war da ein dumpfer Knall, erzählt der Arbeiter Dario K. unserer Zeitung am Abend."
SECOND = "Laut Anzeiger hörte jemand kurz vor dem Feuer einen Knall."


def claim(name: str, text: str, *chain: Source) -> Claim:
    article = Article(name, text, f"{name}.txt", publisher=chain[0].name, language="de")
    return Claim(article, Span(0, len(text)), tuple(map(Link, chain)), None)


@pytest.mark.parametrize("named", [WORKER, POLICE], ids=["a person", "a body"])
def test_an_article_that_relays_another_is_no_origin_beside_it(named: Source) -> None:
    told = [claim("a", FIRST, ANZEIGER, named), claim("b", SECOND, BLITZ, ANZEIGER, SOMEBODY)]
    found = components(told, (), Resolver([link.source for one in told for link in one.chain]))
    assert [part.end.source for part in found] == [named]


def test_where_an_outlets_own_article_is_there_it_tells_whom_it_has_it_from() -> None:
    told = [claim("a", FIRST, ANZEIGER, WORKER), claim("b", SECOND, BLITZ, ANZEIGER, POLICE)]
    (found,) = components(told, (), Resolver([link.source for one in told for link in one.chain]))
    assert [link.source for link in found.claims[-1].chain] == [BLITZ, ANZEIGER, WORKER]


def test_whom_a_quoted_agency_has_it_from_is_known_from_a_copy_of_it() -> None:
    copy = claim("a", FIRST, ANZEIGER, AGENCY, POLICE)
    quoting = claim("b", SECOND, BLITZ, AGENCY)
    quoting = replace(quoting, chain=(quoting.chain[0], replace(quoting.chain[1], spans=(Span(0, 4),))))
    (found,) = components([copy, quoting], (), Resolver([ANZEIGER, BLITZ, AGENCY, POLICE]))
    assert found.end.source == POLICE


@pytest.mark.parametrize(("state", "origins"), [("Laos", 1), ("Peru", 2)])
def test_a_government_and_a_ministry_of_it_in_one_article_are_one_origin(state: str, origins: int) -> None:
    text = f"Laos schickt niemanden, sagte die laotische Regierung. Das Außenministerium von {state} bestätigte das."
    article = Article("a", text, "a.txt", publisher="Anzeiger", language="de")
    government = Source("laotische Regierung", SourceKind.GOVERNMENT, "LA:government", side="LA")
    code = {"Laos": "LA", "Peru": "PE"}[state]
    ministry = Source("Außenministerium", SourceKind.GOVERNMENT, f"{code}:foreign_ministry", side=code)
    told = [
        Claim(article, Span(0, 54), (Link(ANZEIGER), Link(government)), None),
        Claim(article, Span(55, len(text)), (Link(ANZEIGER), Link(ministry)), None),
    ]
    assert len(components(told, (), Resolver([ANZEIGER, government, ministry]))) == origins
    assert components(told, (), Resolver([ANZEIGER, government, ministry]))[0].end.source == government
    assert components(told[::-1], (), Resolver([ANZEIGER, government, ministry]))[0].end.source == ministry
