"""Quoted words in their article: exactly those are marked, and the paragraph is whole."""

from __future__ import annotations

from reports import cited
from sourced import OFFER, PODIL, RELAYED, TROOPS, printed

from assistant.export.context import Extract, context
from assistant.findings.cite import cite


def quoted(extracts: tuple[Extract, ...]) -> str:
    return "".join(piece.text for extract in extracts for piece in extract.pieces if piece.quoted)


def shown(extract: Extract) -> str:
    return "".join(piece.text for piece in extract.pieces)


def test_the_quote_is_marked_and_its_paragraph_shown() -> None:
    [extract] = context([cite(OFFER)])
    assert quoted((extract,)) == OFFER.text
    assert shown(extract) == PODIL.text.split("\n\n")[0]


def test_whoever_says_it_and_the_reservation_are_told_apart() -> None:
    looks = {piece.look: piece.text for extract in context([cite(RELAYED)]) for piece in extract.pieces if piece.look}
    assert looks["hedge"] == "soll"
    assert looks["source"] in ("HUR", "Podil Courier")


def test_a_headline_is_followed_by_the_paragraph_beneath_it() -> None:
    assert [shown(extract)[:6] for extract in context([cite(TROOPS)])] == ["Truppe", "Laut P"]


def test_paragraphs_that_are_left_out_between_two_quotes_are_told() -> None:
    article = printed("Blatt", "Eins steht hier.\n\nZwei steht hier.\n\nDrei steht hier.")
    extracts = context([cited(article, "Eins steht"), cited(article, "Drei steht")])
    assert [extract.gap for extract in extracts] == [False, True]


def test_of_a_very_long_paragraph_only_what_is_near_is_shown() -> None:
    article = printed("Blatt", f"{'Vorher geschah viel. ' * 200}Das Wort. {'Danach geschah mehr. ' * 200}")
    [extract] = context([cited(article, "Das Wort.")])
    assert quoted((extract,)) == "Das Wort."
    assert len(shown(extract)) < 1000
    assert not extract.opens
    assert not extract.closes
