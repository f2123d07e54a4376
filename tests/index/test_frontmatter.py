from __future__ import annotations

import pytest

from index.frontmatter import split_front_matter


def test_front_matter_is_split_off_with_lower_case_keys_and_bare_values() -> None:
    text = '---\nTitle: "Rat: der Haushalt"\npublisher: Beispielbote\nURL: https://a.example/b\n---\nDer Rat tagt.'
    expected = {"title": "Rat: der Haushalt", "publisher": "Beispielbote", "url": "https://a.example/b"}
    assert split_front_matter(text) == (expected, "Der Rat tagt.")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Rat\nDer Rat tagt.",  # never closed
        "---\ntitle: Rat\nDer Rat tagt heute\n---\nText",  # a line that is no entry
        "---\nDer Rat tagt.\n---\nText",
        "---\n---\nText",
        "---\nSonntag: Der Rat tagt.\n---\nText",  # no key that we know
        "Text\n---\ntitle: Rat\n---\n",
    ],
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


def test_keys_in_other_words_are_understood() -> None:
    given, _ = split_front_matter("---\nTitel: Rat\nQuelle: Beispielbote\nDatum: 4. März 2026\n---\n")
    assert (given["title"], given["publisher"], given["published"]) == ("Rat", "Beispielbote", "4. März 2026")


def test_an_empty_value_is_no_value() -> None:
    assert split_front_matter("---\ntitle: Rat\nauthor:\n---\nText") == ({"title": "Rat"}, "Text")


def test_blank_lines_comments_and_indented_lines_are_let_pass() -> None:
    assert split_front_matter("---\n# note\n\ntitle: Rat\ntags:\n  - a\n- b\n---\nText") == ({"title": "Rat"}, "Text")
