"""Nouns as JSON and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sourced import OFFER, PODIL, disputed

from assistant.chat.codec import ReadingBack, Writing
from assistant.domain import Reply, Sentence
from assistant.findings.cite import cite
from assistant.sourcing import Finding
from index.documents import Article


def there_and_back(value: Any, kind: type[Any]) -> Any:
    writing, back = Writing(), ReadingBack()
    plain = writing.plain(value)
    for item in json.loads(json.dumps(writing.fresh())):
        back.take(item)
    return back.noun(kind, json.loads(json.dumps(plain)))


def test_a_finding_with_all_that_it_stands_on_comes_back_equal() -> None:
    assert there_and_back(disputed(), Finding) == disputed()


def test_a_reply_comes_back_equal() -> None:
    reply = Reply("Wer?", True, (Sentence("Laos.", (cite(OFFER),), (0,)),), (), (PODIL,), findings=(disputed(),))
    assert there_and_back(reply, Reply) == reply


def test_an_article_that_is_met_again_is_written_once() -> None:
    writing = Writing()
    writing.plain(PODIL)
    writing.plain(OFFER)
    assert [next(key for key in item if key != "item") for item in writing.fresh()] == ["article", "claim"]
    writing.plain(OFFER)
    assert writing.fresh() == []


def test_what_an_older_file_does_not_have_is_left_at_its_default_and_what_a_newer_has_more_is_passed_over() -> None:
    article = ReadingBack().noun(Article, {"id": "a", "text": "Laos.", "path": "a.txt", "mood": "grim"})
    assert article == Article("a", "Laos.", "a.txt")


@pytest.mark.parametrize("plain", [{"id": 1, "text": "", "path": ""}, {"item": "nowhere"}, {}])
def test_what_is_no_such_noun_is_an_error(plain: Any) -> None:
    with pytest.raises((TypeError, KeyError)):
        ReadingBack().noun(Article, plain)
