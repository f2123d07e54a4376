from __future__ import annotations

from itertools import pairwise

import pytest
from embedders import Topical
from stories import article

from index.collection import Collection
from index.documents import Kind, Raw
from index.search import _centred, query_language, query_terms
from index.store import home

STORM = (
    "Ein Sturm hat in der Nacht auf Dienstag das Dach der Markthalle von Seelitz abgedeckt. Verletzt wurde niemand. "
    "Nach Angaben der Feuerwehr flogen Ziegel bis auf den Kirchplatz, die Halle bleibt bis Ende der Woche geschlossen. "
    "Den Schaden schätzt die Stadt auf 80.000 Euro, die Händler sollen vorerst in Zelten auf dem Parkplatz verkaufen."
)


def raw(name: str, text: str, publisher: str) -> Raw:
    head = f"---\ntitle: Sturm über Seelitz\npublisher: {publisher}\npublished: 2026-02-03\n---\n"
    return Raw(name, (head + text).encode(), Kind.TEXT)


@pytest.mark.parametrize(
    ("query", "language"),
    [("Wer hat das gesagt?", "de"), ("What did the mayor say?", "en"), ("Ущерб", "ru"), ("Sturm Seelitz", "de")],
)
def test_a_query_is_read_in_its_own_language_or_the_collections(query: str, language: str) -> None:
    assert query_language(query, ["de", "en"]) == language


def test_a_query_is_stemmed_for_every_language_of_the_collection() -> None:
    assert {"haus", "hous"} <= set(query_terms("houses Häuser", "en", ["de"]))


def test_copies_fold_into_the_best_of_them(memory: Collection) -> None:
    memory.add([raw("a.txt", STORM, "Bote"), raw("b.txt", STORM, "Anzeiger"), article(1)])
    hits = [h for h in memory.search("Sturm Markthalle Seelitz") if "Sturm" in h.passage.text]
    assert len(hits) == 1
    assert [p.article for p in hits[0].copies] != [hits[0].article.id]
    assert len(hits[0].copies) == 1


def test_neighbouring_passages_of_an_article_are_joined(memory: Collection) -> None:
    memory.add([article(3, paragraphs=20), article(4)])
    (whole,) = (head for head in memory.heads() if head.id == article(3, paragraphs=20).id)
    found = [h for h in memory.search("Gemeinderat Weidenbach Brücke Nummer 3") if h.article.id == whole.id]
    spans, text = sorted(h.passage.span for h in found), found[0].article.text
    assert len(found) < whole.passages
    assert all(text[a.end : b.start].strip() for a, b in pairwise(spans))
    assert all(h.passage.span.of(h.article.text) == h.passage.text for h in found)


def test_letters_that_no_word_begins_with_still_find_the_nearest(memory: Collection) -> None:
    memory.add([raw("a.txt", STORM, "Bote"), article(1)])
    assert "Markthalle" in memory.search("Marckthallendach")[0].passage.text


_DENSE = Topical([["hallenbad", "schwimm"], ["brücke", "übergang"], ["schule", "unterricht"]])


def test_an_embedder_that_carries_finds_what_shares_no_word_with_the_question() -> None:
    with Collection.at(home.in_memory(), _DENSE) as dense:
        dense.add(article(n) for n in range(24))
        assert "Brücke" in dense.search("Übergang")[0].passage.text


def test_an_embedder_that_carries_does_not_drown_the_words() -> None:
    with Collection.at(home.in_memory(), _DENSE) as dense:
        dense.add(article(n) for n in range(24))
        assert "Nummer 17 " in dense.search("Gemeinderat Nummer 17 629 Euro")[0].passage.text


def test_what_is_common_to_all_cosines_of_an_embedder_counts_for_nothing() -> None:
    plain = {"a": 0.1, "b": 0.1, "c": 0.6}
    lifted = {i: 0.7 + 0.3 * cosine for i, cosine in plain.items()}
    assert _centred(lifted) == pytest.approx(_centred(plain))


def test_copies_are_not_told_apart_by_rounding() -> None:
    assert max(_centred({"a": 1.0, "b": 0.9999999, "c": 0.9999998}).values()) <= 1
