"""How a claim means what it says: stopped, yet to come, only asked for, conceded, denied where it stands before."""

from __future__ import annotations

import pytest
from conflicting import covered_by, reasons

from assistant.judge.sides import side


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Der Kreistag baut ein Radwegenetz.", "Den Antrag, ein Radwegenetz zu bauen, lehnte der Kreistag ab.", "de"),
        ("The council has built a new pool.", "A plan to build a new pool was voted down by the council.", "en"),
        ("Совет построит новый бассейн.", "Совет отклонил проект: построить бассейн не получится.", "ru"),
    ],
)
def test_what_was_stopped_is_not_told_as_done(statement: str, text: str, language: str) -> None:
    assert "thwarted" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Die Kammer hat das Gesetz gebilligt.", "Die Kammer muss das Gesetz erst noch billigen.", "de"),
        ("Parliament has approved the budget.", "The budget has yet to be approved by parliament.", "en"),
    ],
)
def test_what_has_yet_to_come_is_pending(statement: str, text: str, language: str) -> None:
    assert "pending" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Die Stadt sperrt die Brücke.", "Anwohner fordern, die Brücke zu sperren.", "de"),
        ("The city has closed the bridge.", "Residents are urging the city to close the bridge.", "en"),
        ("Город закрыл мост.", "Жители требуют закрыть мост.", "ru"),
    ],
)
def test_what_somebody_only_asks_for_is_sought(statement: str, text: str, language: str) -> None:
    assert "sought" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Der Verein bestreitet, Geld erhalten zu haben.", "Der Verein räumte ein, Geld erhalten zu haben.", "de"),
        ("The firm denies having paid the mayor.", "The firm conceded that it had paid the mayor.", "en"),
        ("Компания отрицает, что платила мэру.", "Компания признала, что платила мэру.", "ru"),
    ],
)
def test_a_denial_is_given_up(statement: str, text: str, language: str) -> None:
    assert "conceded" in reasons(statement, text, language)


def test_a_denial_may_point_at_the_sentence_before() -> None:
    text = "Der Trainer wechselt im Sommer nach Lübeck. Der Klub dementierte das umgehend."
    assert "denied_before" in reasons("Der Trainer wechselt nach Lübeck.", text, "de")


def test_a_question_answered_with_no_is_a_denial() -> None:
    text = "Auf die Frage, ob der Tunnel gesperrt wird, sagte sie: Das ist nicht vorgesehen."
    assert "denied" in reasons("Der Tunnel wird gesperrt.", text, "de")


@pytest.mark.parametrize(
    "text", ["Das Bild soll gestohlen worden sein.", "Wie das Blatt erfahren haben will, brennt es."]
)
def test_hearsay_of_what_has_happened_is_no_plan(text: str) -> None:
    assert not side(text, "de").planned


def test_the_words_of_one_name_weigh_as_one() -> None:
    whole = side("Marit Olsbek kam.", "de").units
    alone = side("Olsbek kam.", "de").units
    assert sum(u.weight for u in whole[:2]) <= alone[0].weight + 0.05


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Chile plant den Verkauf von Schiffen an Peru.", "Chile dementierte Berichte über Schiffe für Peru.", "de"),
        ("Chile has offered ships to Peru.", "Chile denies that it wants to send ships to Peru.", "en"),
    ],
)
def test_whom_a_statement_is_about_denies_it_in_other_words(statement: str, text: str, language: str) -> None:
    assert "denied_by_actor" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Die Gemeinde baut eine Seilbahn.", "Aus dem Bau der Seilbahn wird nichts, der Plan liegt auf Eis.", "de"),
        ("The town is building a tram.", "Plans to build a tram fell through.", "en"),
        ("Город строит трамвай.", "Город не строит трамвай: проект положили под сукно.", "ru"),
    ],
)
def test_an_idiom_says_that_something_was_stopped(statement: str, text: str, language: str) -> None:
    assert side(text, language).thwarted


@pytest.mark.parametrize(
    "text, language",
    [("Der Verkauf ist nicht vom Tisch.", "de"), ("The sale is not off the table.", "en")],
)
def test_what_is_not_off_the_table_was_not_stopped(text: str, language: str) -> None:
    assert not side(text, language).thwarted


@pytest.mark.parametrize(
    "text, language",
    [
        ("An dem Bericht sei kein Wort wahr, sagte der Sprecher.", "de"),
        ("There is no truth in the report, the spokesman said.", "en"),
        ("В этом сообщении ни слова правды, заявил представитель.", "ru"),
    ],
)
def test_an_idiom_denies(text: str, language: str) -> None:
    assert side(text, language).denies


@pytest.mark.parametrize(
    "text, language",
    [
        ("Darauf hätten sich beide Verbände am Freitag verständigt, hieß es.", "de"),
        ("Он должен банку крупную сумму.", "ru"),
    ],
)
def test_a_report_in_the_subjunctive_or_a_debt_is_no_plan(text: str, language: str) -> None:
    assert not side(text, language).planned


@pytest.mark.parametrize(
    "text, language",
    [
        ("Wenn der Damm gehalten hätte, wären die Felder gerettet worden.", "de"),
        ("Der Verein steht kurz vor dem Verkauf.", "de"),
        ("Он должен выплатить банку всю сумму.", "ru"),
        ("The firm is poised to close the plant.", "en"),
    ],
)
def test_what_was_not_or_is_to_come_is_a_plan(text: str, language: str) -> None:
    assert side(text, language).planned


def test_without_turns_only_what_follows_it() -> None:
    statement = "3.000 Haushalte waren betroffen."
    assert not reasons(statement, "3.000 Haushalte mussten ohne Strom und Heizung auskommen.", "de") & {
        "negated",
        "lacking",
    }


