import pytest
from writing import article

from assistant.write.closing import closes
from assistant.write.units import units

CLOSING = [
    ("de", "Das sagte Polizeisprecherin Ute Kern am Abend."),
    ("de", "Das teilte das Ministerium mit."),
    ("de", "Das geht aus einem Bericht des Amtes hervor."),
    ("de", "So steht es in dem Gutachten."),
    ("de", "Unabhängig überprüfen ließ sich das nicht."),
    ("de", "Eine Bestätigung dafür stand am Abend noch aus."),
    ("de", "Die Behörde wies das zurück."),
    ("en", "That is according to the harbour board."),
    ("en", "The board said so in a statement."),
    ("en", "The claim could not be independently verified."),
    ("ru", "Об этом в среду сообщил губернатор области."),
    ("ru", "Об этом говорится в отчёте ведомства."),
    ("ru", "Подтвердить подлинность записи не удалось."),
]
TELLING = [
    ("de", "Das Ministerium für Verkehr teilte den Stopp mit."),
    ("de", "Das ist der dritte Fall in Kelm."),
    ("de", "Der Landrat bestritt das Gespräch."),
    ("en", "That is the third closure this year."),
    ("ru", "Это третий случай за год."),
]


@pytest.mark.parametrize(("language", "text"), CLOSING)
def test_a_sentence_that_only_says_who_said_so_is_told_from_others(language: str, text: str) -> None:
    assert closes(text, language)


@pytest.mark.parametrize(("language", "text"), TELLING)
def test_a_sentence_that_tells_something_itself_does_not_close(language: str, text: str) -> None:
    assert not closes(text, language)


def test_an_attribution_and_a_reservation_after_a_sentence_come_with_it() -> None:
    closed = "Die Grube in Kelm ist geflutet. Das teilte das Amt mit. Unabhängig überprüfen ließ sich das nicht."
    found = [unit.drafted().text for unit in units(article(f"{closed} Der Landkreis Kelm schickt zwölf Pumpen."))]
    assert found == [closed, "Der Landkreis Kelm schickt zwölf Pumpen."]


def test_a_closing_sentence_alone_is_no_unit() -> None:
    assert units(article("Das teilte das Ministerium für Verkehr mit.")) == []
