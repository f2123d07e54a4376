"""Words in quote marks: whole quotations, quotations in pieces, single words, names."""

from __future__ import annotations

import pytest
from attributed import attributed

from assistant.read.attribution.tokens import quotations
from assistant.sourcing import QuoteType


@pytest.mark.parametrize(
    ("text", "language", "source", "content"),
    [
        ("„Wir bauen um“, sagte der Wirt.", "de", "der Wirt", "„Wir bauen um“"),
        ("»Wir bauen um«, sagte der Wirt.", "de", "der Wirt", "»Wir bauen um«"),
        ('"Wir bauen um", sagte der Wirt.', "de", "der Wirt", '"Wir bauen um"'),
        ("Der Wirt sagte: „Wir bauen um.“", "de", "Der Wirt", "„Wir bauen um.“"),
        ("Der Wirt wörtlich: „Wir bauen um.“", "de", "Der Wirt", "„Wir bauen um.“"),
        ("“We are rebuilding,” the owner said.", "en", "the owner", "“We are rebuilding,”"),
        ("«Мы строим», — сказал хозяин.", "ru", "хозяин", "«Мы строим»"),
    ],
)
def test_a_whole_quotation_is_direct(text: str, language: str, source: str, content: str) -> None:
    (found,) = attributed(text, language)
    assert (found.type, found.source, found.content) == (QuoteType.DIRECT, source, content)


def test_a_quotation_of_several_sentences_is_one() -> None:
    (found,) = attributed("„Wir bauen um. Im Mai ist es so weit“, sagte der Wirt.")
    assert found.content == "„Wir bauen um. Im Mai ist es so weit“"


def test_a_quotation_may_stand_around_its_frame() -> None:
    (found,) = attributed("„Wir bauen um“, sagte der Wirt, „und zwar im Mai.“")
    assert found.content == "„Wir bauen um“ | „und zwar im Mai.“"


def test_a_quotation_that_stands_alone_is_by_whoever_spoke_last() -> None:
    found = attributed("„Wir bauen um“, sagte der Wirt. „Im Mai ist es so weit.“")
    assert [one.source for one in found] == ["der Wirt", "der Wirt"]


def test_quoted_words_within_indirect_speech_are_an_attribution_of_their_own() -> None:
    outer, inner = attributed("Der Wirt sagte, der Bau sei „ein Albtraum“ gewesen.")
    assert (outer.type, inner.type) == (QuoteType.INDIRECT, QuoteType.DIRECT)
    assert (inner.content, inner.source, inner.cue) == ("„ein Albtraum“", "Der Wirt", "sagte")


def test_the_name_that_somebody_gives_a_thing_is_quoted() -> None:
    (found,) = attributed("Die Rednerin nannte den Plan „einen Irrweg“.")
    assert (found.type, found.content) == (QuoteType.DIRECT, "„einen Irrweg“")
    assert found.frame == "Die Rednerin nannte den Plan"


def test_a_title_in_quote_marks_is_nobodys_word() -> None:
    assert attributed("Der Roman „Die Fähre nach Norden“ erscheint im Mai.") == []
    found = attributed("Der Verlag sagte, das Buch „Die Fähre“ erscheine im Mai.")
    assert [one.type for one in found] == [QuoteType.INDIRECT]


def test_nested_marks_make_one_outer_quotation() -> None:
    text = "Er rief: „Das Blatt ‚Nord‘ lügt.“"
    assert [(q.span.of(text), q.outer) for q in quotations(text)] == [
        ("„Das Blatt ‚Nord‘ lügt.“", True),
        ("‚Nord‘", False),
    ]


def test_a_mark_that_nothing_closes_opens_nothing() -> None:
    assert quotations("Er rief „Halt und lief.\nDann war es still.") == []


def test_an_apostrophe_opens_nothing() -> None:
    assert quotations("The dogs' owner didn't come.") == []


def test_what_leads_up_to_a_quotation_is_not_said() -> None:
    found = attributed("Die Trainerin war froh: „Wir haben gut gespielt“, sagte sie.")
    assert {one.content for one in found} == {"„Wir haben gut gespielt“"}


def test_thousands_of_open_marks_take_no_time() -> None:
    assert quotations("„ ja " * 20_000) == []
