"""What an article words itself, and what its source is told to have said."""

from __future__ import annotations

import pytest

from assistant.findings.find import finding, pile_of
from assistant.findings.gather import statement_of
from assistant.judge.embedded import EmbeddedJudge
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Flag
from index.documents import Article

GOES_ON = """Laut der ukrainischen Zeitung „Podil Courier“ wird die Lage an der Grenze schwieriger. \
Nun sollen offenbar Truppen aus Laos nachrücken."""
SOURCED = """Dem Bericht zufolge sollen 40 laotische {who} demnächst in die Region Kursk reisen, um dort zu helfen.

Der Herbst ist in der Region mild. Die Felder liegen brach."""


def flags(text: str, statement: str) -> tuple[Flag, ...]:
    article = Article("a", text, "a.txt", publisher="Blatt", published="2026-08-04", language="de")
    pile = pile_of([EmbeddedReader().read(article)])
    return finding(statement_of(statement), pile, EmbeddedJudge()).flags


@pytest.mark.parametrize(("who", "overstates"), [("Ingenieure", True), ("Soldaten", False)])
def test_who_goes_on_with_an_account_in_words_of_their_own_may_say_more_than_it(who: str, overstates: bool) -> None:
    text = f"{GOES_ON} {SOURCED.format(who=who)}"
    assert (Flag.OVERSTATED in flags(text, "Laos schickt Truppen nach Kursk.")) is overstates
