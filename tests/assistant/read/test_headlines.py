import pytest
from chains import chains


def test_a_headline_has_the_source_of_what_it_sums_up() -> None:
    text = "Der Hof in Ulm ist in der Nacht abgebrannt, teilte die Polizei mit. Das Wetter war trocken."
    assert chains(text, title="Hof in Ulm abgebrannt")[0] == ["Polizei"]


@pytest.mark.parametrize("title", ["Rat tritt zurück", "„Talkurier“: Rat tritt zurück"])
def test_a_headline_goes_as_far_as_the_report_that_it_sums_up(title: str) -> None:
    text = "Der Rat tritt laut „Talkurier“ zurück. Das Blatt beruft sich auf Ratskreise."
    assert chains(text, title=title)[0] == ["Talkurier", "Ratskreise"]


def test_who_stands_before_a_headlines_colon_says_it_if_the_text_quotes_him() -> None:
    text = "Der Hof ist abgebrannt, teilte die Polizei mit. Zwölf Kühe sind tot."
    assert chains(text, title="Polizei: Hof abgebrannt")[0] == ["Polizei"]


def test_a_topic_before_a_headlines_colon_says_nothing() -> None:
    assert chains("Der Kurs steigt seit März um zwölf Prozent.", title="Devisen: Kurs steigt weiter") == [[], []]


def test_a_headline_over_the_articles_own_words_is_its_own() -> None:
    text = "Der Hof ist in der Nacht abgebrannt. Zwölf Kühe sind tot. Ein Kind sei krank, sagte Jan Ohm."
    assert chains(text, title="Hof in der Nacht abgebrannt")[0] == []


def test_a_lead_without_a_source_has_it_from_the_outlet_named_after_it() -> None:
    text = "Der Rat tritt geschlossen zurück. Das Papier liegt dem „Talkurier“ vor. Laut dem Blatt gehen zwölf Leute."
    assert chains(text)[0] == ["Talkurier"]


def test_a_report_without_a_name_is_that_of_the_outlet_named_after_it() -> None:
    text = "Der Rat tritt einem Medienbericht zufolge zurück. Wie der „Talkurier“ meldete, gehen zwölf Leute."
    assert chains(text) == [["Talkurier"], ["Talkurier"]]


@pytest.mark.parametrize(
    "title", ["Insolvenzverwalterin: Hof hat Schulden", "Insolvenzverwalterin nennt Höhe der Schulden"]
)
def test_whom_a_headline_tells_of_by_office_is_the_one_who_has_it_beneath(title: str) -> None:
    text = "Der Hof schuldet vielen Geld. Drei Millionen seien es, teilte Insolvenzverwalterin Ute Kern mit."
    assert chains(text, title=title)[0] == ["Ute Kern"]


def test_what_only_the_headline_says_has_the_source_that_it_is_hung_on() -> None:
    text = "Ganz Ulm zittert! Prüferin Ada Berg zum Bergboten: „Wir messen nach. Im Augenblick bewegt sich nichts.“"
    assert chains(text, title="Horror-Turm vor dem Einsturz!")[0] == ["Ada Berg"]


def test_what_a_sentence_without_a_source_says_too_is_the_articles_own() -> None:
    text = "40 Kilometer mehr, je Richtung. So lang ist der Umweg. Fahrer Jan Ohm rechnet mit 95 Euro mehr."
    assert chains(text, title="40 Kilometer Umweg wegen Sperrung")[0] == []


def test_a_bodys_release_says_itself_what_it_begins_with() -> None:
    text = "Die Stiftung Moorlicht ehrt Ada Berg. „Sie hat eine Sprache“, heißt es in der Begründung der Jury."
    assert chains(text, publisher="Stiftung Moorlicht", title="Moorlicht geht an Ada Berg")[:2] == [[], []]
