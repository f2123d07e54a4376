import pytest
from chains import read

from assistant.sources.resolve import Resolver
from assistant.sourcing import Reading, Source


def resolver(*readings: Reading) -> Resolver:
    return Resolver(link.source for r in readings for c in r.claims for link in c.chain)


def end(reading: Reading) -> Source:
    return reading.claims[-1].chain[-1].source


SAME = [
    ("Das Boot sank, teilte der ukrainische Militärgeheimdienst mit.", "de", "The boat sank, HUR said.", "en"),
    (
        "Das Boot sank, teilte die schwedische Küstenwache mit.",
        "de",
        "The boat sank, the Swedish Coast Guard said.",
        "en",
    ),
    ("Das Boot sank, teilte die OSZE mit.", "de", "По данным ОБСЕ, судно затонуло.", "ru"),
    ("Das Boot sank, sagte Landrätin Olga Belowa.", "de", "Ольга Белова заявила, что судно затонуло.", "ru"),
    ("Das Boot sank, meldete das Hamburger Magazin „Kante“.", "de", "Das Boot sank, meldete „Kante“.", "de"),
    (
        "Das Boot sank, teilte das Landesamt für Wasserbau mit.",
        "de",
        "Das Boot sank, teilte das Hessische Landesamt für Wasserbau und Deiche mit.",
        "de",
    ),
    (
        "Das Eichamt Ems-Nord (EEN) prüft. Das Boot sank, so das EEN.",
        "de",
        "Das Boot sank, teilte das Eichamt Ems-Nord mit.",
        "de",
    ),
    ("Das Boot sank, sagte Detlef M.", "de", "Das Boot sank, sagte Detlef Maurer.", "de"),
    ("Das Boot sank, sagte die Polizei.", "de", "Das Boot sank, teilte die Polizei Ulm mit.", "de"),
    (
        "Das Boot sank, sagte ein Sprecher des Außenministeriums in Oslo.",
        "de",
        "The boat sank, the Norwegian foreign ministry said.",
        "en",
    ),
]
SAME += [
    ("Paletta räumt ein, dass das Boot sank.", "de", "Das Boot sank, teilte die Paletta AG mit.", "de"),
    ("Das Boot sank, meldet Radio Ohm.", "de", "Das Boot sank, meldet der Sender Radio Ohm.", "de"),
    ("Das Boot sank, teilte das Unternehmen mit.", "de", "Das Boot sank, teilte die Kaltwerk AG mit.", "de"),
    ("Das Boot sank, sagte ein Sprecher des Flughafens.", "de", "Das Boot sank, so die Flughafen Ems AG.", "de"),
    ("Das Boot sank, teilte der Zivilschutz mit.", "de", "The boat sank, civil protection said.", "en"),
]
DIFFERENT = [
    (
        "Das Boot sank, teilte das russische Außenministerium mit.",
        "de",
        "Das Boot sank, teilte das russische Innenministerium mit.",
        "de",
    ),
    (
        "Das Boot sank, teilte das russische Außenministerium mit.",
        "de",
        "The boat sank, Norway's foreign ministry said.",
        "en",
    ),
    ("Das Boot sank, teilte die Polizei Ulm mit.", "de", "Das Boot sank, teilte die Polizei Kiel mit.", "de"),
    ("Das Boot sank, teilte die Brauerei mit.", "de", "Das Boot sank, teilte die Kaltwerk AG mit.", "de"),
    ("Das Boot sank, sagte ein Insider.", "de", "Das Boot sank, sagte ein Insider.", "de"),
    ("Das Boot sank, sagte Jan Berg.", "de", "Das Boot sank, sagte Jana Berg.", "de"),
    ("Das Boot sank, sagte die Firma Kaltbau.", "de", "Das Boot sank, sagte die Firma Nassbau.", "de"),
]


@pytest.mark.parametrize(("one", "language", "other", "second"), SAME)
def test_names_of_one_body_or_person_are_joined(one: str, language: str, other: str, second: str) -> None:
    first, then = read(one, language, id="a"), read(other, second, id="b")
    assert resolver(first, then).same(end(first), end(then))


@pytest.mark.parametrize(("one", "language", "other", "second"), DIFFERENT)
def test_different_bodies_and_people_are_not_joined(one: str, language: str, other: str, second: str) -> None:
    first, then = read(one, language, id="a"), read(other, second, id="b")
    assert not resolver(first, then).same(end(first), end(then))


def test_a_word_for_a_kind_of_body_joins_neither_of_two() -> None:
    texts = ("sagte die Polizei.", "teilte die Polizei Ulm mit.", "teilte die Polizei Kiel mit.")
    readings = [read(f"Das Boot sank, {text}", id=str(n)) for n, text in enumerate(texts)]
    found = resolver(*readings)
    assert not any(found.same(end(readings[0]), end(other)) for other in readings[1:])


def test_a_release_and_a_report_name_one_body() -> None:
    release = read("Das Boot sank um drei Uhr.", publisher="Polizeipräsidium Ems")
    report = read("Das Boot sank, sagte Polizeisprecherin Ute Kern.", id="b")
    assert resolver(release, report).same(end(release), end(report))


def test_a_publisher_and_the_paper_that_is_quoted_are_one() -> None:
    own = read("Das Boot sank um drei Uhr.", publisher="Emsländer Kurier")
    quoting = read("Das Boot sank, berichtet der „Emsländer Kurier“.", id="b")
    assert resolver(own, quoting).same(end(own), end(quoting))


def test_a_person_is_the_body_that_another_article_lets_him_speak_for() -> None:
    plain = read("Das Boot sank, sagte Ute Kern.", id="a")
    spokeswoman = read("Das Boot sank, sagte Polizeisprecherin Ute Kern.", id="b")
    assert resolver(plain, spokeswoman).same(end(plain), end(spokeswoman))


def test_a_merged_source_has_the_most_usual_name_and_all_others_as_aliases() -> None:
    readings = [
        read("Das Boot sank, teilte der ukrainische Militärgeheimdienst mit.", id="a"),
        read("Ein Boot sank, teilte der ukrainische Militärgeheimdienst mit.", id="b"),
        read("The boat sank, HUR said.", "en", id="c"),
    ]
    merged = resolver(*readings).merged(end(readings[2]))
    assert merged.name == "ukrainischer Militärgeheimdienst"
    assert "HUR" in merged.aliases


def test_a_source_that_was_not_given_is_left_as_it_is() -> None:
    stranger = end(read("Das Boot sank, sagte Jan Berg."))
    assert Resolver().merged(stranger) is stranger
