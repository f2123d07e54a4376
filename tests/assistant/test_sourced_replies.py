"""Findings within summaries and answers: a mark at the sentence, a block beneath, and their place in JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hands import PlainJudge, PlainReader
from jsonschema import Draft202012Validator
from sourced import DENIAL, HUR, MINISTRY, OFFER, RELAYED, disputed, found, opposes, printed, supports

from assistant.domain import Citation, Reply, Sentence
from assistant.findings.ahead import Ahead
from assistant.findings.cite import cite, claiming
from assistant.findings.find import pile_of
from assistant.findings.remember import RememberingReader
from assistant.findings.sentences import with_findings
from assistant.settings import Settings
from assistant.show.json_output import reply_json, schema_text
from assistant.show.markdown import to_markdown
from assistant.show.reply import reply_page
from assistant.show.say import Say
from assistant.show.text import to_text
from assistant.sourcing import Finding, Flag, Origin, Reading, Standing
from index.documents import Article, Span


def reply(*sentences: Sentence, findings: Sequence[Finding] = ()) -> Reply:
    articles = {c.article.id: c.article for s in sentences for c in s.citations}
    return Reply(None, True, sentences, (), tuple(articles.values()), findings=tuple(findings))


def shown(given: Reply, lang: str = "en", *, verbose: bool = False) -> str:
    return to_text(reply_page(given, Say(lang), summary=True, verbose=verbose), columns=200, colour=False)


def strong() -> Finding:
    origins = [Origin(HUR, False, (OFFER,)), Origin(MINISTRY, False, (DENIAL,))]
    return found(Standing.CORROBORATED, supporting=[supports(OFFER), supports(DENIAL)], origins=origins)


MARKS = {
    "en": "[1] ! disputed, interested party, hedged, unanswered, overstated\n",
    "de": "[1] ! umstritten, interessierte Seite, unter Vorbehalt, ohne Stellungnahme, zugespitzt\n",
    "ru": "[1] ! оспаривается, заинтересованная сторона, с оговоркой, без комментария, преувеличено\n",
}


@pytest.mark.parametrize("lang", MARKS)
def test_a_weakly_sourced_sentence_is_marked_at_its_place_by_sign_and_words(lang: str) -> None:
    given = reply(Sentence(OFFER.text, (cite(OFFER),), (0,)), findings=[disputed()])
    assert f"{OFFER.text} {MARKS[lang]}" in shown(given, lang)


def test_it_is_explained_beneath_the_weakest_first_naming_its_sentence() -> None:
    sentences = (Sentence(OFFER.text, (cite(OFFER),), (0,)), Sentence(DENIAL.text, (cite(DENIAL),), (1,)))
    told = shown(reply(*sentences, findings=[disputed(), strong()]))
    block = told[told.index("Findings on these sentences") :]
    assert "! Sentence 1: disputed – for it 2 articles, origin: HUR; against it 1 article, origin: " in block
    assert "Sentence 2" not in block


def test_sentences_of_which_the_same_is_to_be_told_share_a_line() -> None:
    sentences = (Sentence(OFFER.text, (cite(OFFER),), (0,)), Sentence(RELAYED.text, (cite(RELAYED),), (1,)))
    told = shown(reply(*sentences, findings=[disputed(), disputed()]), "de")
    assert "! Sätze 1 und 2: umstritten – " in told
    assert told.count("dafür 2 Artikel") == 1


def test_of_a_sentence_that_says_several_things_the_weakest_is_told() -> None:
    alone = replace(disputed(), standing=Standing.SINGLE_SOURCE)
    told = shown(reply(Sentence(OFFER.text, (cite(OFFER),), (0, 1)), findings=[disputed(), alone]))
    assert told.count("Sentence 1: ") == 1
    assert "! Sentence 1: disputed" in told


def test_flags_that_only_another_of_its_findings_has_are_told_at_the_sentence_and_beneath() -> None:
    contested = found(Standing.DISPUTED, supporting=[supports(OFFER)], opposing=[opposes(DENIAL)])
    flagged = found(Standing.SINGLE_SOURCE, supporting=[supports(RELAYED)], flags={Flag.HEDGED: (RELAYED,)})
    told = shown(reply(Sentence(OFFER.text, (cite(OFFER),), (0, 1)), findings=[contested, flagged]))
    assert "[1] ! disputed, hedged\n" in told
    assert "! Sentence 1 besides: hedged – “soll” (Weitblick Online)\n" in told


def test_well_sourced_sentences_have_neither_mark_nor_block() -> None:
    told = shown(reply(Sentence(OFFER.text, (cite(OFFER),), (0,)), findings=[strong()]))
    assert "!" not in told
    assert "Findings" not in told


def test_verbose_tells_what_makes_each_flag_hold() -> None:
    given = reply(Sentence(OFFER.text, (cite(OFFER),), (0,)), findings=[disputed()])
    assert "    Hedged: “soll” (Weitblick Online)\n" in shown(given, verbose=True)


def test_a_source_line_shows_the_chain() -> None:
    told = shown(reply(Sentence(RELAYED.text, (cite(RELAYED),))))
    assert "[1] Weitblick Online ← The Podil Courier ← HUR · 8 July 2025, 11:20 · hedged · " in told


def test_markdown_marks_and_explains_too() -> None:
    given = reply(Sentence(OFFER.text, (cite(OFFER),), (0,)), findings=[disputed()])
    told = to_markdown(reply_page(given, Say("en"), summary=True))
    assert r"\[1\] *! disputed, interested party, hedged, unanswered, overstated*" in told
    assert "## Findings on these sentences, the weakest first:" in told


def test_json_points_from_each_sentence_to_its_findings() -> None:
    sentences = (Sentence(OFFER.text, (cite(OFFER),), (1,)), Sentence(DENIAL.text, (cite(DENIAL),)))
    whole = reply_json("summarize", Settings(), reply(*sentences, findings=[disputed(), strong()]))
    given = json.loads(json.dumps(whole))
    Draft202012Validator(json.loads(schema_text())).validate(given)
    assert [s["findings"] for s in given["sentences"]] == [[1], []]
    assert [f["standing"] for f in given["findings"]] == ["disputed", "corroborated"]
    assert [link["name"] for link in given["sentences"][0]["citations"][0]["chain"]] == ["The Podil Courier", "HUR"]


TOLD = "Die Brücke ist gesperrt, laut Stadtrat. Am Montag kamen viele Leute."
DENIED = "Die Brücke ist nicht gesperrt, laut Landkreis."


@pytest.fixture
def pile() -> tuple[Article, Article]:
    one, two = printed("Flussblatt", TOLD, "2025-03-02"), printed("Kreisblatt", DENIED, "2025-03-02")
    return replace(one, language="de"), replace(two, language="de")


def quoted(article: Article, words: str) -> Sentence:
    start = article.text.index(words)
    return Sentence(words, (Citation(article, Span(start, start + len(words))),))


def weighed(given: Reply, pile: Sequence[Article]) -> Reply:
    reader = PlainReader()
    return with_findings(given, reader, Ahead(PlainJudge(), lambda statement: pile_of(map(reader.read, pile))))


def test_the_claim_of_each_sentence_is_checked_against_the_pile(pile: tuple[Article, Article]) -> None:
    given = weighed(reply(quoted(pile[0], "Die Brücke ist gesperrt, laut Stadtrat.")), pile)
    (finding,) = given.findings
    assert finding.standing is Standing.DISPUTED
    assert given.sentences[0].findings == (0,)


def test_a_sentence_that_supports_what_is_contested_in_another_is_contested_too(pile: tuple[Article, Article]) -> None:
    told = replace(printed("Tagblatt", "Die Brücke ist gesperrt."), language="de")
    sentences = [quoted(pile[0], "Die Brücke ist gesperrt, laut Stadtrat."), quoted(told, "Die Brücke ist gesperrt.")]
    given = weighed(reply(*sentences), [*pile, told])
    contested = [n for n, f in enumerate(given.findings) if f.standing is Standing.DISPUTED]
    assert contested
    assert all(set(contested) <= set(s.findings) for s in given.sentences)


def test_a_citation_gets_what_it_claims_with_the_chain(pile: tuple[Article, Article]) -> None:
    given = weighed(reply(quoted(pile[0], "Die Brücke ist gesperrt, laut Stadtrat.")), pile)
    (citation,) = given.sentences[0].citations
    assert citation.claim is not None
    assert [link.source.name for link in citation.claim.chain] == ["Flussblatt", "Stadtrat"]


def test_articles_that_only_a_finding_quotes_are_in_json_and_not_counted_as_read(
    pile: tuple[Article, Article],
) -> None:
    given = weighed(reply(quoted(pile[0], "Die Brücke ist gesperrt, laut Stadtrat.")), pile)
    assert [a.publisher for a in given.articles] == ["Flussblatt"]
    articles: Any = reply_json("summarize", Settings(), given)["articles"]
    assert [a["publisher"] for a in articles] == ["Flussblatt", "Kreisblatt"]


def test_an_article_is_read_once_however_often_it_is_asked_for(pile: tuple[Article, Article]) -> None:
    class Counting(PlainReader):
        def read(self, article: Article) -> Reading:
            met.append(article.id)
            return super().read(article)

    met: list[str] = []
    reader = RememberingReader(Counting())
    assert reader.read(pile[0]) is reader.read(replace(pile[0]))
    assert met == ["flussblatt"]


def test_a_statement_that_the_judge_does_not_even_find_where_it_is_quoted_has_no_finding(
    pile: tuple[Article, Article],
) -> None:
    sourcing = Ahead(PlainJudge(), lambda statement: pile_of([]))
    given = with_findings(reply(quoted(pile[0], TOLD)), PlainReader(), sourcing)
    assert (given.findings, given.sentences[0].findings) == ((), ())


def test_words_from_another_article_are_not_the_claim_of_a_citation(pile: tuple[Article, Article]) -> None:
    (claim,) = PlainReader().read(pile[1]).claims
    citation = Citation(pile[0], claim.span)
    assert claiming(citation, [claim]).claim is None
