import pytest

from assistant.write.question import Asked, read_question


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Wie viele Menschen wurden verletzt?", Asked.NUMBER),
        ("Seit wann ist die Brücke gesperrt?", Asked.TIME),
        ("Wem gehört das Gelände?", Asked.PERSON),
        ("In welcher Stadt steht das Werk?", Asked.PLACE),
        ("Why was the bridge closed?", Asked.CAUSE),
        ("How many people were hurt?", Asked.NUMBER),
        ("Кто подписал договор?", Asked.PERSON),
        ("Was sagte die Ministerin?", Asked.OTHER),
    ],
)
def test_the_kind_of_answer_is_read_from_the_question(text: str, asked: Asked) -> None:
    assert read_question(text, "de").asked is asked


@pytest.mark.parametrize("text", ["Was ist passiert?", "Worum geht es?", "What happened?", "Что произошло?"])
def test_a_general_question_is_about_no_words_of_its_own(text: str) -> None:
    assert read_question(text, "de").words == ()


def test_a_number_that_the_question_gives_is_no_answer_to_how_many() -> None:
    question = read_question("Wie viele der 40 Boote sanken?", "de")
    assert question.met_by("Von den 40 Booten sanken 7.", "de") == 1
    assert question.met_by("Die Reederei besitzt die 40 Boote.", "de") == 0


def test_words_that_news_uses_for_the_same_thing_are_one_concept() -> None:
    asked = read_question("Wer forderte den Rücktritt?", "de").concepts("de")
    said = read_question("Dorn verlangte den Abgang.", "de").concepts("de")
    assert set(asked) <= set(said)
