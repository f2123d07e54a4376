from __future__ import annotations

import pytest

from assistant.findings.core import core
from assistant.read.reader import EmbeddedReader
from index.documents import Article


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "Das Land versucht nach Angaben der Behörde, das kleine Tarbeck in den Streit hineinzuziehen.",
            "das kleine Tarbeck in den Streit hineinzuziehen",
        ),
        (
            "Die Bürgermeisterin Ada Berg, die seit 2019 im Amt ist, kritisierte die Pläne am Montag.",
            "die seit 2019 im Amt ist, kritisierte die Pläne am Montag",
        ),
        ("Wer das zahle, erkenne auch an, dass der Hafen zu klein sei, sagte Ada Berg.", "an, dass der Hafen zu klein"),
    ],
    ids=["an infinitive", "a clause set in", "a clause that hangs on"],
)
def test_a_statement_is_not_cut_within_its_clause(sentence: str, statement: str) -> None:
    article = Article("a", f"Streit um Tarbeck\n\n{sentence}\n", "a.txt", publisher="Bote", language="de")
    (claim,) = [c for c in EmbeddedReader().read(article).claims if c.text in sentence and "Streit um" not in c.text]
    assert statement in core(claim)


def test_a_further_clause_is_a_statement_of_its_own() -> None:
    text = "Der Kreml hatte im Herbst einen Partner gefunden, der Soldaten nach Tarbeck schickte."
    (claim,) = EmbeddedReader().read(Article("a", text, "a.txt", publisher="Bote", language="de")).claims
    assert core(claim) == "Der Kreml hatte im Herbst einen Partner gefunden"
