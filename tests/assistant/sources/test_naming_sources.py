import pytest
from chains import chains, origin, read

from assistant.sourcing import SourceKind


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Die Brücke bleibe gesperrt, sagte ein Sprecher der Polizei.", "de", "Polizei", SourceKind.POLICE),
        ("Die Brücke bleibe gesperrt, sagte Polizeisprecherin Ute Kern.", "de", "Polizei", SourceKind.POLICE),
        ("Der Vertrag sei nichtig, erklärte das Landgericht Ulm.", "de", "Landgericht Ulm", SourceKind.COURT),
        ("The bridge will stay closed, police said.", "en", "police", SourceKind.POLICE),
        (
            "The ship is safe, a spokeswoman for the Norwegian coast guard said.",
            "en",
            "Norwegian coast guard",
            SourceKind.POLICE,
        ),
        ("Мост закрыт, сообщили в полиции.", "ru", "полиция", SourceKind.POLICE),
        ("Laut Kreml ist das Treffen abgesagt.", "de", "Kreml", SourceKind.GOVERNMENT),
        ("Das Treffen sei abgesagt, sagte Kremlsprecher Dmitri Peskow.", "de", "Kreml", SourceKind.GOVERNMENT),
        ("Der Preis steige, teilte die Firma Kaltwerk mit.", "de", "Kaltwerk", SourceKind.COMPANY),
        ("Die Quote sinke, sagte der Vorsitzende des Bauernverbands Ems.", "de", "Bauernverband Ems", SourceKind.NGO),
        ("Laut einer Studie der Universität Kiel sinkt der Pegel.", "de", "Universität Kiel", SourceKind.EXPERT),
        ("Die Straße bleibe gesperrt, teilte die Stadt Altdorf mit.", "de", "Stadt Altdorf", SourceKind.GOVERNMENT),
        ("Es war Diebstahl, sagte die Altdorfer Polizei.", "de", "Altdorfer Polizei", SourceKind.POLICE),
        ("Es war Diebstahl, sagte die Polizei der Stadt Altdorf.", "de", "Polizei Altdorf", SourceKind.POLICE),
        ("The road stays closed, the city of Altdale said.", "en", "city of Altdale", SourceKind.GOVERNMENT),
        ("Das Lager schließe, teilte die Kaltwerk AG mit.", "de", "Kaltwerk AG", SourceKind.COMPANY),
        (
            "Der Rat trete ab, sagte der Bürgermeister von Altdorf.",
            "de",
            "Bürgermeister von Altdorf",
            SourceKind.GOVERNMENT,
        ),
        ("The roof was old, the Bishop of Altdale said.", "en", "Bishop of Altdale", SourceKind.PERSON),
        ("Склад сгорел, сообщил мэр Энска Иван Белов.", "ru", "Иван Белов", SourceKind.GOVERNMENT),
        ("Склад сгорел, сообщила мэрия Энска.", "ru", "мэрия Энска", SourceKind.GOVERNMENT),
        ("Der Zaun war offen, sagte Schäfer Jan Ohm.", "de", "Jan Ohm", SourceKind.WITNESS),
        ("Der Zaun war offen, sagte die Biologin Ada Kern.", "de", "Ada Kern", SourceKind.EXPERT),
    ],
)
def test_who_speaks_has_a_name_and_a_kind(text: str, language: str, name: str, kind: SourceKind) -> None:
    found = origin(text, language)
    assert (found.name, found.kind, found.named) == (name, kind, True)


