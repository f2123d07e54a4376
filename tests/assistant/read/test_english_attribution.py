"""English attributions."""

from __future__ import annotations

import pytest
from attributed import attributed

from assistant.sourcing import QuoteType


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The council said that the pool is shut.", "The council", "said", "that the pool is shut"),
        ("The council said the pool is shut.", "The council", "said", "the pool is shut"),
        ("The pool is shut, the council said on Friday.", "the council", "said", "The pool is shut"),
        ("The pool is shut, said Ann Lowe, head of sports.", "Ann Lowe, head of sports", "said", "The pool is shut"),
        ("Ann Lowe, a coach, says the pool is shut.", "Ann Lowe, a coach", "says", "the pool is shut"),
        ("According to the coach, the pool is shut.", "the coach", "According to", "the pool is shut"),
        ("The pool is shut, according to the coach.", "the coach", "according to", "The pool is shut"),
        ("The firm denied selling the pool.", "The firm", "denied", "selling the pool"),
        ("The mayor vowed to reopen the pool.", "The mayor", "vowed", "to reopen the pool"),
        ("In a letter on Monday the firm warned that rents will rise.", "the firm", "warned", "that rents will rise"),
        (
            "Two people who asked not to be named said he left.",
            "Two people who asked not to be named",
            "said",
            "he left",
        ),
        ("Lowe was quoted as saying that it was over.", "Lowe", "saying", "that it was over"),
    ],
)
def test_who_says_what(text: str, source: str, cue: str, content: str) -> None:
    (found,) = attributed(text, "en")
    assert (found.source, found.cue, found.content) == (source, cue, content)


def test_whoever_is_told_is_the_addressee() -> None:
    (found,) = attributed("The coach told Radio Wye that the pool leaked.", "en")
    assert (found.addressee, found.content) == ("Radio Wye", "that the pool leaked")


def test_a_speaker_goes_on_with_adding() -> None:
    first, second = attributed("The coach said the pool leaked, adding that it was old.", "en")
    assert (first.content, second.content) == ("the pool leaked", "that it was old")
    assert second.source == first.source


def test_whom_an_outlet_cites_stands_in_its_frame() -> None:
    (found,) = attributed("The pool was sold, the Echo reported, citing two members.", "en")
    assert found.source == "the Echo"
    assert found.frame.endswith("citing two members")


def test_an_attribution_may_stand_within_another() -> None:
    found = attributed("The Echo reported that the firm had warned of a leak.", "en")
    assert [(one.type, one.source) for one in found] == [
        (QuoteType.INDIRECT, "The Echo"),
        (QuoteType.REPORTED, "the firm"),
    ]


def test_nobody_is_named_by_is_said_to() -> None:
    (found,) = attributed("The owner is said to have fled.", "en")
    assert (found.type, found.source) == (QuoteType.FREE_INDIRECT, "")


@pytest.mark.parametrize(
    "text",
    ["The union condemned the sale.", "The minister called for calm.", "The club accused the firm of greed."],
)
def test_an_act_of_speech_is_its_own_content(text: str) -> None:
    (found,) = attributed(text, "en")
    assert (found.type, found.content) == (QuoteType.REPORTED, text)


@pytest.mark.parametrize(
    "text",
    [
        "The firm did not say when it will pay.",
        "The mayor declined to comment.",
        "The train to Port Said was late.",
        "Reports of a sale were wrong.",
        "He took note of the claims.",
    ],
)
def test_what_only_looks_like_saying_attributes_nothing(text: str) -> None:
    assert attributed(text, "en") == []
