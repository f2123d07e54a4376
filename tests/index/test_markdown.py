from __future__ import annotations

import time

import pytest

from index.documents import CutReason, Removed
from index.markdown import plain_text


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("## Rat beschließt ##", "Rat beschließt"),
        ("Ein **wichtiger** und *guter* __Tag__ _heute_", "Ein wichtiger und guter Tag heute"),
        ("***ganz* wichtig**", "ganz wichtig"),
        ('Laut [dem *Talboten*](https://a.example/b_(c) "x") heute', "Laut dem Talboten heute"),
        ("Laut [dem Talboten][1] heute", "Laut dem Talboten heute"),
        ("snake_case_name und 2 * 3 * 4", "snake_case_name und 2 * 3 * 4"),
        ("> Zitat\n> geht weiter", "Zitat geht weiter"),
        ("Ein Satz\nüber zwei Zeilen.", "Ein Satz über zwei Zeilen."),
        ("Erste  \nzweite", "Erste\nzweite"),
        ("- eins\n- zwei", "- eins\n- zwei"),
        ("| a | b |\n|---|---|\n| c | d |", "a | b\n\nc | d"),
        ("1\\. Mai, `code` und <br>~~weg~~", "1. Mai, code und weg"),
        ("<https://a.example/b>", "https://a.example/b"),
        ("Titel\n=====\nText", "Titel\nText"),
        ("a\n\n***\n\nb", "a\n\n\n\nb"),
    ],
)
def test_marks_go_and_words_stay(markdown: str, plain: str) -> None:
    assert plain_text(markdown).text == plain


def test_code_is_kept_as_it_is() -> None:
    assert plain_text("```python\nx = *a*\n  y\n```\nText").text == "x = *a*\n  y\nText"


@pytest.mark.parametrize(
    "markdown", ["# Rat beschließt\n\nText", "Rat beschließt\n===\n\nText", "## Unten\n# Rat beschließt"]
)
def test_the_first_top_heading_is_the_title(markdown: str) -> None:
    assert plain_text(markdown).title == "Rat beschließt"


def test_images_and_comments_are_dropped_and_kept_as_removed() -> None:
    result = plain_text("Vor ![Ein Foto](a.png) nach <!-- nie\nzeigen --> Ende")
    assert result.text == "Vor  nach  Ende"
    assert set(result.removed) == {
        Removed("Ein Foto", CutReason.FURNITURE),
        Removed("nie zeigen", CutReason.INVISIBLE),
    }


def test_where_links_point_to_is_no_text() -> None:
    assert plain_text("Text\n\n[1]: https://a.example/b").text.strip() == "Text"


@pytest.mark.parametrize("piece", ["*", "[", "[a](", "_a ", "> ", "<!--", "|", "- ", "a\n", "wort "])
def test_a_huge_text_takes_seconds_at_most(piece: str) -> None:
    started = time.process_time()
    plain_text(piece * (10_000_000 // len(piece)))
    assert time.process_time() - started < 5
