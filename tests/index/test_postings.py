from __future__ import annotations

from pathlib import Path

import pytest

from index.documents import Filters
from index.store.postings import Posting, Postings


def posting(passage: str, text: str, **fields: str) -> Posting:
    details = {"publisher": "Blatt", "day": "2026-03-04", "language": "de", **fields}
    return Posting(passage, passage.split("-", maxsplit=1)[0], text.split(), [], **details)


def filled(*postings: Posting) -> Postings:
    index = Postings(None)
    with index.changing():
        index.put(postings)
    return index


def test_a_rarer_word_weighs_more() -> None:
    index = filled(posting("a-1", "hafen brand"), posting("b-1", "hafen fest"), posting("c-1", "hafen markt"))
    assert index.search(["hafen", "fest"], Filters(), 3)[0][0] == "b-1"


def test_filters_narrow_by_publisher_in_any_case_and_by_days() -> None:
    index = filled(posting("a-1", "hafen", publisher="Küstenblatt"), posting("b-1", "hafen", day="2026-05-01"))
    assert [i for i, _ in index.search(["hafen"], Filters(publisher="KÜSTENBLATT"), 9)] == ["a-1"]
    assert [i for i, _ in index.search(["hafen"], Filters(since="2026-04-30"), 9)] == ["b-1"]
    assert [i for i, _ in index.search(["hafen"], Filters(until="2026-04-30"), 9)] == ["a-1"]


def test_a_dropped_article_is_not_found_any_more() -> None:
    index = filled(posting("a-1", "hafen"), posting("a-2", "hafen"), posting("b-1", "hafen"))
    with index.changing():
        index.drop("a")
    assert [i for i, _ in index.search(["hafen"], Filters(), 9)] == ["b-1"]
    assert index.passages() == {"b-1"}


def test_what_fails_halfway_leaves_nothing() -> None:
    index = filled(posting("a-1", "hafen"))

    def interrupted() -> None:
        with index.changing():
            index.put([posting("b-1", "hafen")])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert index.passages() == {"a-1"}


def test_words_with_quotes_and_operators_are_only_words() -> None:
    index = filled(posting("a-1", "near or and"))
    assert index.search(['near"', "AND", "o'neil", "*", "-"], Filters(), 9)[0][0] == "a-1"


def test_a_broken_file_is_begun_anew(tmp_path: Path) -> None:
    file = tmp_path / "words.sqlite"
    file.write_bytes(b"this was never a database, and it is long enough to be looked at as one" * 50)
    assert Postings(file).passages() == set()


def test_what_is_counted_is_counted_anew_after_a_write_of_this_or_another_process(tmp_path: Path) -> None:
    index, other = Postings(tmp_path / "words.sqlite"), Postings(tmp_path / "words.sqlite")
    assert index.articles_by_language(Filters()) == {}
    with index.changing():
        index.put([posting("a-1", "hafen")])
    assert index.articles_by_language(Filters()) == other.articles_by_language(Filters()) == {"de": 1}
    with other.changing():
        other.put([posting("b-1", "гавань", language="ru")])
    assert index.articles_by_language(Filters()) == {"de": 1, "ru": 1}
    assert index.languages() == ["de", "ru"]


def test_a_filter_that_everything_fits_changes_neither_order_nor_scores() -> None:
    index = filled(posting("a-1", "hafen brand hafen"), posting("b-1", "hafen fest"), posting("c-1", "hafen brand"))
    assert index.search(["hafen", "brand"], Filters(), 2) == index.search(["hafen", "brand"], Filters(language="de"), 2)


def test_passages_are_told_with_their_articles() -> None:
    index = filled(posting("a-1", "hafen"), posting("b-1", "hafen"))
    assert index.articles_of(["b-1", "c-1"]) == {"b-1": "b"}
