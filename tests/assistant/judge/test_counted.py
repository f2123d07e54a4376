"""What a figure counts, and which other figure is its rival."""

from __future__ import annotations

import pytest
from conflicting import reasons

from assistant.judge.against.conflicts import conflicts
from assistant.judge.coverage import coverage, weights
from assistant.judge.figures import figures
from assistant.judge.sides import side
from assistant.judge.told import told
from assistant.sourcing import Claim, Link, Source, SourceKind
from index.documents import Article, Span


def rivals(statement: str, text: str, language: str) -> list[str]:
    """The figures of a text that cannot be true together with the statement's."""
    article = Article("a", text, "a.txt", language=language)
    claim = told(Claim(article, Span(0, len(text)), (Link(Source("B", SourceKind.OUTLET, "b")),)))
    asked = side(statement, language)
    weighed, _ = weights(asked, [claim.bag])
    against = conflicts(asked, claim, coverage(asked, weighed, claim))
    return [c.span.of(text) for c in against if c.reason == "number"]


@pytest.mark.parametrize(
    "text, language, counted",
    [
        ("Die Zahl der Verletzten stieg nach dem Busunfall auf 19.", "de", "Verletzten"),
        ("Die Zahl der Erkrankten beträgt nach Angaben des Amtes sieben.", "de", "Erkrankten"),
        ("The number of injured miners climbed to 19, police said.", "en", "injured"),
        ("Число раненых выросло до 19.", "ru", "раненых"),
    ],
)
def test_a_number_of_people_counts_them_though_it_stands_far_behind(text: str, language: str, counted: str) -> None:
    (figure,) = figures(side(text, language))
    assert counted in figure.counted[0].text


def test_a_figure_counts_nothing_that_another_counts() -> None:
    first, _ = figures(side("Sieben Tote und 31 Verletzte", "de"))
    assert [u.text for u in first.counted] == ["Tote"]


@pytest.mark.parametrize(
    "statement, text, language, rival",
    [
        ("Bei dem Brand starben drei Menschen.", "Brand in Werft: Zahl der Toten steigt auf fünf", "de", "fünf"),
        ("Bei dem Brand kam ein Mensch ums Leben.", "Bei dem Brand starben vier Menschen.", "de", "vier"),
        ("Three people died in the fire.", "The death toll of the fire rose to five.", "en", "five"),
        ("При пожаре погибли три человека.", "Число погибших при пожаре выросло до пяти.", "ru", "пяти"),
        ("Der Brand hat drei Menschenleben gefordert.", "Bei dem Brand gab es sieben Tote.", "de", "sieben"),
    ],
)
def test_another_toll_is_a_rival(statement: str, text: str, language: str, rival: str) -> None:
    assert rivals(statement, text, language) == [rival]


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Bei dem Brand starben drei Menschen.", "Bei dem Brand wurden 31 Menschen verletzt.", "de"),
        ("Bei dem Brand starben drei Menschen.", "Gegen den Brand kämpften 80 Feuerwehrleute.", "de"),
        ("Vierzig Fahrgäste wurden verletzt.", "Zwei der Fahrgäste haben geklagt.", "de"),
        ("Zwei der Verletzten liegen im Koma.", "Die Zahl der Verletzten stieg auf 31.", "de"),
        ("The arsonist is 41 years old.", "A 29-year-old was rescued from the roof.", "en"),
        ("Die Bank hat 12 Prozent ihrer Kunden verloren.", "Die Wahlbeteiligung lag bei 44 Prozent.", "de"),
    ],
)
def test_a_figure_of_something_else_is_no_rival(statement: str, text: str, language: str) -> None:
    assert rivals(statement, text, language) == []


@pytest.mark.parametrize(
    "statement, asked_in, text, language",
    [
        ("There are 12 cases of measles.", "en", "Insgesamt wurden 31 Masern-Erkrankungen gemeldet.", "de"),
        ("Die Brauerei baut 300 Arbeitsplätze ab.", "de", "The brewery will lay off up to 180 people.", "en"),
    ],
)
def test_what_news_counts_by_other_words_is_of_the_like(
    statement: str, asked_in: str, text: str, language: str
) -> None:
    assert reasons(statement, text, language, asked_in) & {"number", "number_far"}


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Der Umbau kostet 90 Stellen in der Mühle.", "In der Mühle fällt keine Stelle weg.", "de"),
        ("The merger costs 90 jobs at the mill.", "No job will go at the mill.", "en"),
        ("Мэр получил 500 рублей от фабрики.", "Мэр не получил от фабрики ни рубля.", "ru"),
    ],
)
def test_none_at_all_is_another_figure(statement: str, text: str, language: str) -> None:
    assert "none" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Das Verbot gilt in allen Kantonen.", "Das Verbot gilt in neun Kantonen.", "de"),
        ("The ban applies in all cantons.", "The ban applies in nine cantons.", "en"),
        ("Запрет действует во всех кантонах.", "Запрет действует в девяти кантонах.", "ru"),
    ],
)
def test_so_many_are_not_all(statement: str, text: str, language: str) -> None:
    assert "part" in reasons(statement, text, language)


def test_all_nine_may_be_all() -> None:
    assert "part" not in reasons("Das Verbot gilt in allen Kantonen.", "Das Verbot gilt in allen neun Kantonen.", "de")