def test_where_things_happen_is_no_company() -> None:
    assert origin("The dam at Zalbruck broke, Zalbruck said.", "en").kind is SourceKind.COMPANY
    place = origin("A boat sank in Zalbruck. The dam at Zalbruck broke, Zalbruck said.", "en")
    assert place.name == "Zalbruck"
    assert place.kind is not SourceKind.COMPANY


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Minister wolle gehen, heißt es aus Regierungskreisen.", "de"),
        ("Der Minister wolle gehen, sagte ein Insider.", "de"),
        ("Der Minister wolle gehen, sagte ein Beamter, der nicht genannt werden wollte.", "de"),
        ("Der Minister wolle gehen, sagten zwei mit der Sache vertraute Personen.", "de"),
        ("Der Schlauch war leer, sagte ein Feuerwehrmann.", "de"),
        ("The minister wants to leave, an official familiar with the talks said.", "en"),
        ("The minister wants to leave, a diplomat said.", "en"),
        ("Der Rat trete ab, sagte ein Bürgermeister aus der Gegend.", "de"),
        ("Министр уходит, сообщил источник в правительстве.", "ru"),
    ],
)
def test_whoever_is_named_by_a_role_alone_is_unnamed(text: str, language: str) -> None:
    assert not origin(text, language).named


def test_a_spokesman_is_his_body_and_his_name_an_alias() -> None:
    found = origin("Man prüfe den Fall, sagte Behördensprecher Jan Kolb vom Landesamt für Straßenbau.")
    assert found.name == "Landesamt für Straßenbau"
    assert "Jan Kolb" in found.aliases


def test_the_head_of_a_company_just_told_of_speaks_for_it() -> None:
    text = "Jan Berg hat schlecht geschlafen. „Das Schiff ist dicht“, sagt der Chef der Reederei Nord & Söhne."
    assert chains(text + " „Kein Tropfen ging verloren“, so Berg.")[-1] == ["Nord & Söhne"]


def test_an_acronym_is_joined_with_what_it_stands_for() -> None:
    text = (
        "Das Eichamt Hessen-Nord (EHN) prüft. Der Fehler sei klein, teilte das EHN mit. Man warte ab, so das Eichamt."
    )
    assert chains(text)[1:] == [["Eichamt Hessen-Nord"], ["Eichamt Hessen-Nord"]]


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        (
            "Der Angriff sei abgewehrt, teilte der ukrainische Militärgeheimdienst mit.",
            "de",
            "UA:military_intelligence",
        ),
        ("Laut Kiews Militärgeheimdienst ist der Angriff abgewehrt.", "de", "UA:military_intelligence"),
        ("The attack was repelled, Ukraine's Defence Intelligence said.", "en", "UA:military_intelligence"),
        ("По данным ГУР, атака отбита.", "ru", "UA:military_intelligence"),
        ("Das Außenministerium in Oslo bestätigte, dass die Frau frei ist.", "de", "NO:foreign_ministry"),
        ("The woman is free, Norway's foreign ministry said.", "en", "NO:foreign_ministry"),
        ("МИД Норвегии сообщил, что женщина свободна.", "ru", "NO:foreign_ministry"),
        ("Moskau teilte mit, der Flughafen sei offen.", "de", "RU:government"),
    ],
)
def test_state_and_kind_of_body_make_one_key_in_every_language(text: str, language: str, key: str) -> None:
    assert origin(text, language).key == key


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Das Eichamt Hessen prüft. Der Fehler sei klein, teilte die Behörde mit.", "de", "Eichamt Hessen"),
        ("Zuerst schrieb das der „Talkurier“. Laut dem Blatt fehlen zwei Boote.", "de", "Talkurier"),
        ("Kaltwerk AG schließt. Der Markt sei schwach, erklärte das Unternehmen.", "de", "Kaltwerk AG"),
        ("The Harbour Authority closed the pier. The agency said it was unsafe.", "en", "Harbour Authority"),
        ("Mayor Ada Kern opened the pier. She said it was safe.", "en", "Ada Kern"),
        ("Bürgermeister Jan Ohm kam am Abend. Er sagte, der Deich sei dicht.", "de", "Jan Ohm"),
        ("Губернатор Иван Белов приехал вечером. Он заявил, что дамба держится.", "ru", "Иван Белов"),
    ],
)
def test_a_word_that_stands_for_somebody_named_before_means_them(text: str, language: str, name: str) -> None:
    assert origin(text, language).name == name


