"""Figures that are told in other words: shares, ranks, lengths of time, and those that hold no longer."""

from __future__ import annotations

import pytest

from assistant.judge.figure import Figure
from assistant.judge.figures import figures, replaced
from assistant.judge.fitting import fits
from assistant.judge.sides import side


def _figures(text: str) -> list[Figure]:
    language, _, rest = text.partition(": ")
    return list(figures(side(rest, language)))


def _fits(asked: str, told: str) -> bool:
    return any(fits(one, other) for one in _figures(asked) for other in _figures(told))


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("de: Jede vierte Brücke ist marode.", "en: 25 per cent of bridges are run-down."),
        ("en: One in ten buses was late.", "ru: Опоздали 10 процентов автобусов."),
        ("ru: Каждая пятая школа закрыта.", "de: 20 Prozent der Schulen sind geschlossen."),
        ("de: Drei Viertel der Sitze sind belegt.", "en: 30 of the 40 seats are taken."),
        ("de: Die Sperrung dauert zwei Wochen.", "en: The closure lasts 14 days."),
        ("de: Die Miete stieg um gut drei Prozent.", "de: Die Miete stieg um 3,2 Prozent."),
        ("ru: Ремонт длится больше года.", "en: The repairs have gone on for 18 months."),
    ],
)
def test_the_same_in_other_words_fits(asked: str, told: str) -> None:
    assert _fits(asked, told)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("de: Jede vierte Brücke ist marode.", "en: 60 per cent of bridges are run-down."),
        ("de: Die Sperrung dauert zwei Wochen.", "en: The closure lasts two months."),
        ("en: The repairs have gone on for more than a year.", "ru: Ремонт длится три недели."),
    ],
)
def test_another_share_or_length_does_not_fit(asked: str, told: str) -> None:
    assert not _fits(asked, told)


def test_every_second_day_is_no_share() -> None:
    assert all(f.measure != "percent" for f in _figures("de: Jeden zweiten Tag fällt ein Zug aus."))


@pytest.mark.parametrize(
    "text",
    [
        "de: Sie kam auf Platz vier.",
        "en: She finished in fourth place.",
        "ru: Она на 4-м месте.",
        "de: Er wurde Vierter.",
    ],
)
def test_a_place_in_a_contest_is_a_rank(text: str) -> None:
    assert [f.measure for f in _figures(text)] == ["rank"]


@pytest.mark.parametrize(
    ("text", "language", "old"),
    [
        ("Der Etat wächst von zunächst sechs auf neun Millionen Euro.", "de", {"sechs"}),
        ("The fund grew from an initial six million euros to nine million.", "en", {"six million"}),
        ("Фонд вырос с первоначальных шести до девяти миллионов.", "ru", {"шести"}),
    ],
)
def test_the_first_figure_holds_no_longer(text: str, language: str, old: set[str]) -> None:
    assert {u.text for u in replaced(side(text, language))} == old


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Zwischen 20 und 30 Boote kenterten.", "de"),
        ("Between 20 and 30 boats capsized.", "en"),
        ("Перевернулись от 20 до 30 лодок.", "ru"),
    ],
)
def test_a_range_has_a_least_and_a_most(text: str, language: str) -> None:
    told = side(text, language)
    assert [f.bound for f in figures(told)] == ["least", "most"]
    assert not replaced(told)
