"""Sentences as a model writes them, against whole articles: faithful ones pass, altered ones do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from assistant.domain import Draft, Drafted, Quote, Verified
from assistant.findings.ahead import Ahead
from assistant.findings.find import Pile, pile_of
from assistant.gate.verify import verify
from assistant.judge.embedded import EmbeddedJudge
from assistant.read.reader import EmbeddedReader
from index.documents import Article
from index.load import load
from index.prepare import prepare

ROOT = Path(__file__).parents[3]
PILES = yaml.safe_load(Path(__file__).with_name("fluent.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Case:
    pile: str
    text: str
    quotes: tuple[tuple[str, str], ...]
    fault: str | None


CASES = [
    Case(p["pile"], s["text"], tuple(map(tuple, s["quotes"])), s.get("fault")) for p in PILES for s in p["sentences"]
]
FAITHFUL = [case for case in CASES if case.fault is None]
ALTERED = [case for case in CASES if case.fault]


@cache
def read(folder: str) -> tuple[tuple[Article, ...], Pile, Ahead]:
    articles = tuple(prepare(raw) for raw in load([str(ROOT / folder)], None) if not raw.path.endswith(".rst"))
    pile = pile_of(EmbeddedReader().read(article) for article in articles)
    return articles, pile, Ahead(EmbeddedJudge(), lambda statement: pile)


def verified(case: Case) -> Verified:
    articles, pile, sourcing = read(case.pile)
    by_publisher = {article.publisher: article.id for article in articles}
    quotes = tuple(Quote(by_publisher[publisher], words) for publisher, words in case.quotes)
    return verify(Draft((Drafted(case.text, quotes),)), articles, pile.claims, sourcing)


def ids(cases: Sequence[Case]) -> list[str]:
    return [case.text[:50] for case in cases]


@pytest.mark.parametrize("case", FAITHFUL, ids=ids(FAITHFUL))
def test_a_faithful_sentence_passes(case: Case) -> None:
    assert not verified(case).faults


@pytest.mark.parametrize("case", ALTERED, ids=ids(ALTERED))
def test_an_altered_sentence_does_not(case: Case) -> None:
    kinds = [fault.kind.value for fault in verified(case).faults]
    assert kinds
    assert case.fault in (*kinds, "any")
