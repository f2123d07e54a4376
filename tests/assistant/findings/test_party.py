"""Who is a party to a statement."""

from __future__ import annotations

import pytest

from assistant.findings.party import Parties
from assistant.findings.stances import Stances
from assistant.sources.resolve import Resolver
from assistant.sourcing import Claim, Comparison, Link, Source, SourceKind, Stance, Statement
from index.documents import Article, Span


def claim(text: str, source: Source, language: str = "de") -> Claim:
    article = Article("1", text, "1.txt", publisher="Sielbote", language=language)
    outlet = Source("Sielbote", SourceKind.OUTLET, "sielbote")
    return Claim(article, Span(0, len(text)), (Link(outlet), Link(source)))


def is_party(source: Source, text: str, language: str = "de", against: Source | None = None) -> bool:
    """Whether the source is one, who alone is quoted for the text, against somebody else."""
    own = claim(text, source, language)
    opposing = (Comparison(claim(text, against, language), Stance.OPPOSES, "denies"),) if against else ()
    stances = Stances((Comparison(own, Stance.SUPPORTS, "says"),), opposing, ())
    resolver = Resolver([source, *([against] if against else [])])
    return Parties.of(Statement(text, language), stances, (), resolver).is_party(source)


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Ida Wolff", "Rechtsanwältin Ida Wolff nennt den Vertrag ungültig.", "de"),
        ("Ida Wolff", "Die Orgel sei verkauft, sagt Ida Wolff, Inhaberin der Werkstatt.", "de"),
        ("Tom Reed", "The organ was sold, said Tom Reed, the chief executive.", "en"),
        ("Олег Лавров", "Адвокат Олег Лавров называет договор недействительным.", "ru"),
    ],
)
def test_a_person_is_one_by_what_they_are_to_the_matter(name: str, text: str, language: str) -> None:
    assert is_party(Source(name, SourceKind.PERSON, name), text, language)


def test_a_prosecutor_is_no_counsel_of_a_side_and_a_neighbour_none() -> None:
    wolff = Source("Ida Wolff", SourceKind.PERSON, "wolff")
    assert not is_party(wolff, "Staatsanwältin Ida Wolff nennt drei Zeugen.")
    assert not is_party(wolff, "Nachbarin Ida Wolff hörte einen Knall.")


def test_who_denies_answers_a_charge() -> None:
    office = Source("Wasseramt Kolm", SourceKind.GOVERNMENT, "wasseramt")
    assert is_party(office, "Das Wasseramt Kolm bestreitet, gewarnt worden zu sein.")
    assert not is_party(office, "Das Wasseramt Kolm zählt drei Dämme.")


def test_a_body_that_helps_or_counts_is_one_only_where_it_is_contested() -> None:
    cross = Source("Rotes Kreuz Kolm", SourceKind.NGO, "kreuz")
    text = "Das Rote Kreuz Kolm zählt zwölf Verletzte."
    assert not is_party(cross, text)
    assert is_party(cross, text, against=Source("Ida Wolff", SourceKind.PERSON, "wolff"))
    assert is_party(Source("Gewerkschaft Wasser", SourceKind.NGO, "gew"), "Die Gewerkschaft Wasser streikt.")


def test_a_newsroom_with_another_figure_contests_nothing() -> None:
    ministry = Source("Hafenministerium", SourceKind.GOVERNMENT, "ministry")
    text = "Das Hafenministerium nennt zwölf Boote."
    assert not is_party(ministry, text, against=Source("Emsblatt", SourceKind.OUTLET, "emsblatt"))
    assert is_party(ministry, text, against=Source("Reederei Kolb", SourceKind.COMPANY, "kolb"))


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Gesundheitsamt Kolm", "Das Gesundheitsamt Kolm zählt neun Kranke.", "de"),
        ("Kolm Environment Agency", "The Kolm Environment Agency found no oil.", "en"),
        ("Росгидромет", "Росгидромет сообщил о трёх наводнениях.", "ru"),
    ],
)
def test_an_office_that_counts_or_watches_is_one_only_where_it_answers_a_charge(
    name: str, text: str, language: str
) -> None:
    office = Source(name, SourceKind.GOVERNMENT, name)
    assert not is_party(office, text, language, against=Source("Tom Reed", SourceKind.PERSON, "reed"))


def test_whoever_tells_it_otherwise_makes_no_side_of_a_neighbour() -> None:
    wolff = Source("Ida Wolff", SourceKind.PERSON, "wolff")
    assert not is_party(wolff, "Nachbarin Ida Wolff sah drei Boote.", against=Source("Polizei", SourceKind.POLICE, "p"))


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("Schiffseigner", "Der Schiffseigner nennt den Kai sicher.", "de"),
        ("shipowner", "The shipowner called the quay safe.", "en"),
        ("судовладелец", "Судовладелец назвал причал надёжным.", "ru"),
    ],
)
def test_an_owner_is_one_without_a_name_too(name: str, text: str, language: str) -> None:
    assert is_party(Source(name, SourceKind.UNNAMED, name, named=False), text, language)


