"""Which day a report speaks of, by when it was published."""

from __future__ import annotations

import pytest

from assistant.judge.days import dated, other_day, same_day
from assistant.judge.told import told
from assistant.judge.unit import Unit
from assistant.judge.units import units
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.documents import Article, Span


def day_in(text: str, language: str, published: str | None) -> Unit:
    article = Article("a", text, "a.txt", language=language, published=published)
    return next(u for u in dated(units(text, language), article) if u.day)


def asked_day(text: str, language: str = "de") -> Unit:
    return next(u for u in units(text, language) if u.day)


@pytest.mark.parametrize(
    "asked, text, language",
    [
        ("am Dienstag", "Sie trat heute zurück.", "de"),
        ("am Montag", "Sie trat gestern zurück.", "de"),
        ("am 4. August", "Она ушла в отставку во вторник.", "ru"),
        ("am 3. August", "She resigned yesterday.", "en"),
        ("am Donnerstag", "Sie will am 6. August zurücktreten.", "de"),
    ],
)
def test_a_relative_day_is_one_of_the_calendar(asked: str, text: str, language: str) -> None:
    assert same_day(asked_day(asked), day_in(text, language, "2026-08-04"))


@pytest.mark.parametrize(
    "asked, text",
    [
        ("am Mittwoch", "Sie trat heute zurück."),
        ("am 10. August", "Der Streik beginnt am Freitag."),
        ("am Freitag", "Der Streik beginnt am 6. August."),
    ],
)
def test_another_day_of_the_calendar_is_another(asked: str, text: str) -> None:
    assert other_day(asked_day(asked), day_in(text, "de", "2026-08-04"))


@pytest.mark.parametrize("published", [None, "2026-13-45"])
def test_without_a_date_of_publication_yesterday_can_be_any_day(published: str | None) -> None:
    unit = day_in("Sie trat gestern zurück.", "de", published)

    assert not same_day(asked_day("am Montag"), unit)
    assert not other_day(asked_day("am Montag"), unit)


def test_a_report_tells_of_its_own_day_and_the_one_before() -> None:
    text = "Die Ministerin legt ihr Amt nieder."
    article = Article("a", text, "a.txt", language="de", published="2026-08-04")
    claim = Claim(article, Span(0, len(text)), (Link(Source("Blatt", SourceKind.OUTLET, "blatt")),))

    known = [told(claim).article.share(asked_day(f"am {weekday}")) for weekday in ("Montag", "Dienstag", "Mittwoch")]

    assert known == [1.0, 1.0, 0.0]
