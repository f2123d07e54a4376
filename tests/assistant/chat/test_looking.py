"""The commands that look closer at what was just shown, on two small articles."""

from __future__ import annotations

from talking import Talk

QUESTION = "Bis wann bleibt die Brücke gesperrt?"


def test_sources_shows_the_passage_with_the_words_marked(talk: Talk) -> None:
    talk(QUESTION)
    assert ">>Die Brücke über die Aller bleibt bis Mai gesperrt, teilte die" in talk("/sources 2")
    assert talk("/sources").count(">>") == 2


def test_where_nothing_answers_the_numbers_are_those_of_the_nearest_passages(talk: Talk) -> None:
    assert "The articles do not say" in talk("Wer malte die Mona Lisa in Celle?")
    assert "Flussblatt" in talk("/sources") + talk("/open 1")


def test_why_tells_what_makes_a_standing_hold_with_the_words_for_and_against(talk: Talk) -> None:
    talk(QUESTION)
    shown = talk("/why 2")
    assert "! superseded: newer state of 4 March 2025 (Kreisanzeiger)" in shown
    assert "For it: 1 article" in shown
    assert "Newer: 1 article" in shown


def test_chain_draws_who_has_it_from_whom(talk: Talk) -> None:
    talk(QUESTION)
    assert "└── Flussblatt · 2 March 2025" in talk("/chain 2")


def test_the_numbers_of_a_list_are_those_of_its_statements(talk: Talk) -> None:
    talk("/findings")
    assert "Der Umbau kostet vier Millionen Euro." in talk("/open 1")
    assert talk("/sources 1").count(">>") == 2
    assert "is not one of the numbers: 1 to " in talk("/sources 9")


def test_a_timeline_is_kept_and_its_numbers_lead_to_passages_and_articles(talk: Talk) -> None:
    talk("/timeline")
    assert ">>Der Landkreis dementierte" in talk("/sources 2")
    assert "Der Umbau kostet" in talk("/open 1")
    assert "Nothing was weighed" in talk("/why 1")
    talk("/clear")
    assert "! newer than Flussblatt" in talk("/resume")


def test_articles_are_listed_with_numbers_that_open_takes(talk: Talk) -> None:
    assert "2.  2025-03-02  Flussblatt     Brücke bis Mai gesperrt\n" in talk("/articles")
    assert "Der Umbau kostet vier Millionen Euro." in talk("/open 2")
    assert "Kreisanzeiger" not in talk("/articles brücke")


def test_where_words_fit_several_articles_those_are_listed_and_open_takes_their_number(talk: Talk) -> None:
    shown = talk("/open t")
    assert "2.  2025-03-02  Flussblatt" in shown
    assert "“t” fits several articles. Which one?" in shown
    assert "Der Umbau kostet vier Millionen Euro." in talk("/open 2")


def test_what_was_cut_from_an_article_is_shown_when_asked_for(talk: Talk) -> None:
    assert "1 piece was cut; with + it is shown too." in talk("/open Landkreis")
    assert "Newsletter abonnieren" in talk("/open Landkreis +")


def test_an_article_that_is_removed_is_still_quoted_where_it_was(talk: Talk) -> None:
    talk(QUESTION)
    assert "Removed: Brücke bis Mai gesperrt (Flussblatt)" in talk("/remove Brücke")
    assert ">>Die Brücke über die Aller" in talk("/sources 2")
    assert "no longer in the collection" in talk("/open 2")
    assert "Flussblatt" not in talk("/articles")


def test_of_nearest_passages_the_sentence_that_is_near_is_marked_and_not_all(talk: Talk) -> None:
    talk("Wer malte die Mona Lisa in Celle?")
    shown = " ".join(talk("/sources").split())
    assert ">>Die Brücke über die Aller bleibt bis Mai gesperrt, teilte die Stadt Celle am Sonntag mit.<<" in shown
