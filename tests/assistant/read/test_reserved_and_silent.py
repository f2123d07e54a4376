import pytest
from chains import read


def reserved(text: str, language: str = "de") -> list[list[str]]:
    return [[span.of(c.article.text) for span in c.hedges] for c in read(text, language).claims]


def silences(text: str, language: str = "de") -> list[tuple[str | None, str | None]]:
    found = read(text, language).silences
    return [(s.party and s.party.name, s.matter and s.matter.of(s.article.text)) for s in found]


def test_a_word_of_reservation_reserves_its_own_claim() -> None:
    assert reserved("Der Hof soll mutmaßlich von Dieben angezündet worden sein. Die Wehr kam um drei.")[1] == []
    assert "mutmaßlich" in reserved("Der Hof ist mutmaßlich von Dieben angezündet worden.")[0]


def test_reported_speech_alone_is_no_reservation() -> None:
    assert reserved("Der Hof sei um drei Uhr abgebrannt, teilte die Polizei mit.") == [[]]


def test_a_note_that_a_report_is_unverified_reserves_its_claims() -> None:
    text = (
        "Die Armee hat nach Angaben des Generalstabs die Stadt eingenommen. Der Fluss ist breit. "
        "Die Angaben ließen sich nicht unabhängig überprüfen."
    )
    assert [bool(hedges) for hedges in reserved(text)] == [True, False, True]


def test_a_note_in_english_reserves_what_was_reported_before_it() -> None:
    text = "The army took the town, the general staff said. The claim could not be independently verified."
    assert all(reserved(text, "en"))


def test_a_note_does_not_reserve_what_somebody_else_says() -> None:
    text = (
        "Zwölf Leute sind tot, teilte die Polizei mit.\n\nDie Stadt sei gefallen, teilte der Generalstab mit. "
        "Unabhängig überprüfen ließ sich das nicht."
    )
    assert reserved(text)[0] == []


@pytest.mark.parametrize(
    ("text", "language", "party", "matter"),
    [
        ("Die Kaltwerk AG äußerte sich zu den Vorwürfen nicht.", "de", "Kaltwerk AG", "den Vorwürfen"),
        ("Das Innenministerium ließ eine Anfrage zunächst unbeantwortet.", "de", "Innenministerium", None),
        ("Bürgermeister Jan Ohm war für eine Stellungnahme nicht zu erreichen.", "de", "Jan Ohm", None),
        ("Kaltwerk Ltd declined to comment on the allegations.", "en", "Kaltwerk Ltd", "on the allegations"),
        ("The ministry did not respond to a request for comment.", "en", "ministry", None),
        ("Министерство обороны отказалось комментировать сообщение.", "ru", "Министерство обороны", "сообщение"),
    ],
)
def test_who_stays_silent_and_on_what(text: str, language: str, party: str, matter: str | None) -> None:
    found = silences(text, language)
    assert [name for name, _ in found] == [party]
    assert matter is None or matter in (found[0][1] or "")


def test_what_an_article_says_of_a_silence_is_its_own_claim() -> None:
    reading = read("Die Kaltwerk AG lehnte eine Stellungnahme ab.")
    assert [len(c.chain) for c in reading.claims] == [1]
    assert reading.silences[0].span == reading.claims[0].span


@pytest.mark.parametrize(
    "text",
    [
        "Die Kaltwerk AG weist die Vorwürfe zurück.",
        "Die Wehr antwortete sofort.",
        "Verletzte gab es nach Angaben der Wehr nicht.",
        "Das Ziel wurde nicht erreicht.",
    ],
)
def test_an_answer_is_no_silence(text: str) -> None:
    assert silences(text) == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Molkerei ließ eine Mail mit fünf Fragen unbeantwortet.", "de"),
        ("Dazu wollten sich weder die Molkerei noch der Kreis äußern.", "de"),
        ("In der Molkerei wollte niemand etwas dazu sagen.", "de"),
        ("Der Molkereichef ging nicht ans Telefon.", "de"),
        ("Zu Verträgen äußere man sich nicht, hieß es in der Molkerei.", "de"),
        ("Eine Antwort der Molkerei blieb bis Dienstag aus.", "de"),
        ("Wir baten die Molkerei vergeblich um Auskunft.", "de"),
        ("Die Molkerei machte dazu keine Angaben.", "de"),
        ("The dairy declined to say who had paid.", "en"),
        ("Calls to the dairy went unanswered.", "en"),
        ("There was no immediate word from the dairy.", "en"),
        ("The dairy has kept silent so far.", "en"),
        ("Дозвониться до молокозавода не удалось.", "ru"),
        ("На просьбу о комментарии завод не откликнулся.", "ru"),
        ("Ответа от завода не последовало.", "ru"),
        ("На заводе уклонились от ответа.", "ru"),
    ],
)
def test_silence_is_told_in_many_ways(text: str, language: str) -> None:
    assert len(silences(text, language)) == 1


def test_of_two_in_a_sentence_the_nearest_before_the_words_is_silent() -> None:
    text = "Radio Lenne nannte keinen Zeugen; die Molkerei antwortete nicht auf Fragen."
    assert silences(text)[0][0] == "Molkerei"
