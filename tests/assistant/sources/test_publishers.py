import pytest
from chains import chains, read

from assistant.sourcing import SourceKind


@pytest.mark.parametrize(
    ("publisher", "kind"),
    [
        ("Talkurier", SourceKind.OUTLET),
        ("Ulmer Tagblatt", SourceKind.OUTLET),
        ("Police Gazette", SourceKind.OUTLET),
        ("dpa", SourceKind.AGENCY),
        ("Polizeipräsidium Ulm", SourceKind.POLICE),
        ("Stadt Ulm", SourceKind.GOVERNMENT),
        ("Bundesministerium des Innern", SourceKind.GOVERNMENT),
        ("Kaltwerk AG", SourceKind.COMPANY),
        ("Amtsgericht Ulm", SourceKind.COURT),
        ("Haus & Hof", SourceKind.OUTLET),
        ("Stadt & Land", SourceKind.OUTLET),
        ("Kolb & Söhne", SourceKind.COMPANY),
        ("Kolb GmbH & Co KG", SourceKind.COMPANY),
        ("TSV Kolbau von 1921", SourceKind.NGO),
        ("Kolbau Ferries Newsroom", SourceKind.COMPANY),
        ("Polizei Ulm, Pressestelle", SourceKind.POLICE),
        ("Initiative Offene Stimme Ulm", SourceKind.NGO),
        ("Aktion Sauberer Fluss", SourceKind.NGO),
        ("Министерство торговли Республики Колм", SourceKind.GOVERNMENT),
        ("Ministry of Trade of the Republic of Kolm", SourceKind.GOVERNMENT),
        ("Kolm Northern Command", SourceKind.MILITARY),
    ],
)
def test_what_a_publisher_is(publisher: str, kind: SourceKind) -> None:
    assert read("Der Hof ist abgebrannt.", publisher=publisher).claims[0].chain[0].source.kind is kind


@pytest.mark.parametrize(
    "publisher", ["Kolbau Newsroom", "Kolbau Pressestelle", "Kolbau – Press Office", "Kolbau's Media Relations"]
)
def test_who_prints_the_releases_of_a_house_goes_by_its_name(publisher: str) -> None:
    assert read("Der Hof ist abgebrannt.", publisher=publisher).claims[0].chain[0].source.name == "Kolbau"


def test_a_bodys_own_spokesman_is_that_body_in_its_release() -> None:
    text = "Der Hof ist abgebrannt. „Wir ermitteln“, sagte Polizeisprecherin Ute Kern."
    assert chains(text, publisher="Polizeipräsidium Ulm") == [[], []]


def test_an_outlet_that_calls_itself_this_paper_is_the_publisher() -> None:
    assert chains("Nach Informationen unserer Zeitung tritt der Rat zurück.") == [[]]
    assert chains("Der Rat tritt zurück, sagte Jan Ohm dem „Bergboten“.") == [["Jan Ohm"]]


def test_an_article_without_a_publisher_has_its_file_as_one() -> None:
    source = read("Der Hof ist abgebrannt.", publisher=None).claims[0].chain[0].source
    assert (source.kind, source.name) == (SourceKind.OUTLET, "a.txt")


def test_what_a_firm_gives_is_the_firm_s() -> None:
    text = "Die Kolbwerk AG baut um. Nach Firmenangaben kostet das zwei Millionen Euro."
    assert chains(text)[1] == ["Kolbwerk AG"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Notkette Ulm\nPressemitteilung, 4. Mai 2026\n\nDer Hof ist abgebrannt."),
        ("en", "Press release · 4 May 2026\n\nThe farm burned down."),
        ("ru", "Пресс-релиз\n\nНочью на хуторе сгорела старая ферма."),
    ],
)
def test_whoever_prints_a_release_is_no_outlet(language: str, text: str) -> None:
    claims = read(text, language, publisher="Notkette Ulm").claims
    assert claims[-1].chain[0].source.kind is SourceKind.NGO


def test_a_paper_that_writes_of_a_release_is_an_outlet() -> None:
    text = "Die Pressemitteilung der Stadt war falsch.\n\nDer Hof ist nicht abgebrannt."
    assert read(text, publisher="Notkette Ulm").claims[-1].chain[0].source.kind is SourceKind.OUTLET
