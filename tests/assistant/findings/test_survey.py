"""What `findings` lists of a pile, and in which order; read and judged by the embedded hands."""

from __future__ import annotations

from assistant.findings.find import Pile, pile_of
from assistant.findings.survey import notable, survey
from assistant.judge.embedded import EmbeddedJudge
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Finding, Standing
from index.documents import Article, Span

FERRY = "Die Fähre „Seeadler“ ist am Montag auf der Schlei auf Grund gelaufen."
KIOSK = "Der Kiosk am Anleger verkauft seit 1974 Fischbrötchen und Ansichtskarten."


def article(name: str, headline: str, *sentences: str, published: str | None = None) -> Article:
    text = f"{headline}\n\n{' '.join(sentences)}\n"
    return Article(
        name, text, f"{name}.txt", publisher=name, published=published, language="de", headline=Span(0, len(headline))
    )


def pile(*articles: Article) -> Pile:
    return pile_of(EmbeddedReader().read(a) for a in articles)


def about(found: list[Finding], words: str) -> list[Finding]:
    return [f for f in found if words in f.statement.text]


def test_every_statement_is_listed_and_what_one_article_alone_tells_comes_last() -> None:
    articles = pile(
        article("Bote", "Unfall auf der Schlei", FERRY, KIOSK),
        article("Kurier", "Schiff sitzt fest", "Die Reederei soll laut einem Insider Konkurs angemeldet haben.", FERRY),
    )
    found = survey(articles, EmbeddedJudge())
    (kiosk,) = about(found, "Kiosk")
    assert (kiosk.standing, kiosk.flags) == (Standing.SINGLE_SOURCE, ())
    assert found.index(kiosk) > max(found.index(f) for f in (*about(found, "Fähre"), *about(found, "Konkurs")))
    assert not about(notable(articles, EmbeddedJudge()), "Kiosk")


def test_what_two_tell_in_the_same_words_is_one_finding() -> None:
    articles = pile(article("Bote", "Unfall auf der Schlei", FERRY), article("Kurier", "Schiff sitzt fest", FERRY))
    (ferry,) = about(survey(articles, EmbeddedJudge()), "auf Grund")
    assert {c.article.id for c in ferry.supporting} == {"Bote", "Kurier"}


def test_a_headline_that_another_article_goes_against_is_a_statement() -> None:
    articles = pile(
        article("Bote", "Drei Tote bei Fährunglück auf der Schlei", KIOSK, published="2025-05-05"),
        article(
            "Kurier",
            "Fährunglück",
            "Bei dem Fährunglück auf der Schlei sind vier Menschen ums Leben gekommen.",
            published="2025-05-07",
        ),
    )
    (headline,) = about(notable(articles, EmbeddedJudge()), "Drei Tote")
    assert headline.standing is Standing.SUPERSEDED
    assert [c.article.id for c in headline.updates] == ["Kurier"]


def test_a_headline_that_nothing_else_says_is_listed_behind_what_is_notable() -> None:
    articles = pile(
        article("Bote", "Ein Albtraum auf kaltem Wasser vor Kappeln", FERRY),
        article("Kurier", "Schiff sitzt fest", "Die Reederei soll laut einem Insider Konkurs angemeldet haben."),
    )
    assert about(survey(articles, EmbeddedJudge()), "Albtraum")
    assert not about(notable(articles, EmbeddedJudge()), "Albtraum")


def test_the_place_that_a_report_comes_from_is_no_part_of_its_statement() -> None:
    articles = pile(article("Bote", "Unfall", f"Kappeln (dpa) - {FERRY}"), article("Kurier", "Schiff fest", FERRY))
    assert [f.statement.text for f in about(survey(articles, EmbeddedJudge()), "Grund")] == [FERRY]
