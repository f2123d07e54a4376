from __future__ import annotations

from dataclasses import replace

from sourced import claimed, printed

from assistant.findings.narrow import likest
from assistant.sourcing import Claim, Statement
from index.documents import Article


def article(language: str, *sentences: str) -> tuple[Article, list[Claim]]:
    text = " ".join(sentences)
    made = replace(printed("Bote", text), language=language)
    return made, [claimed(made, sentence) for sentence in sentences]


OTHERS = [f"Am {n}. Mai spielte die Kapelle im Park." for n in range(1, 20)]


def test_a_statement_is_compared_with_the_claims_that_share_most_with_it() -> None:
    _, claims = article("de", *OTHERS, "Die Brücke über die Aller ist gesperrt.", "Die Aller steigt.")
    kept = likest(Statement("Die Aller-Brücke wurde gesperrt.", "de"), claims, 2)
    assert [c.text for c in kept] == ["Die Brücke über die Aller ist gesperrt.", "Die Aller steigt."]


def test_the_claim_that_a_statement_is_made_of_is_always_among_them() -> None:
    _, claims = article("de", *OTHERS)
    assert claims[7] in likest(Statement(claims[7].text, "de", claims[7]), claims, 1)


def test_claims_in_another_language_are_found_by_what_they_name() -> None:
    _, german = article("de", *OTHERS)
    _, english = article("en", "Russia has recognised the Taliban government in Afghanistan.")
    kept = likest(Statement("Russland erkennt die Taliban in Afghanistan an.", "de"), [*german, *english], 1)
    assert kept == english


def test_few_claims_are_all_compared() -> None:
    _, claims = article("de", *OTHERS[:3])
    assert likest(Statement("Etwas ganz anderes.", "de"), claims, 3) == claims
