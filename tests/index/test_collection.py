from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest
from stories import article

from index.collection import Collection
from index.documents import Filters, Kind, Raw
from index.embedding.embedder import embedder_named
from index.embedding.lexical import LexicalEmbedder
from index.errors import CollectionError, NoCollection, NotFound, WrongEmbedder
from index.store import home
from index.store.chroma import Client


def test_what_was_added_is_found_and_cites_its_own_words(memory: Collection) -> None:
    memory.add([article(1), article(2)])
    best = memory.search("Was kostet die Brücke Nummer 2?")[0]
    assert "Nummer 2" in best.passage.text
    assert best.passage.text == best.passage.span.of(best.article.text)


def test_adding_again_changes_nothing(memory: Collection) -> None:
    first = memory.add([article(1), article(2)])
    again = memory.add([article(2), article(1), article(1)])
    assert (len(first.added), again.added, len(again.known)) == (2, [], 3)
    assert len(memory) == 2


def test_the_raw_input_is_kept_byte_for_byte(memory: Collection) -> None:
    raw = Raw("a.txt", article(3).data.decode().replace("ü", "ue").encode("cp1252"), Kind.TEXT)
    (added,) = memory.add([raw]).added
    assert memory.raw(added) == raw


def test_an_unreadable_input_does_not_keep_the_others_out(memory: Collection) -> None:
    report = memory.add([NotFound("gone.txt", "there is no such file", "Check the path."), article(1)])
    assert (len(report.added), [e.path for e in report.failed]) == (1, ["gone.txt"])


def test_a_removed_article_is_gone_from_every_view(memory: Collection) -> None:
    memory.add([article(1), article(2)])
    removed = memory.remove(article(2).id[:8])
    assert removed not in {h.article.id for h in memory.search("Nummer 2 Brücke")}
    assert removed not in {h.id for h in memory.heads()}
    with pytest.raises(CollectionError, match="no such article"):
        memory.article(removed)


def test_filters_hold_for_lists_and_for_searches(memory: Collection) -> None:
    memory.add([article(n) for n in range(8)])
    only = Filters(publisher="lindenauer bote")
    assert {h.publisher for h in memory.heads(only)} == {"Lindenauer Bote"}
    assert {h.article.publisher for h in memory.search("Gemeinderat", only)} == {"Lindenauer Bote"}
    assert {h.published for h in memory.heads(Filters(since="2026-03-07"))} == {"2026-03-07", "2026-03-08"}


def test_a_beginning_of_an_id_has_to_be_one_articles_own(memory: Collection) -> None:
    memory.add([article(n) for n in range(20)])
    first = [h.id[0] for h in memory.heads()]
    shared = next(c for c in first if first.count(c) > 1)
    with pytest.raises(CollectionError, match="Several articles"):
        memory.article(shared)


def test_a_saved_collection_is_there_again(saved: Collection, tmp_path: Path) -> None:
    saved.add([article(1)])
    saved.close()
    with Collection.at(home.in_folder(tmp_path / "data", "default", create=False), embedder_named("lexical")) as again:
        assert again.search("Brücke Nummer 1")[0].article.publisher == "Lindenauer Bote"


def test_threads_that_search_at_once_open_the_collection_once(saved: Collection, tmp_path: Path) -> None:
    saved.add([article(n) for n in range(8)])
    saved.close()
    place = home.in_folder(tmp_path / "data", "default", create=False)
    opened: list[Client] = []

    def slowly() -> Client:
        sleep(0.05)
        opened.append(place.connect())
        return opened[-1]

    with (
        Collection.at(replace(place, connect=slowly), embedder_named("lexical")) as again,
        ThreadPoolExecutor(4) as pool,
    ):
        found = list(pool.map(again.search, ["Brücke", "Schule", "Turnhalle", "Bücherei"]))
    assert (len(opened), len(found)) == (1, 4)


def test_no_collection_yet_says_what_to_type(tmp_path: Path) -> None:
    with pytest.raises(NoCollection, match="secondsource add"):
        home.in_folder(tmp_path, "default", create=False)


def test_another_embedder_is_refused_by_name(saved: Collection, tmp_path: Path) -> None:
    saved.add([article(1)])
    saved.close()
    other = _Renamed()
    with (
        Collection.at(home.in_folder(tmp_path / "data", "default", create=False), other) as again,
        pytest.raises(WrongEmbedder, match="--embedder lexical"),
    ):
        again.heads()


def test_reindexing_makes_everything_again_from_the_raw_inputs(saved: Collection) -> None:
    saved.add([article(n) for n in range(5)])
    before = [h.passage.id for h in saved.search("Umbau Brücke")]
    saved.reindex()
    assert [h.passage.id for h in saved.search("Umbau Brücke")] == before
    assert len(saved) == 5


def test_a_lost_word_search_is_built_again_from_chroma(saved: Collection, tmp_path: Path) -> None:
    saved.add([article(n) for n in range(5)])
    saved.close()
    for file in (tmp_path / "data").rglob("words.sqlite*"):
        file.unlink()
    assert "Nummer 3" in saved.search("Brücke Nummer 3")[0].passage.text


class _Renamed(LexicalEmbedder):
    name = "other"


def test_what_another_process_has_removed_is_not_given_again(tmp_path: Path) -> None:
    with (
        Collection.at(home.in_folder(tmp_path, "c", create=True), LexicalEmbedder()) as reader,
        Collection.at(home.in_folder(tmp_path, "c", create=True), LexicalEmbedder()) as writer,
    ):
        kept, removed = writer.add([article(1), article(2)]).added
        assert len(reader.articles([kept, removed])) == 2
        writer.remove(removed)
        assert [a.id for a in reader.articles([kept, removed])] == [kept]
