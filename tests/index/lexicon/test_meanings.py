"""What a single word can mean, by its ending and its capital."""

from __future__ import annotations

from index.lexicon.lexicon import mentions


def concepts(text: str, language: str) -> set[str]:
    return {mention.concept.id for mention in mentions(text, language)}


def test_no_german_finite_verb_has_a_capital_within_its_sentence() -> None:
    assert "draw_paint" not in concepts("Gestern kam Malte zurück.", "de")
    assert "draw_paint" in concepts("Malte sie gern, wäre das bekannt.", "de")


def test_an_adverb_is_no_form_of_the_adjective_that_it_looks_like() -> None:
    assert "wide" not in concepts("Die Suche geht weiter voran.", "de")
    assert "inner" in concepts("Eine interne Prüfung läuft.", "de")
