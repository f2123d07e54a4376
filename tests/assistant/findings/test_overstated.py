"""What an article words itself, and what its source is told to have said."""

from __future__ import annotations

import pytest

from assistant.findings.find import finding, pile_of
from assistant.findings.gather import statement_of
from assistant.findings.overstated import further
from assistant.findings.stances import Stances
from assistant.judge.embedded import EmbeddedJudge
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Claim, Comparison, Flag, Stance
from index.documents import Article, Span

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


@pytest.mark.parametrize(
    ("headline", "beneath", "language", "overstates"),
    [
        ("Reederei Kolm verkauft zwei Fähren", "Die Reederei Kolm verkauft im Mai zwei ihrer Fähren.", "de", False),
        ("Reederei Kolm verkauft zwei Fähren", "Die Reederei Kolm verkauft womöglich zwei Fähren.", "de", True),
        ("Reederei Kolm verkauft zwei Fähren", "Über die Zukunft wird im Mai beraten.", "de", True),
        ("Kolm Line sells two ferries", "Kolm Line sells two of its ferries in May.", "en", False),
        ("Kolm Line sells two ferries", "Kolm Line reportedly sells two ferries.", "en", True),
        ("Порт Колма продаёт два парома", "Порт Колма продаёт два парома в мае, сказал директор.", "ru", False),
        ("Порт Колма продаёт два парома", "Порт Колма якобы продаёт два парома.", "ru", True),
    ],
)
def test_a_headline_that_a_sentence_beneath_bears_out_only_shortens(
    headline: str, beneath: str, language: str, overstates: bool
) -> None:
    title = Span(0, len(headline))
    article = Article("a", f"{headline}\n\n{beneath}", "a.txt", title, "Blatt", language=language)
    above = Claim(article, title, (), headline=True)
    below = next(c for c in EmbeddedReader().read(article).claims if not c.headline)
    compared = (Comparison(above, Stance.SUPPORTS, "says"), Comparison(below, Stance.UNRELATED, "else"))
    told = further(statement_of(headline), Stances(compared[:1], (), ()), compared)
    assert told.supporting[0].further is overstates
