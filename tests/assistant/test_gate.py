from __future__ import annotations

import subprocess
import sys

from assistant.domain import Draft, Drafted, FaultKind, Quote, Verified
from assistant.gate.verify import verify
from index.documents import Article

TEXT = (
    "Hafen bleibt gesperrt\n\nDer Hafen bleibt bis Freitag gesperrt. Laut Lotsen liegt ein Wrack in der Fahrrinne. "
    "Im Hafen liegen 14 Schiffe fest. Verletzt wurde niemand."
)
ARTICLE = Article("a", TEXT, "-", language="de", publisher="Küstenkurier", published="2026-03-11")
OTHER = Article("b", "Der Bahnhof wird im Sommer umgebaut, teilte die Stadt mit.", "-", language="de")


def check(text: str, *quotes: tuple[str, str]) -> Verified:
    drafted = Drafted(text, tuple(Quote(article, words) for article, words in quotes))
    return verify(Draft((drafted,)), [ARTICLE, OTHER])


def kinds(verified: Verified) -> list[FaultKind]:
    return [fault.kind for fault in verified.faults]


def test_a_verbatim_sentence_passes_with_its_place_in_the_article() -> None:
    words = "Im Hafen liegen 14 Schiffe fest."
    (sentence,) = check(words, ("a", words)).sentences
    assert sentence.citations[0].quote == words
    assert sentence.citations[0].span.start == TEXT.index(words)


def test_a_sentence_without_a_quote_is_held_back() -> None:
    assert kinds(check("Im Hafen liegen 14 Schiffe fest.")) == [FaultKind.NO_CITATION]


def test_an_invented_quote_is_held_back() -> None:
    assert kinds(check("Der Hafen ist offen.", ("a", "Der Hafen ist wieder offen."))) == [FaultKind.QUOTE_NOT_FOUND]


def test_a_quote_of_another_article_is_held_back() -> None:
    words = "Im Hafen liegen 14 Schiffe fest."
    assert kinds(check(words, ("b", words))) == [FaultKind.QUOTE_NOT_FOUND]


def test_a_quote_of_an_unknown_article_is_held_back() -> None:
    assert kinds(check("Im Hafen liegen 14 Schiffe fest.", ("z", "Im Hafen liegen"))) == [FaultKind.QUOTE_NOT_FOUND]


def test_a_held_back_sentence_is_not_among_the_sentences_and_names_the_words() -> None:
    verified = check("Im Hafen liegen 41 Schiffe fest.", ("a", "Im Hafen liegen 14 Schiffe fest."))
    assert verified.sentences == ()
    assert (verified.faults[0].kind, verified.faults[0].detail) == (FaultKind.NUMBER, "“41”")


def test_the_good_sentences_of_a_draft_keep_their_order() -> None:
    good = ["Verletzt wurde niemand.", "Der Hafen bleibt bis Freitag gesperrt."]
    drafted = [Drafted(t, (Quote("a", t),)) for t in (good[0], "Der Hafen ist offen.", good[1])]
    verified = verify(Draft(tuple(drafted)), [ARTICLE])
    assert [sentence.text for sentence in verified.sentences] == good
    assert len(verified.faults) == 1


def test_attribution_cut_off_a_quote_is_still_missed() -> None:
    part = "liegt ein Wrack in der Fahrrinne"
    assert kinds(check("In der Fahrrinne liegt ein Wrack.", ("a", part))) == [FaultKind.ATTRIBUTION]


def test_verbatim_parts_joined_by_dots_pass() -> None:
    text = "Der Hafen bleibt bis Freitag gesperrt … Im Hafen liegen 14 Schiffe fest."
    assert check(text, ("a", TEXT.split("\n\n")[1])).sentences


def test_dots_do_not_hide_a_negation() -> None:
    article = Article(
        "c", "Die Stadt wird den alten Hafen am Fluss nicht für große Schiffe sperren.", "-", language="de"
    )
    text = "Die Stadt wird den alten Hafen … für große Schiffe sperren."
    verified = verify(Draft((Drafted(text, (Quote("c", article.text),)),)), [article])
    assert kinds(verified) == [FaultKind.NEGATION]


def test_the_publisher_and_its_date_need_no_quote() -> None:
    text = "Wie der Küstenkurier am 11. März 2026 berichtet, liegen im Hafen 14 Schiffe fest."
    assert check(text, ("a", "Im Hafen liegen 14 Schiffe fest.")).sentences


def test_a_sentence_from_two_quotes_may_take_from_both() -> None:
    text = "Der Hafen bleibt bis Freitag gesperrt, 14 Schiffe liegen fest."
    quotes = ("a", "Der Hafen bleibt bis Freitag gesperrt."), ("a", "Im Hafen liegen 14 Schiffe fest.")
    assert check(text, *quotes).sentences


def test_a_citation_says_whether_its_words_are_hedged() -> None:
    article = Article("c", "Der Lotse soll geschlafen haben. Das Wrack liegt im Hafen.", "-", language="de")
    drafted = [Drafted(t, (Quote("c", t),)) for t in ("Der Lotse soll geschlafen haben.", "Das Wrack liegt im Hafen.")]
    sentences = verify(Draft(tuple(drafted)), [article]).sentences
    assert [s.citations[0].hedged for s in sentences] == [True, False]


def test_an_empty_draft_has_neither_sentences_nor_faults() -> None:
    assert verify(Draft(()), [ARTICLE]) == Verified((), ())


def test_verbatim_sentences_load_no_word_frequencies_and_no_country_names() -> None:
    code = """
import sys
from assistant.domain import Draft, Drafted, Quote
from assistant.gate.verify import verify
from index.documents import Article
text = "Im Hafen liegen 14 Schiffe fest."
verified = verify(Draft((Drafted(text, (Quote("a", text),)),)), [Article("a", text, "-", language="de")])
assert verified.sentences
assert not {"babel", "wordfreq"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)
