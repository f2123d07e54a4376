"""Whom the words mean that a model gives as a source."""

from __future__ import annotations

import pytest
from chains import article_of, read

from assistant.read.named import Named
from assistant.sources.publisher import publisher_of
from assistant.sourcing import Source
from index.documents import Span

ENGLISH = (
    "The Ministry of Foreign Affairs in Vientiane denied it. Bombs injured 41 people, according to the national "
    "clearance authority. The ministry said that it regretted this. The authority did not say more."
)
GERMAN = (
    "Die Täter waren seit Mai im Netz, sagte der Sprecher des Landeskriminalamts, Guido Marnitz. "
    "Das Landeskriminalamt ermittelt."
)


def named(text: str, words: str, language: str) -> Source:
    article = article_of(text, language)
    at = text.index(words)
    found = Named(article, publisher_of(article), read(text, language)).source(Span(at, at + len(words)), "government")
    assert found
    return found


def test_a_body_with_a_name_of_its_own_is_not_the_ministry_named_before() -> None:
    assert named(ENGLISH, "national clearance authority", "en").name == "national clearance authority"


def test_a_bare_word_for_a_body_stands_for_the_one_named_before() -> None:
    assert named(ENGLISH, "The ministry", "en").key == named(ENGLISH, "Ministry of Foreign Affairs", "en").key


@pytest.mark.parametrize("words", ["Landeskriminalamts", "der Sprecher des Landeskriminalamts, Guido Marnitz"])
def test_a_body_is_known_in_any_case_of_its_name(words: str) -> None:
    assert named(GERMAN, words, "de").key == named(GERMAN, "Landeskriminalamt ", "de").key
