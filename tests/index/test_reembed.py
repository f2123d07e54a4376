"""reindex --embedder: the old vectors are in use until the last new one is there, and a broken-off run goes on."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from embedders import SIZE, Seeded
from processes import collection as lexical_collection
from processes import lost
from stories import article

from index.collection import Collection
from index.doctor import examine
from index.embedding.embedder import Embedder, TextsRefused, Vectors, embedder_named
from index.errors import Busy, NoVectors, WrongEmbedder
from index.store import home
from index.store.made import made_with

_SCRIPT = Path(__file__).parent.parent / "shared" / "processes.py"
_KILLS = int(os.environ.get("SECONDSOURCE_KILLS", "4"))
_MANY = 60  # articles: more passages than one batch


class Interrupted(Exception):
    pass


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.reembed.TOGETHER", 20)


def opened(folder: Path, embedder: Embedder | None = None) -> Collection:
    place = home.in_folder(folder / "data", "default", create=True)
    return Collection(place, embedder or embedder_named("lexical"))


def breaking_off_after(batches: int) -> Seeded:
    done = [0]

    def before(texts: Sequence[str]) -> None:
        done[0] += 1
        if done[0] > batches:
            raise Interrupted

    return Seeded(before=before)


def vectors(collection: Collection) -> dict[str, Vectors]:
    with collection.store.reading() as tables:
        return tables.passages.vectors(sorted(tables.passages.ids()))


def finds(collection: Collection, number: int) -> bool:
    """Random vectors disturb the order, but what the words say still counts."""
    hits = collection.search(f"Umbau für {number * 37} Euro")[:4]
    return any(f"Nummer {number} " in hit.passage.text for hit in hits)


def test_every_passage_has_the_new_embedders_vector_and_the_collection_remembers_it(
    saved: Collection, tmp_path: Path
) -> None:
    saved.add(article(n) for n in range(28, 33))
    other = Seeded()
    report = saved.reembed(other)
    texts = {p.id: p.text for p in saved.passages(sorted(vectors(saved)))}
    assert (report.before, report.embedder, report.embedded, report.kept) == ("lexical", "seeded", len(texts), 0)
    assert all(np.allclose(v, other.query(texts[i], "de"), atol=1e-6) for i, v in vectors(saved).items())
    made = made_with(home.in_folder(tmp_path / "data", "default", create=False))
    assert made
    assert (made.embedder, made.dimensions) == ("seeded", SIZE)
    assert lost(saved) == []
    assert examine(saved).problems == ()
    assert finds(saved, 31)


def test_an_open_collection_that_was_made_otherwise_is_told_so(saved: Collection, tmp_path: Path) -> None:
    saved.add([article(1)])
    other = opened(tmp_path)
    assert len(other) == 1
    saved.reembed(Seeded())
    with pytest.raises(WrongEmbedder, match="--embedder seeded"):
        other.heads()


def test_a_run_that_is_broken_off_leaves_the_old_vectors_in_use_and_goes_on_where_it_stopped(
    saved: Collection, tmp_path: Path
) -> None:
    saved.add(article(n) for n in range(_MANY))
    before = vectors(saved)
    with pytest.raises(Interrupted):
        saved.reembed(breaking_off_after(1))
    saved.close()
    again = opened(tmp_path)
    assert all(np.array_equal(v, before[i]) for i, v in vectors(again).items())
    assert finds(again, 31)
    other = Seeded()
    report = again.reembed(other)
    assert report.kept > 0
    assert (report.embedded, report.kept + report.embedded) == (len(other.asked), len(before))
    assert lost(again) == []
    again.close()


def test_what_others_change_meanwhile_is_in_the_new_vectors_too(saved: Collection, tmp_path: Path) -> None:
    saved.add(article(n) for n in range(_MANY))
    gone = saved.heads()[0].id
    beside = opened(tmp_path)

    def change(texts: Sequence[str]) -> None:
        if gone in {h.id for h in beside.heads()}:
            beside.remove(gone)
            beside.add([article(_MANY)])

    saved.reembed(Seeded(before=change))
    beside.close()
    assert len(saved) == _MANY
    assert gone not in {h.id for h in saved.heads()}
    assert examine(saved).problems == ()


def test_an_article_that_is_written_anew_is_embedded_anew(saved: Collection) -> None:
    saved.add(article(n) for n in range(_MANY))
    with pytest.raises(Interrupted):
        saved.reembed(breaking_off_after(1))
    saved.reindex()
    assert saved.reembed(Seeded()).kept == 0


def test_what_another_embedder_left_half_done_is_begun_anew(saved: Collection) -> None:
    saved.add(article(n) for n in range(_MANY))
    with pytest.raises(Interrupted):
        saved.reembed(breaking_off_after(1))
    report = saved.reembed(Seeded("another"))
    assert (report.kept, saved.embedder.name) == (0, "another")
    assert lost(saved) == []


def test_two_that_re_embed_with_different_embedders_do_not_mix(saved: Collection, tmp_path: Path) -> None:
    saved.add(article(n) for n in range(_MANY))
    beside = opened(tmp_path)

    def other_comes_first(texts: Sequence[str]) -> None:
        with beside.store.writing() as tables:
            beside.store.other(tables).begin(Seeded("another"))

    with pytest.raises(Busy, match="another"):
        saved.reembed(Seeded(before=other_comes_first))
    beside.close()


def test_a_refused_passage_keeps_the_collection_with_its_embedder(saved: Collection) -> None:
    saved.add(article(n) for n in range(28, 33))

    class Picky(Seeded):
        def embed(self, texts: Sequence[str], languages: Sequence[str]) -> Vectors:
            found = super().embed(texts, languages)
            bad = {n: "too long" for n, text in enumerate(texts) if "Nummer 31 " in text}
            found[list(bad)] = 0
            raise TextsRefused(found, bad)

    with pytest.raises(NoVectors, match="too long.*stays with lexical"):
        saved.reembed(Picky())
    assert finds(saved, 31)
    assert saved.reembed(Seeded("picky")).embedder == "picky"


@pytest.mark.parametrize("seed", range(_KILLS))
def test_a_kill_at_any_moment_leaves_one_whole_set_of_vectors(seed: int, tmp_path: Path) -> None:
    with_us = lexical_collection(str(tmp_path))
    with_us.add(article(n) for n in range(_MANY))
    with_us.close()
    process = subprocess.Popen(
        [sys.executable, str(_SCRIPT), "reembed", str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    process.stdout.readline()
    time.sleep(random.Random(seed).uniform(0, 0.5))
    process.kill()
    process.wait()
    place = home.in_folder(tmp_path, "default", create=False)
    made = made_with(place)
    assert made
    embedder = Seeded() if made.embedder == "seeded" else embedder_named("lexical")
    with Collection.at(place, embedder) as collection:
        assert lost(collection) == []
        assert finds(collection, 31)
        if made.embedder == "lexical":
            collection.reembed(Seeded())
            assert lost(collection) == []
