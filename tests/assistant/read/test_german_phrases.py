"""German attributions without a verb of saying: prepositions, "so", "demnach", reported speech that runs on."""

from __future__ import annotations

import pytest
from attributed import attributed

from assistant.sourcing import QuoteType


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Laut Feuerwehr brannten zwei Hallen.", "Feuerwehr", "Laut", "brannten zwei Hallen"),
        ("Der Deich ist laut dem Amt dicht.", "dem Amt", "laut", "Der Deich ist | dicht"),
        ("Nach Angaben der Polizei war er allein.", "Angaben der Polizei", "Nach", "war er allein"),
        ("Er war nach Polizeiangaben allein.", "Polizeiangaben", "nach", "Er war | allein"),
        ("Nach Ansicht vieler Ärzte reicht das.", "Ansicht vieler Ärzte", "Nach", "reicht das"),
        ("Dem Bericht der Bank zufolge fehlt Geld.", "Dem Bericht der Bank", "zufolge", "fehlt Geld"),
        ("Das war ihrer Meinung nach falsch.", "ihrer Meinung", "nach", "Das war | falsch"),
        ("Der Steg sei morsch, so der Hafenmeister.", "der Hafenmeister", "so", "Der Steg sei morsch"),
        ("Demnach fehlen drei Boote.", "Demnach", "Demnach", "fehlen drei Boote"),
        ("Wie der Zoll mitteilte, war das Boot leer.", "der Zoll", "Wie | mitteilte", "war das Boot leer"),
        ("Es gibt Berichte, wonach er lebt.", "Berichte", "wonach", "er lebt"),
    ],
)
def test_phrases_that_attribute(text: str, source: str, cue: str, content: str) -> None:
    (found,) = attributed(text)
    assert (found.source, found.cue, found.content) == (source, cue, content)


def test_a_phrase_in_a_subordinate_clause_reaches_no_further() -> None:
    (found,) = attributed("Der Fahrer, der nach Angaben der Polizei betrunken war, floh zu Fuß.")
    assert found.content == "der | betrunken war"


def test_a_phrase_within_somebodys_words_stays_within_them() -> None:
    outer, inner = attributed("Die »Werra-Post« meldet, laut Polizei sei das Auto leer gewesen.")
    assert (outer.source, inner.source) == ("Die »Werra-Post«", "Polizei")
    assert outer.content == "laut Polizei sei das Auto leer gewesen"
    assert inner.content == "sei das Auto leer gewesen"


def test_reported_speech_goes_on_over_sentences() -> None:
    found = attributed("Der Wirt sagte, er habe geschlafen. Das Licht sei aus gewesen. Niemand werde vermisst.")
    assert [one.type for one in found] == [QuoteType.INDIRECT, QuoteType.INDIRECT_FREE_INDIRECT]
    assert (found[1].source, found[1].cue) == ("Der Wirt", "")
    assert found[1].content == "Das Licht sei aus gewesen. Niemand werde vermisst."


def test_the_articles_own_words_end_reported_speech() -> None:
    found = attributed("Der Wirt sagte, er habe geschlafen. Das Haus steht am See. Es ist alt.")
    assert len(found) == 1


def test_a_wish_is_no_reported_speech() -> None:
    assert attributed("Ohne den Wall stünde der Markt unter Wasser.") == []


def test_sollen_is_hearsay_when_it_speaks_of_the_past() -> None:
    (found,) = attributed("Ein Kellner soll den Schmuck versteckt haben.")
    assert (found.type, found.source) == (QuoteType.FREE_INDIRECT, "")
    assert attributed("Der Turm soll im Mai öffnen.") == []


def test_whoever_wants_to_have_seen_it_is_its_source() -> None:
    (found,) = attributed("Der Jäger will einen Luchs gesehen haben.")
    assert (found.type, found.source) == (QuoteType.FREE_INDIRECT, "Der Jäger")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Kiew: Armee rückt vor\n\nDie Armee rückt vor.", "Kiew"),
        ("Lund: Wir gehen nicht\n\nDas sagte Anna Lund.", "Lund"),
    ],
)
def test_a_headline_names_its_speaker_before_a_colon(text: str, source: str) -> None:
    assert source in [one.source for one in attributed(text)]


def test_a_topic_before_a_colon_speaks_no_word() -> None:
    assert attributed("Wetter: Es wird kalt\n\nDer Winter kommt.") == []


def test_a_clause_with_wie_may_hold_an_apposition() -> None:
    (found,) = attributed("Wie Ina Kell, Sprecherin der Stadt, mitteilte, ist der Platz frei.")
    assert (found.source, found.content) == ("Ina Kell, Sprecherin der Stadt", "ist der Platz frei")


def test_a_phrase_that_opens_a_sentence_reaches_to_the_verb() -> None:
    (found,) = attributed("Nach Angaben der Behörden in Tarsk sind alle Brücken zu.")
    assert found.source == "Angaben der Behörden in Tarsk"


def test_somebodys_words_about_others_are_both_kept() -> None:
    found = attributed("Der Wirt sagte, er sei müde. Die Stadt glaube, der Markt sei gesund.")
    assert [(one.source, one.type) for one in found[1:]] == [
        ("Der Wirt", QuoteType.INDIRECT_FREE_INDIRECT),
        ("Die Stadt", QuoteType.INDIRECT),
    ]


def test_a_list_that_is_too_long_for_a_sentence_attributes_nothing() -> None:
    assert attributed("laut Polizei, " * 1000) == []
