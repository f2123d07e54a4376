from writing import article, hit

from assistant.domain import Draft, Task
from assistant.write.extractive import ExtractiveWriter

BRIDGE = article(
    "Die Hängebrücke über die Kelm ist seit Montag gesperrt. Ingenieure fanden Risse in drei Seilen, teilte das "
    "Bauamt Neuhof mit.\n\nDie Sanierung soll nach Angaben von Bauamtsleiterin Ute Harm 4,2 Millionen Euro kosten. "
    "Fußgänger weichen auf die Fähre aus."
)
FAIR = article("Auf dem Kelmer Jahrmarkt drehten sich am Sonntag zwölf Karussells. Der Eintritt war frei.")


def ask(question: str) -> Draft:
    return ExtractiveWriter().answer(Task(question, 3, hits=(hit(BRIDGE, 2.0), hit(FAIR))))


def said(draft: Draft) -> str:
    return " ".join(s.text for s in draft.sentences)


def test_the_sentence_that_answers_is_shown() -> None:
    assert "4,2 Millionen" in said(ask("Wie viel kostet die Sanierung der Hängebrücke?"))


def test_the_attribution_of_an_answer_is_not_cut_off() -> None:
    assert "soll nach Angaben von Bauamtsleiterin Ute Harm" in said(ask("Was kostet die Sanierung der Brücke?"))


def test_what_the_articles_do_not_say_is_not_answered() -> None:
    draft = ask("Wie heißt der norwegische Finanzminister?")
    assert not draft.answered
    assert draft.sentences == ()


def test_a_question_about_the_same_matter_can_go_unanswered() -> None:
    assert not ask("Welcher Architekt aus Bregenz entwarf das Geländer?").answered


def test_a_general_question_gets_a_short_summary() -> None:
    draft = ask("Was ist passiert?")
    assert draft.answered
    assert 0 < len(draft.sentences) <= 3


def test_without_passages_there_is_no_answer() -> None:
    assert not ExtractiveWriter().answer(Task("Was kostet die Brücke?", 3)).answered


def test_never_more_sentences_than_asked_for() -> None:
    draft = ExtractiveWriter().answer(Task("Warum ist die Hängebrücke gesperrt?", 1, hits=(hit(BRIDGE),)))
    assert len(draft.sentences) == 1
    assert draft.sentences[0].text.count(". ") == 0


def test_an_english_and_a_russian_question_are_answered_too() -> None:
    english = article("The Harwick ferry sank on Monday. Owner Moira Penn said that 14 passengers were rescued.", "en")
    russian = article("Паром затонул в понедельник. Капитан Олег Белов сообщил, что спасены 14 пассажиров.", "ru")
    for source, question in ((english, "How many passengers were rescued?"), (russian, "Сколько пассажиров спасены?")):
        assert "14" in said(ExtractiveWriter().answer(Task(question, 3, hits=(hit(source),))))


def test_a_question_without_any_word_is_not_answered() -> None:
    assert not ask("???").answered


def test_how_old_is_answered_by_an_age_only() -> None:
    yard = article("Hinter dem Hof von Bauer Tilo Marbach wächst das Gras hoch. Marbach mäht es selten.")
    aged = article("Bauer Tilo Marbach, 61 Jahre alt, mäht das Gras hinter seinem Hof selten.")
    question = "Wie alt ist Bauer Tilo Marbach?"
    assert not ExtractiveWriter().answer(Task(question, 3, hits=(hit(yard),))).answered
    assert "61" in said(ExtractiveWriter().answer(Task(question, 3, hits=(hit(aged), hit(yard)))))
