"""What `findings` lists of a pile, and in which order; read and judged by the embedded hands."""

from __future__ import annotations

from dataclasses import replace

from assistant.findings.find import Pile, pile_of
from assistant.findings.survey import apart, notable, survey
from assistant.judge.embedded import EmbeddedJudge
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Claim, Finding, Link, Source, SourceKind, Standing, Statement
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


def claim(publisher: str, text: str) -> Claim:
    outlet = Source(publisher, SourceKind.OUTLET, publisher.lower())
    return Claim(Article(publisher, text, f"{publisher}.txt", publisher=publisher), Span(0, len(text)), (Link(outlet),))


def told(of: Claim, standing: Standing, supporting: tuple[Claim, ...], opposing: tuple[Claim, ...] = ()) -> Finding:
    statement = Statement(of.text, "de", of)
    return Finding(statement, standing, (), 1, (), supporting, opposing, (), (), {})


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


def test_of_one_thing_said_twice_in_which_something_was_found_against_one_only_that_is_told() -> None:
    closed, shut = claim("Bote", "Das Bad ist zu."), claim("Kurier", "Das Bad ist geschlossen.")
    open_ = claim("Anzeiger", "Das Bad ist nicht zu.")
    plain = told(closed, Standing.SINGLE_ORIGIN, supporting=(closed, shut))
    disputed = told(shut, Standing.DISPUTED, supporting=(closed, shut), opposing=(open_,))
    assert apart([plain, disputed]) == [disputed]
    assert apart([plain, replace(disputed, supporting=(shut,))]) == [plain, replace(disputed, supporting=(shut,))]


def test_findings_that_rest_on_mostly_the_same_claims_are_one() -> None:
    one, two, other, more = (claim(name, f"Laut {name} ist das Bad zu.") for name in ("Bote", "Kurier", "Tag", "Welle"))
    wide = told(one, Standing.SINGLE_ORIGIN, supporting=(one, two, more))
    assert apart([wide, told(other, Standing.SINGLE_ORIGIN, supporting=(one, two, other))]) == [
        wide,
        told(other, Standing.SINGLE_ORIGIN, supporting=(one, two, other)),
    ]
    headline = claim("Bote", "Das Bad ist zu.")
    assert apart([wide, told(headline, Standing.SINGLE_ORIGIN, supporting=(headline, one, two))]) == [wide]


def test_a_sentence_that_takes_up_the_one_before_is_listed_with_what_is_not_notable() -> None:
    articles = pile(
        article("Bote", "Unfall auf der Schlei", "Darüber soll laut einem Insider bald geredet werden.", FERRY),
        article("Kurier", "Schiff sitzt fest", "Die Reederei soll laut einem Insider Konkurs angemeldet haben."),
    )
    assert about(survey(articles, EmbeddedJudge()), "Darüber")
    assert not about(notable(articles, EmbeddedJudge()), "Darüber")
    assert about(notable(articles, EmbeddedJudge()), "Konkurs")


def test_that_somebody_said_so_is_not_listed_alone() -> None:
    said = "Das sagte die Polizeisprecherin Ada Wolff am Abend in Kappeln."
    articles = pile(article("Bote", "Unfall", FERRY, said), article("Kurier", "Schiff fest", FERRY, said))
    assert about(survey(articles, EmbeddedJudge()), "Das sagte")
    assert not about(notable(articles, EmbeddedJudge()), "Das sagte")
