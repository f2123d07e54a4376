from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

import pytest

from assistant.domain import FaultKind
from assistant.settings import INTERFACE_LANGUAGES
from assistant.show.say import Say, texts
from assistant.sourcing import Flag, SourceKind, Standing
from index.doctor import Trouble
from index.documents import CutReason, Notice


def placeholders(language: str, key: str) -> set[str]:
    """Of a text's forms together: "one article" need not repeat the number."""
    text = texts(language)[key]
    forms = [text] if isinstance(text, str) else list(text.values())
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_language_has_the_same_texts_with_the_same_placeholders(language: str) -> None:
    assert texts(language).keys() == texts("en").keys()
    for key in texts("en"):  # of an input error other languages tell by its class what English tells in its own words
        missing = placeholders("en", key) - placeholders(language, key)
        assert missing <= ({"what", "remedy"} if key.startswith("input.") else set()), key
        assert placeholders(language, key) <= placeholders("en", key), key


def needed() -> Iterator[str]:
    yield from (f"notice.{notice}" for notice in Notice)
    yield from (f"removed.{reason}" for reason in CutReason)
    yield from (f"fault.{kind}" for kind in FaultKind)
    yield from (f"doctor.{trouble}" for trouble in Trouble)
    yield from (f"{kind}.{standing}" for standing in Standing for kind in ("standing", "reason"))
    yield from (f"{kind}.{flag}" for flag in Flag for kind in ("flag", "reason"))
    yield from (f"kind.{kind}" for kind in SourceKind)


def test_whatever_can_be_told_has_its_text() -> None:
    assert set(needed()) <= texts("en").keys()


@pytest.mark.parametrize("language, forms", [("de", {"one", "other"}), ("ru", {"one", "few", "many", "other"})])
def test_plural_forms_are_those_of_the_language(language: str, forms: set[str]) -> None:
    plurals = [text for text in texts(language).values() if not isinstance(text, str)]
    assert plurals
    assert all(set(plural) == forms for plural in plurals)


def test_russian_counts_by_its_own_rules() -> None:
    say = Say("ru")
    assert [say("count.articles", n=n) for n in (1, 3, 5, 21)] == ["1 статья", "3 статьи", "5 статей", "21 статья"]


@pytest.mark.parametrize(
    "language, published, shown",
    [
        ("de", "2025-07-04T06:40:00+02:00", "4. Juli 2025, 06:40 +02:00"),
        ("en", "2025-07-04T06:40", "4 July 2025, 06:40"),
        ("en", "2025-07-04", "4 July 2025"),
        ("ru", None, "без даты"),
        ("en", "July", "July"),
    ],
)
def test_a_date_of_publication_is_told_in_the_readers_language(
    language: str, published: str | None, shown: str
) -> None:
    assert Say(language).day(published) == shown
