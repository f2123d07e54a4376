"""Findings as ClaimReview: schema.org's types, the standing as the rating, and no verdict."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from reports import answer, hostile
from schema_org import faults
from sourced import found

from assistant.export.claimreview import to_claimreview
from assistant.export.parts import Part
from assistant.settings import Settings
from assistant.sourcing import Standing


def document(*parts: Part, lang: str = "en") -> dict[str, Any]:
    given: dict[str, Any] = json.loads(to_claimreview(parts, Settings(lang=lang)))
    return given


def test_it_keeps_to_the_types_of_schema_org() -> None:
    assert faults(document(answer(), hostile())) == []


def test_the_validator_finds_what_is_wrong() -> None:
    wrong = {"@type": "ClaimReview", "verdict": "x", "reviewRating": {"@type": "Person"}, "datePublished": "May"}
    assert len(faults({"@context": "https://schema.org", "@graph": [wrong]})) == 3


def test_the_rating_is_the_standing_in_words_and_has_no_number() -> None:
    rating = document(answer())["@graph"][0]["reviewRating"]
    assert rating["alternateName"] == "disputed"
    assert "ratingValue" not in rating


@pytest.mark.parametrize("lang", ["de", "en", "ru"])
def test_no_rating_says_true_or_false(lang: str) -> None:
    parts = [Part("", findings=(found(s),)) for s in (Standing.NOT_FOUND, Standing.CONTRADICTED)]
    words = " ".join(r["reviewRating"]["alternateName"] for r in document(answer(), *parts, lang=lang)["@graph"])
    assert not re.search(r"\b(wahr|falsch|true|false|правда|ложь|верно)\b", words, re.IGNORECASE)


def test_the_author_is_the_origin_and_the_earliest_article_is_the_first_appearance() -> None:
    claim = document(answer())["@graph"][0]["itemReviewed"]
    assert claim["author"]["name"] == "HUR"
    assert claim["firstAppearance"]["publisher"]["name"] == "The Podil Courier"
    assert claim["appearance"]["publisher"]["name"] == "Weitblick Online"


def test_what_speaks_against_it_is_cited() -> None:
    assert document(answer())["@graph"][0]["citation"]["publisher"]["name"] == "The Mekong Observer"


def test_a_statement_that_nobody_makes_has_no_author_and_no_appearance() -> None:
    [review] = document(Part("", findings=(found(Standing.NOT_FOUND),)))["@graph"]
    assert set(review["itemReviewed"]) == {"@type", "text", "inLanguage"}


def test_a_finding_of_two_parts_is_reviewed_once() -> None:
    assert len(document(answer(), answer())["@graph"]) == len(document(answer())["@graph"]) == 2


def test_hidden_characters_of_articles_are_gone() -> None:
    assert "\u202e" not in json.dumps(document(hostile()), ensure_ascii=False)
