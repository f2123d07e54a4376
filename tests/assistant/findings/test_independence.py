from __future__ import annotations

import pytest

from assistant.findings.independence import components
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.documents import Article, Span

ANZEIGER, BLITZ = (Source(name, SourceKind.OUTLET, f"name:{name.lower()}") for name in ("Anzeiger", "Blitz"))
WORKER = Source("Dario K.", SourceKind.PERSON, "person:dario k.")
SOMEBODY = Source("ein Arbeiter", SourceKind.WITNESS, "unnamed:b:0", named=False)
POLICE = Source("Polizei", SourceKind.POLICE, "police")
FIRST = "Erst war da ein dumpfer Knall, erzählt der Arbeiter Dario K. unserer Zeitung am Abend."
SECOND = "Laut Anzeiger hörte jemand kurz vor dem Feuer einen Knall."


def claim(name: str, text: str, *chain: Source) -> Claim:
    article = Article(name, text, f"{name}.txt", publisher=chain[0].name, language="de")
    return Claim(article, Span(0, len(text)), tuple(map(Link, chain)), None)


@pytest.mark.parametrize(("named", "origins"), [(WORKER, 1), (POLICE, 2)], ids=["a person", "a body"])
def test_whom_a_relaying_article_leaves_unnamed_is_the_person_whom_its_source_names(
    named: Source, origins: int
) -> None:
    told = [claim("a", FIRST, ANZEIGER, named), claim("b", SECOND, BLITZ, ANZEIGER, SOMEBODY)]
    resolver = Resolver([link.source for one in told for link in one.chain])
    assert len(components(told, (), resolver)) == origins
