from __future__ import annotations

import pytest

from assistant.gate.locate import is_verbatim, locate
from index.documents import Article


def found(quote: str, text: str) -> str | None:
    span = locate(quote, Article("a", text, "-", language="de"))
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Der Hafen bleibt zu", "Gestern hieß es: Der  Hafen\nbleibt zu, leider."),
        ('Er rief: "Alle von Bord"', "Er rief: „Alle von Bord“ und sprang."),
        ("Er rief: «Alle von Bord»", 'Er rief: "Alle von Bord" und sprang.'),
        ("Der Rettungsdienst kam spät", "Der Rettungs-\ndienst kam spät am Abend."),
        ("Der Rettungsdienst kam spät", "Der Rettungs\xaddienst kam spät am Abend."),
        ("Das Müller-Amt kam spät", "Das Müller-\nAmt kam spät am Abend."),
        ("Kapitän's Logbuch fehlt", "Das Kapitän’s Logbuch fehlt seit gestern."),
        ("„Der Hafen bleibt zu“", "Der Hafen bleibt zu, sagte er."),
    ],
)
def test_words_are_found_whatever_their_spaces_quote_marks_and_hyphenation(quote: str, text: str) -> None:
    words = found(quote, text)
    assert words is not None
    assert words in text


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Der Hafen bleibt offen", "Der Hafen bleibt zu."),
        ("der Hafen bleibt zu", "Der Hafen bleibt zu."),
        ("Der Hafen bleibt", "Der Hafen bleibtzu."),
        ("kostet den Hafen 30", "Das kostet den Hafen 30.000 Euro."),
        ("000 Euro kostet das", "Es heißt, 30.000 Euro kostet das."),
        ("Der Hafen … zu", "Der Hafen bleibt zu."),
        ("", "Der Hafen bleibt zu."),
        ("“”", "Der Hafen “” bleibt zu."),
    ],
)
def test_other_words_are_not_found(quote: str, text: str) -> None:
    assert found(quote, text) is None


def test_a_quote_of_two_words_proves_nothing() -> None:
    assert found("Der Hafen", "Der Hafen bleibt zu.") is None


def test_a_short_sentence_may_be_quoted_whole() -> None:
    assert found("Alle leben.", "Das Schiff sank. Alle leben. Die Suche endete.") == "Alle leben."


def test_a_long_article_is_searched_quickly_many_times() -> None:
    text = "Der  Hafen bleibt\nzu. " * 20_000 + "Das Wrack liegt in der Rinne."
    article = Article("a", text, "-", language="de")
    assert all(locate(f"Das Wrack  liegt {'in der'} Rinne", article) for _ in range(20))


@pytest.mark.parametrize(
    ("sentence", "verbatim"),
    [
        ("Der Hafen bleibt bis Freitag zu.", True),
        ("Bleibt der Hafen zu, fehlt der Stadt Geld.", False),
        ("Der Hafen bleibt […] bis Freitag zu.", True),
        ("Der Hafen […] bis Freitag zu.", False),
        ("Der Hafen bleibt bis Freitag … die Schleuse ist offen.", True),
        ("Der Hafen bleibt bis Sonntag zu.", False),
    ],
)
def test_a_sentence_is_verbatim_only_in_parts_of_three_words_or_more(sentence: str, verbatim: bool) -> None:
    assert is_verbatim(sentence, ["Der Hafen bleibt bis Freitag zu, die Schleuse ist offen."]) is verbatim
