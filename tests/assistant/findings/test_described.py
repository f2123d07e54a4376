"""Who is told of without a name beside the only one of those quoted for the same statement that can be meant."""

from __future__ import annotations

import pytest

from assistant.findings.find import pile_of
from assistant.findings.independence import components
from assistant.read.reader import EmbeddedReader
from index.documents import Article

_PAPERS = ("Uferbote", "Hill Gazette", "Речной листок")


def origins(*texts: str) -> list[str]:
    """The origins of one statement that the last sentence of each text tells; a text is "de: …"."""
    articles = []
    for number, told in enumerate(texts):
        language, text = told.split(": ", 1)
        name = f"{number}.txt"
        articles.append(Article(name, text, name, publisher=_PAPERS[number], language=language))
    pile = pile_of(map(EmbeddedReader().read, articles))
    claims = [[c for c in pile.claims if c.article is article][-1] for article in articles]
    return [part.end.source.name for part in components(claims, (), pile.resolver)]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (("en: The dam leaks, the authority said.", "de: Der Damm leckt, teilte das Wasseramt Kelm mit."), "Kelm"),
        (("de: Der Damm leckt, teilte die Behörde mit.", "ru: Плотина протекает, сообщило ведомство."), ""),
        (("en: Jobs will go, the company said.", "de: Stellen fallen weg, teilte die Orlex AG mit."), "Orlex AG"),
        (("ru: Будут сокращения, сообщили в компании.", "de: Stellen fallen weg, so die Orlex AG."), "Orlex AG"),
        (("en: The ward will close, the hospital said.", "de: Die Station schließt, so das Klinikum Kelm."), "Kelm"),
        (("de: Zwölf starben, teilte das Innenministerium mit.", "en: Twelve died, the ministry said."), ""),
        (("en: It does not work, the University of Kelm said.", "de: Es wirkt nicht, fand das Team heraus."), "Kelm"),
    ],
)
def test_a_body_told_of_by_its_kind_is_the_one_that_is_named(texts: tuple[str, str], name: str) -> None:
    (found,) = origins(*texts)
    assert name in found


@pytest.mark.parametrize(
    "texts",
    [
        (
            "de: Der Damm leckt, sagte der Bürgermeister.",
            "en: The dam is leaking in three places, said the mayor, Peter Holm.",
        ),
        ("en: The river is poisoned, a biologist said.", "de: Der Fluss ist vergiftet, sagte die Biologin Ada Kern."),
        ("de: Der Vertrag gilt, sagte der Anwalt des Klägers.", "en: It is valid, said his lawyer, Peter Holm."),
    ],
)
def test_somebody_told_of_by_a_role_is_the_one_introduced_with_it(texts: tuple[str, str]) -> None:
    assert len(origins(*texts)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("de: Das Schiff hatte Öl geladen, sagten die Eigner.", "en: The ship carried oil, Orlex Shipping Ltd said."),
        ("en: It does not work, researchers said.", "de: Es wirkt nicht, teilte die Universität Kelm mit."),
        ("de: Drei Soldaten starben, heißt es aus Nairobi.", "en: Three died, Kenya's defence ministry said."),
    ],
)
def test_who_belongs_to_a_body_stands_for_it(texts: tuple[str, str]) -> None:
    assert len(origins(*texts)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        (
            "de: Die Brücke war morsch, heißt es aus Ermittlerkreisen.",
            "en: It was rotten, people close to the inquiry said.",
        ),
        ("en: He will resign, government sources said.", "ru: Он уйдёт, сообщил источник в правительстве."),
        ("en: Cover costs more, three brokers said.", "ru: Страховка дорожает, сообщили лондонские брокеры."),
        ("en: He will resign, sources said.", "de: Er geht, sagten Insider."),
    ],
)
def test_people_without_names_are_one_origin_if_they_are_of_one_sort(texts: tuple[str, str]) -> None:
    assert len(origins(*texts)) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("en: The dam leaks, the company said.", "de: Der Damm leckt, teilte die Polizei mit."),
        ("en: The dam leaks, the airport said.", "de: Der Damm leckt, teilte die Brauerei Orlex mit."),
        (
            "en: The dam leaks, Kenya's chess federation said.",
            "en: The dam leaks, the International Chess Federation said.",
        ),
        ("en: The dam leaks, a biologist said.", "de: Der Damm leckt, sagte die Geologin Ada Kern."),
        ("en: The dam leaks, three brokers said.", "de: Der Damm leckt, heißt es aus Regierungskreisen."),
        ("en: The dam leaks, a resident said.", "de: Der Damm leckt, sagte ein Anwohner."),
        ("en: The dam leaks, an official said.", "de: Der Damm leckt, sagte die Beamtin Ada Kern."),
        ("en: The dam leaks, an official said.", "de: Der Damm leckt, teilte das Innenministerium mit."),
    ],
)
def test_what_tells_them_apart_keeps_them_apart(texts: tuple[str, str]) -> None:
    assert len(origins(*texts)) == 2


def test_where_two_are_named_neither_is_meant() -> None:
    named = ("de: Der Damm leckt, teilte die Orlex AG mit.", "en: The dam leaks, Brauer & Thies Ltd said.")
    assert len(origins(*named, "ru: Плотина протекает, сообщили в компании.")) == 3


def test_whoever_else_the_articles_quote_is_not_meant_where_only_one_says_this() -> None:
    both = (
        "de: Der Prozess beginnt im Mai, teilte das Landgericht Ulm mit. "
        "Der Fahrer muss drei Jahre in Haft, teilte das Landgericht Kelm mit."
    )
    (found,) = origins(both, "en: The driver was jailed for three years, the court said.")
    assert found == "Landgericht Kelm"