def test_an_accusation_is_denied_after_it_was_said_what_it_is() -> None:
    text = "Den Vorwurf, es habe an Personal gemangelt, wies der Sprecher zurück."
    assert "denied" in reasons("Dem Hafen mangelte es an Personal.", text, "de")


def test_not_working_is_met_by_did_not_work() -> None:
    text = "Die Pumpe hat am Montag nicht gearbeitet."
    assert not reasons("The pump was not working.", text, "de", asked_in="en") & {"negated", "denied", "state"}


def test_who_looks_into_whether_does_not_say_that_it_is_so() -> None:
    statement = "Die Behörde untersucht, ob die Mauer einsturzgefährdet ist."
    text = "Man prüfe, ob die Mauer einsturzgefährdet sei, teilte die Behörde mit."
    assert "weighed" not in reasons(statement, text, "de")


def test_one_word_does_not_say_two_things() -> None:
    met = covered_by("Einer der Verletzten schwebt in Lebensgefahr.", "Unter den Verletzten sind zwei Kinder.")
    assert met == {"Verletzten": 1.0, "schwebt in Lebensgefahr": 0.0}


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Die Werft verlegt ihre Zentrale nach Rostock.", "Die Zentrale der Werft bleibe in Kiel, sagte sie.", "de"),
        ("The club is selling its stadium.", "The stadium remains with the club, said the chairman.", "en"),
        ("Завод переносит штаб-квартиру в Омск.", "Штаб-квартира завода останется в Туле.", "ru"),
    ],
)
def test_what_stays_does_not_go(statement: str, text: str, language: str) -> None:
    assert "stayed" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, text",
    [
        ("Die Werft schließt ihre Zentrale in Kiel.", "Die Zentrale der Werft in Kiel bleibt geschlossen."),
        ("Die Werft verlegt ihre Zentrale nach Rostock.", "Der Chef der Bäckerei bleibt."),
        ("Die Werft verlegt ihre Zentrale nicht.", "Die Zentrale der Werft bleibt in Kiel."),
    ],
)
def test_what_stays_as_a_statement_says_or_is_something_else_speaks_against_nothing(statement: str, text: str) -> None:
    assert "stayed" not in reasons(statement, text, "de")


def test_what_comes_after_a_colon_is_not_denied() -> None:
    text = "Die Gemeinde widersprach: Das Freibad öffne im Mai wieder."
    assert "denied" not in reasons("Das Freibad öffnet im Mai wieder.", text, "de")


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("The mayor wants a new pool.", "The opposition said that the mayor wants a new pool.", "en"),
        ("Der Lotse sah das Schiff.", "Der Lotse sah das Schiff, verstand aber den Funkspruch falsch.", "de"),
    ],
)
def test_a_party_or_a_mistake_denies_nothing(statement: str, text: str, language: str) -> None:
    assert not reasons(statement, text, language) & {"denied", "denied_by_actor"}


def test_what_people_are_told_to_have_said_is_turned_down_after_it() -> None:
    text = "Angaben, wonach es auf der Fähre Verletzte gab, wies die Reederei zurück."
    assert "denied" in reasons("Auf der Fähre wurden Menschen verletzt.", text, "de")


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Die Molkerei beteuert, der Käse sei sauber.", "Die Molkerei räumte ein, dass Käse belastet war.", "de"),
        ("The dairy insists the cheese was tested.", "The dairy admitted that no cheese was tested.", "en"),
        ("По заверению завода, сыр проверен.", "Завод признал, что сыр не проверен.", "ru"),
    ],
)
def test_what_was_assured_is_conceded(statement: str, text: str, language: str) -> None:
    assert "conceded" in reasons(statement, text, language)


@pytest.mark.parametrize(
    "statement, asked_in, text, language",
    [
        ("Letters are being held up at the Brno post office.", "en", "Die Post in Brno läuft normal.", "de"),
        ("Досрочные выборы мэра перенесены.", "ru", "An der Wahl hält der Rat fest.", "de"),
        ("Der Preis ist dem Chor aberkannt worden.", "de", "Die Stiftung hält am Preis für den Chor fest.", "de"),
    ],
)
def test_what_goes_on_as_it_was_is_neither_stopped_nor_put_off(
    statement: str, asked_in: str, text: str, language: str
) -> None:
    assert reasons(statement, text, language, asked_in) & {"stayed", "state"}


@pytest.mark.parametrize(
    "statement, text, language",
    [
        ("Das Amt prüft, ob der Deich brach.", "Der Deich brach am Abend.", "de"),
        ("Officials are looking into whether the dyke broke.", "The dyke broke in the evening.", "en"),
    ],
)
def test_what_the_statement_asks_is_settled_where_a_claim_tells_it(statement: str, text: str, language: str) -> None:
    assert "settled" in reasons(statement, text, language)


def test_what_is_still_asked_is_not_settled() -> None:
    found = reasons("Das Amt prüft, ob der Deich brach.", "Geprüft werde noch, ob der Deich brach.", "de")
    assert "settled" not in found


def test_nobody_stops_a_person() -> None:
    assert "thwarted" not in reasons("Der Geiselnehmer starb.", "Der Geiselnehmer gibt nach fünf Stunden auf.", "de")


@pytest.mark.parametrize(
    "statement, text",
    [
        ("Im Landkreis gilt ein Badeverbot.", "Das Baden ist im Landkreis verboten."),
    ],
)
def test_a_ban_that_both_tell_of_stops_nothing(statement: str, text: str) -> None:
    assert "thwarted" not in reasons(statement, text, "de")
