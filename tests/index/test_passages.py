from __future__ import annotations

from index.documents import Article, Passage, Span
from index.passages import LEAST, MOST, split
from index.sentences import sentences
from index.tokens import estimate_tokens

SENTENCE = "Die Stadt sperrt die alte Brücke am Hafen für schwere Lastwagen, weil der Stahl ermüdet ist."


def article(text: str, headline: str = "") -> Article:
    return Article("a1", text, "-", headline=Span(0, len(headline)) if headline else None, language="de")


def paragraph(count: int) -> str:
    return " ".join([SENTENCE] * count)


def tokens(passages: list[Passage]) -> list[int]:
    return [estimate_tokens(p.text) for p in passages]


def test_passages_are_slices_of_the_text_numbered_in_order() -> None:
    text = paragraph(40)
    passages = split(article(text))
    assert [p.id for p in passages[:2]] == ["a1-0000", "a1-0001"]
    assert all(p.text == p.span.of(text) and p.article == "a1" for p in passages)


def test_every_sentence_stands_in_exactly_one_passage() -> None:
    text = "\n\n".join(paragraph(n) for n in (1, 7, 3, 12, 2))
    passages = split(article(text))
    for sentence in sentences(text, "de"):
        assert sum(p.span.start <= sentence.start and sentence.end <= p.span.end for p in passages) == 1


def test_passages_have_about_two_hundred_tokens() -> None:
    assert all(150 <= count <= MOST for count in tokens(split(article(paragraph(60))))[:-1])


def test_a_paragraph_end_is_preferred() -> None:
    text = "\n\n".join([paragraph(6)] * 5)
    passages = split(article(text))
    assert [p.text for p in passages] == [paragraph(6)] * 5
    assert all(LEAST <= count <= MOST for count in tokens(passages))


def test_a_sentence_too_long_for_a_passage_is_cut_after_clauses() -> None:
    text = ", ".join(["die Stadt sperrt die Brücke am Hafen"] * 200) + "."
    passages = split(article(text))
    assert max(tokens(passages)) <= 400
    assert all(p.text.endswith(",") for p in passages[:-1])


def test_a_text_without_any_space_is_cut_all_the_same() -> None:
    passages = split(article("x" * 50_000))
    assert "".join(p.text for p in passages) == "x" * 50_000
    assert max(tokens(passages)) <= 400


def test_the_headline_is_never_a_passage_of_its_own() -> None:
    headline = "Brücke am Hafen gesperrt"
    long = " ".join(["die Stadt sperrt die Brücke"] * 30) + "."
    passages = split(article(f"{headline}\n\n{long}\n\n{paragraph(5)}", headline))
    assert passages[0].text.startswith(f"{headline}\n\ndie Stadt")


def test_an_article_without_text_has_no_passages() -> None:
    assert split(article(" \n ")) == []
