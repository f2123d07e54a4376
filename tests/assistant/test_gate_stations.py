"""Whom a quoted claim has its words from may be named, though the quote does not name them."""

from __future__ import annotations

from dataclasses import replace

from sourced import HUR, claimed, printed

from assistant.domain import Draft, Drafted, FaultKind, Quote
from assistant.gate.verify import verify
from assistant.sourcing import Claim, Link

ARTICLE = printed(
    "The Podil Courier", "HUR published a report on Sunday. The engineers would work for six months, it said."
)
WORDS = "The engineers would work for six months, it said."
DRAFT = Draft((Drafted("HUR says the engineers would work for six months.", (Quote(ARTICLE.id, WORDS),)),))
ENGLISH = replace(ARTICLE, language="en")


def claim() -> Claim:
    told = claimed(ENGLISH, WORDS)
    named = claimed(ENGLISH, "HUR published a report on Sunday.", (HUR, "HUR"))
    return replace(told, chain=(told.chain[0], named.chain[1]))


def test_who_speaks_in_neither_quote_nor_chain_is_a_fault() -> None:
    assert [fault.kind for fault in verify(DRAFT, [ENGLISH]).faults] == [FaultKind.ATTRIBUTION]


def test_a_station_of_the_cited_claims_chain_may_be_named() -> None:
    verified = verify(DRAFT, [ENGLISH], [claim()])
    assert [sentence.text for sentence in verified.sentences] == [DRAFT.sentences[0].text]
    assert verified.sentences[0].citations[0].claim == claim()


def test_a_station_that_no_words_of_the_article_name_counts_for_nothing() -> None:
    nowhere = replace(claim(), chain=(claim().chain[0], Link(HUR)))
    assert [fault.kind for fault in verify(DRAFT, [ENGLISH], [nowhere]).faults] == [FaultKind.ATTRIBUTION]