def test_a_surname_means_the_person_named_in_full() -> None:
    text = "Landrätin Ada Fischer war vor Ort. Der Damm hält, sagte Fischer."
    assert chains(text)[-1] == ["Ada Fischer"]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Der Rat trete ab, sagte der Bürgermeister. Bürgermeister Jan Ohm geht mit.", "de", "Jan Ohm"),
        ("The council will resign, the mayor said. Mayor Joan Hill will go too.", "en", "Joan Hill"),
    ],
)
def test_an_office_is_whoever_is_named_with_it_afterwards(text: str, language: str, name: str) -> None:
    assert chains(text, language)[0] == [name]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Nach Informationen unserer Zeitung tritt der Rat zurück.", "de"),
        ("Nach Bergbote-Informationen tritt der Rat zurück.", "de"),
        ("„Wir hören auf“, sagte der Rat unserer Redaktion.", "de"),
    ],
)
def test_what_an_outlet_has_found_out_is_its_own_word(text: str, language: str) -> None:
    assert chains(text, language)[-1] == ([] if "sagte" not in text else ["Rat"])


@pytest.mark.parametrize(
    ("oblique", "first"),
    [
        ("Der Preis steige, heißt es beim ukrainischen Militärgeheimdienst.", "ukrainischer Militärgeheimdienst"),
        ("Nach Angaben des russischen Verteidigungsministeriums sank das Boot.", "russisches Verteidigungsministerium"),
        ("Nach Angaben der schwedischen Küstenwache sank das Boot.", "schwedische Küstenwache"),
    ],
)
def test_a_german_name_is_given_in_the_nominative(oblique: str, first: str) -> None:
    assert origin(oblique).name == first


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Qorin, a Kazakh news site, says that guards fired in the air.", "en", SourceKind.OUTLET),
        ("Greenbank, a campaign group, said the plant was unsafe.", "en", SourceKind.NGO),
        ("Zipp, a ride-hailing firm, said its drivers were safe.", "en", SourceKind.COMPANY),
        ("Brightwell said its batteries were safe.", "en", SourceKind.COMPANY),
        ("Laut Qorin, einem kasachischen Nachrichtenportal, fielen Schüsse.", "de", SourceKind.OUTLET),
        ("Bei Venturo heißt es, das Gerät sei sicher.", "de", SourceKind.COMPANY),
    ],
)
def test_a_name_is_what_stands_beside_it(text: str, language: str, kind: SourceKind) -> None:
    source = read(text, language).claims[0].chain[-1].source
    assert source.named
    assert source.kind is kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("По словам диспетчера Ларса Хольма, мост закрыт.", "Ларс Хольм"),
        ("По мнению эксперта Петера Хуберта, мост закрыт.", "Петер Хуберт"),
        ("По словам инспектора Ивонны Дюран, мост закрыт.", "Ивонна Дюран"),
        ("По словам инженера Матея Ковача, мост закрыт.", "Матей Ковач"),
        ("По словам сторожа Никиты Белова, мост закрыт.", "Никита Белов"),
        ("По информации «Вестника», мост закрыт.", "Вестник"),
        ("По информации «Правды», мост закрыт.", "Правда"),
        ("Как стало известно «Вестнику», мост закрыт.", "Вестник"),
        ("Как стало известно «Московскому наблюдателю», мост закрыт.", "Московский наблюдатель"),
        ("Компания «Руду» сообщила, что мост закрыт.", "Руду"),
        ("По данным газеты «Правда», мост закрыт.", "Правда"),
        ("По словам главы компании «Мечта», мост закрыт.", "Мечта"),
    ],
)
def test_russian_names_are_given_in_the_nominative(text: str, name: str) -> None:
    assert origin(text, "ru").name == name
