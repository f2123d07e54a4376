import json
from pathlib import Path

from writing import article

from evals.measures.facts import Listed, Told, claimed_facts, figures
from index.documents import Article


def test_figures_are_the_same_however_they_are_written() -> None:
    assert figures("1.200 Euro, 1 200 Euro, elf Boote", "de") == {"1200", "11"}


def test_a_listed_fact_may_be_spread_over_two_sentences() -> None:
    fact = Listed((("Riss",), ("Decke", "Dach")))
    told = [Told("Es gab einen Riss.", "de"), Told("Das Dach ist alt.", "de"), Told("Es regnete.", "de")]
    assert fact.told_in(told)
    assert not fact.told_in([told[0], told[2], told[1]])


def claim(folder: Path, text: str, source: Article) -> list[bool]:
    row = {"claim": text, "lang": "de", "standing": "single_source", "supporting": ["01"]}
    probes = folder / "probes.jsonl"
    probes.write_text(json.dumps(row), encoding="utf-8")
    told = [Told("Der Kran am Hafen stürzte um und begrub elf Boote unter sich.", "de")]
    return [fact.told_in(told) for fact in claimed_facts(probes, [source])]


def numbered(text: str) -> Article:
    made = article(text)
    return Article(id=made.id, text=text, path="01-bote.txt", language="de")


SOURCE = numbered(
    "Der Kran am Hafen stürzte um und begrub elf Boote unter sich. Verletzt wurde dabei offenbar niemand."
)


def test_a_claim_in_other_words_is_recognised_by_its_place(tmp_path: Path) -> None:
    assert claim(tmp_path, "Ein umgestürzter Kran begrub 11 Boote.", SOURCE) == [True]


def test_a_claim_with_another_figure_cannot_be_located(tmp_path: Path) -> None:
    assert claim(tmp_path, "Ein umgestürzter Kran begrub 14 Boote.", SOURCE) == []
