from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from stories import article

from index.collection import Collection
from index.doctor import Trouble, examine, repair
from index.embedding.embedder import embedder_named


def troubles(collection: Collection) -> set[Trouble]:
    return {p.trouble for p in examine(collection).problems}


def test_a_whole_collection_has_no_problems(saved: Collection) -> None:
    saved.add([article(n) for n in range(6)])
    health = examine(saved)
    assert (health.articles, health.problems) == (6, ())


def test_a_missing_passage_is_seen_and_made_again(saved: Collection) -> None:
    saved.add([article(n) for n in range(3)])
    lost = saved.search("Brücke Nummer 2")[0].passage.id
    with saved.store.writing() as tables:
        tables.passages.delete([lost])
    assert troubles(saved) == {Trouble.INCOMPLETE}
    assert repair(saved, embedder_named("lexical")).problems == ()
    assert [p.id for p in saved.passages([lost])] == [lost]


def test_a_missing_text_is_made_again_from_the_raw_input(saved: Collection, tmp_path: Path) -> None:
    saved.add([article(n) for n in range(3)])
    with saved.store.reading() as tables:
        (record,) = tables.articles.get([article(1).id])
        tables.blobs.delete([str(record.metadata["body"])])
    saved.forget()
    assert troubles(saved) == {Trouble.UNREADABLE}
    assert repair(saved, embedder_named("lexical")).problems == ()
    assert len(saved) == 3


def test_a_broken_text_is_made_again_from_the_raw_input(saved: Collection, tmp_path: Path) -> None:
    saved.add([article(n) for n in range(3)])
    with saved.store.reading() as tables:
        (record,) = tables.articles.get([article(1).id])
    (file,) = tmp_path.rglob("blobs.sqlite")
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE blobs SET data = x'00' WHERE key = ?", (record.metadata["body"],))
    saved.forget()
    assert troubles(saved) == {Trouble.UNREADABLE}
    assert repair(saved, embedder_named("lexical")).problems == ()
    assert len(saved) == 3


def test_leftovers_of_an_interrupted_add_are_swept(saved: Collection) -> None:
    saved.add([article(1)])
    with saved.store.writing() as tables:
        tables.blobs.put([b"left over"])
        tables.passages.put(["nobodys-0001"], [{"article": "nobodys"}], embedder_named("lexical").embed(["x"], ["de"]))
    assert troubles(saved) == {Trouble.ORPHANED_BLOB, Trouble.ORPHANED_PASSAGE}
    assert repair(saved, embedder_named("lexical")).problems == ()


def test_a_word_search_that_missed_an_article_is_made_anew(saved: Collection) -> None:
    saved.add([article(n) for n in range(3)])
    with saved.store.writing() as tables, tables.postings.changing():
        tables.postings.drop(article(2).id)
    assert troubles(saved) == {Trouble.UNINDEXED}
    assert repair(saved, embedder_named("lexical")).problems == ()