def test_an_army_is_one_in_a_war_and_not_in_an_accident() -> None:
    navy = Source("Marine", SourceKind.MILITARY, "marine")
    assert not is_party(navy, "Die Marine birgt das Boot, das im Hafen sank.")
    assert is_party(
        navy, "Die Marine meldet im Krieg einen Angriff. Der Beschuss an der Front dauert an, die Offensive stockt."
    )


def test_who_commands_an_army_is_one_in_a_war() -> None:
    ministry = Source("Verteidigungsministerium", SourceKind.GOVERNMENT, "ministry")
    assert not is_party(ministry, "Das Verteidigungsministerium baut eine Kaserne.")
    assert is_party(
        ministry,
        "Das Verteidigungsministerium meldet eine Feuerpause an der Front. Artillerie und Mörser schweigen.",
    )


@pytest.mark.parametrize(
    ("text", "language", "war"),
    [
        ("The navy warned of a warm front. Three warnings went out, and a warden rang the bell.", "en", False),
        ("The navy lost a boat in the war. A warship took prisoners, the exchange of fire went on.", "en", True),
        (
            "Die Marine barg die Besatzung. Die Besatzungen zweier Boote halfen, eine Besatzung blieb an Bord.",
            "de",
            False,
        ),
        ("Die Marine meldet Beschuss, ein Gefecht und vier Kriegsgefangene.", "de", True),
        ("ВМС провели пленарное заседание, пленарная часть шла час, пленарный доклад читал адмирал.", "ru", False),
        ("ВМС сообщили об обстреле. Двух пленных взяли на фронте.", "ru", True),
    ],
)
def test_words_of_war_make_one_and_no_words_that_begin_like_them(text: str, language: str, war: bool) -> None:
    assert is_party(Source("Marine", SourceKind.MILITARY, "marine"), text, language) is war


@pytest.mark.parametrize(
    ("side", "language", "text"),
    [
        ("LA", "de", "Vientiane nennt im Krieg drei Tote. Der Beschuss an der Front hält an."),
        ("LA", "en", "Vientiane named three dead in the war. The shelling goes on, and so does the offensive."),
        ("LA", "ru", "Вьентьян назвал троих погибших на войне. Обстрел на фронте продолжается."),
    ],
)
def test_a_state_is_one_in_a_war_and_who_speaks_for_many_none(side: str, language: str, text: str) -> None:
    assert is_party(Source("Vientiane", SourceKind.GOVERNMENT, "laos", side=side), text, language)
    assert not is_party(Source("Vientiane", SourceKind.GOVERNMENT, "laos", side=side), text[:12], language)
    assert not is_party(Source("Vereinte Nationen", SourceKind.GOVERNMENT, "un", side="UN"), text, language)


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("laotischer Offizier", "Ein laotischer Offizier sagt im Krieg, der Beschuss an der Front halte an.", "de"),
        ("soldier", "A soldier said the shelling went on in the war, and so did the offensive.", "en"),
        ("офицер", "Офицер сказал, что на войне обстрел фронта продолжается.", "ru"),
    ],
)
def test_a_soldier_without_a_name_is_one_in_a_war(name: str, text: str, language: str) -> None:
    assert is_party(Source(name, SourceKind.UNNAMED, name, named=False), text, language)


def test_a_name_that_begins_like_an_institution_is_none() -> None:
    assert is_party(Source("Redmont Coal", SourceKind.COMPANY, "redmont"), "Redmont Coal called the pit safe.", "en")


def test_a_fire_is_no_war() -> None:
    ministry = Source("Минобороны", SourceKind.GOVERNMENT, "ministry")
    text = "Минобороны послало самолёты для тушения огня. Фронт огня велик, линия огня растёт, от огня бегут звери."
    assert not is_party(ministry, text, "ru")


def test_what_the_statement_says_of_itself_tells_nothing_of_who_speaks_against_it() -> None:
    witness = Source("Ida Wolff", SourceKind.PERSON, "wolff")
    said = Comparison(claim("Die Brücke wackelt, sagt Ida Wolff.", witness), Stance.SUPPORTS, "says")
    stances = Stances((said,), (), ())
    statement = Statement("Das Amt bestreitet, dass die Brücke wackelt.", "de")
    assert Parties.of(statement, stances, (), Resolver([witness])).is_party(witness)
    assert not Parties.of(None, stances, (), Resolver([witness])).is_party(witness)
