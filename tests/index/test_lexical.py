from __future__ import annotations

import numpy as np

from index.embedding.lexical import DIMENSIONS, LexicalEmbedder


def similarity(one: str, other: str, language: str = "de") -> float:
    a, b = LexicalEmbedder().embed([one, other], [language] * 2)
    return float(np.dot(a, b))


def test_vectors_have_unit_length_and_a_text_without_words_has_none() -> None:
    rows = LexicalEmbedder().embed(["Der Hafen brennt.", "… !"], ["de", "de"])
    assert rows.shape == (2, DIMENSIONS)
    assert np.allclose(np.linalg.norm(rows, axis=1), [1.0, 0.0])


def test_a_text_always_gets_the_same_vector() -> None:
    text = ["Die Fähre legte um 14.30 Uhr ab."]
    assert (LexicalEmbedder().embed(text, ["de"]) == LexicalEmbedder().embed(text, ["de"])).all()


def test_inflected_words_and_parts_of_compounds_are_near() -> None:
    assert similarity("Häuser", "Haus") > 0.5
    assert similarity("Minenräumung", "Minen") > similarity("Minenräumung", "Haushalt") + 0.1


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    assert similarity("Jahr Kaimauer", "Kaimauer Menschen") > similarity("Jahr Kaimauer", "Jahr Menschen")
