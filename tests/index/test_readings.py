from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from reading import title_of
from stories import article

from index.collection import Collection
from index.doctor import Trouble, examine, repair
from index.documents import Article
from index.embedding.embedder import embedder_named
from index.intake import prepared


def length(article: Article) -> bytes:
    """At the top of a module, as workers need it."""
    return str(len(article.text)).encode()


def nothing(article: Article) -> bytes:
    return b""


def blobs(collection: Collection) -> set[str]:
    with collection.store.reading() as tables:
        return tables.blobs.keys()


def test_what_was_read_when_an_article_was_added_is_kept_with_it(saved: Collection) -> None:
    (added,) = saved.add([article(1)], read=length).added
    assert saved.readings([added]) == {added: length(saved.article(added))}


def test_articles_added_with_and_without_reading_live_together(saved: Collection) -> None:
    saved.add([article(1)])
    saved.add([article(2)], read=length)
    assert saved.readings([article(1).id, article(2).id, "no such id"]).keys() == {article(2).id}
    assert examine(saved).problems == ()


def test_articles_of_which_the_same_was_read_do_not_lose_it_with_each_other(saved: Collection) -> None:
    saved.add([article(1), article(2)], read=nothing)
    saved.remove(article(1).id)
    assert saved.readings([article(2).id]) == {article(2).id: b""}


def test_removing_an_article_removes_what_was_read(saved: Collection) -> None:
    saved.add([article(1)], read=length)
    saved.remove(article(1).id)
    assert blobs(saved) == set()


def test_reindexing_reads_anew_and_leaves_nothing_behind(saved: Collection) -> None:
    saved.add([article(1)], read=nothing)
    saved.reindex(read=length)
    assert saved.readings([article(1).id]) == {article(1).id: length(saved.article(article(1).id))}
    assert examine(saved).problems == ()


def test_reindexing_without_reading_forgets_what_was_read_before(saved: Collection) -> None:
    saved.add([article(1)], read=length)
    saved.reindex()
    assert saved.readings([article(1).id]) == {}
    assert examine(saved).problems == ()


def test_what_is_removed_while_it_is_reindexed_stays_removed(saved: Collection) -> None:
    saved.add([article(1), article(2)])

    def remove_and_read(read: Article) -> bytes:
        if read.id == article(1).id:
            saved.remove(read.id)
        return b""

    assert saved.reindex(read=remove_and_read).added == [article(2).id]
    assert [head.id for head in saved.heads()] == [article(2).id]


@pytest.mark.parametrize("change", ["DELETE FROM blobs WHERE key = ?", "UPDATE blobs SET data = x'00' WHERE key = ?"])
def test_a_lost_or_broken_reading_is_seen_and_made_again(saved: Collection, tmp_path: Path, change: str) -> None:
    saved.add([article(1)], read=length)
    with saved.store.reading() as tables:
        (record,) = tables.articles.get([article(1).id])
    (file,) = tmp_path.rglob("blobs.sqlite")
    with closing(sqlite3.connect(file)) as db, db:
        db.execute(change, (record.metadata["reading"],))
    assert saved.readings([article(1).id]) == {}
    assert {p.trouble for p in examine(saved).problems} == {Trouble.UNREAD}
    assert repair(saved, embedder_named("lexical"), length).problems == ()
    assert saved.readings([article(1).id]) == {article(1).id: length(saved.article(article(1).id))}


def test_a_repair_that_cannot_read_leaves_the_article_as_one_that_was_not_read(saved: Collection) -> None:
    saved.add([article(1)], read=length)
    with saved.store.writing() as tables:
        (record,) = tables.articles.get([article(1).id])
        tables.blobs.delete([str(record.metadata["reading"])])
    assert repair(saved, embedder_named("lexical")).problems == ()
    assert (len(saved), saved.readings([article(1).id])) == (1, {})


def test_workers_read_as_this_process_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.intake._FEW", 2)
    embedder, raws = embedder_named("lexical"), [article(n) for n in range(4)]
    ours = [p.reading for p in prepared(raws, embedder, 1, title_of) if not isinstance(p, Exception)]
    theirs = [p.reading for p in prepared(raws, embedder, 2, title_of) if not isinstance(p, Exception)]
    assert theirs == ours
    assert len(ours) == 4


def test_a_field_that_an_article_has_no_more_is_gone_after_reindexing(
    saved: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from index import prepare

    saved.add([article(1)])
    whole = prepare.prepare
    monkeypatch.setattr(prepare, "prepare", lambda raw: replace(whole(raw), publisher=None, headline=None))
    saved.reindex()
    (head,) = saved.heads()
    assert (head.publisher, head.title) == (None, None)


def test_a_killed_parent_takes_its_workers_with_it(tmp_path: Path) -> None:
    script = Path(__file__).parent.parent / "shared" / "processes.py"
    parent = subprocess.Popen([sys.executable, str(script), "work"], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    workers = [int(n) for n in parent.stdout.readline().split()]
    parent.kill()
    parent.wait()
    until = time.monotonic() + 30
    while any(map(_runs, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert workers
    assert not any(map(_runs, workers))


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
