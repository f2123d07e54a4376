"""Who has a stake, over all desks and languages: sentences of news in stakes.yaml, read as an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from assistant.findings.find import pile_of, weigh
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Comparison, Flag, Stance, Statement
from index.documents import Article, Span


def cases() -> Iterator[tuple[str, str, bool]]:
    desks = yaml.safe_load((Path(__file__).parent / "stakes.yaml").read_text(encoding="utf-8"))
    for languages in desks.values():
        for language, texts in languages.items():
            yield from ((language, text, True) for text in texts["party"])
            yield from ((language, text, False) for text in texts["none"])


@pytest.mark.parametrize(("language", "marked", "party"), list(cases()))
def test_whoever_gains_or_loses_by_a_statement_is_a_party_to_it(language: str, marked: str, party: bool) -> None:
    asked = Span(marked.index("["), marked.index("]") - 1)
    text = marked.replace("[", "").replace("]", "")
    article = Article("1", text, "1.txt", publisher="Sielbote", language=language)
    pile = pile_of([EmbeddedReader().read(article)])
    compared = [
        Comparison(claim, Stance.SUPPORTS, "says", strength=0.9) for claim in pile.claims if claim.span.overlaps(asked)
    ]
    found = weigh(Statement(asked.of(text), language), pile, compared)
    assert (Flag.INTERESTED_PARTY in found.flags) is party
