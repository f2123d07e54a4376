"""The answers of an interview are the words of whoever is asked."""

from __future__ import annotations

from chains import chains

ASKED = (
    "Frau Berg, warum bleibt die Mole zu?\n\n"
    "Die Steine sind locker. Das Eichamt hat uns gesagt, dass zwölf fehlen.\n\n"
    "Wann öffnen Sie wieder?\n\n"
    "Im Mai fahren die ersten Boote.\n\n"
    "Das Gespräch führte Jan Ohm."
)


def test_an_answer_is_the_word_of_who_is_addressed() -> None:
    told = chains(f"Ada Berg leitet den Hafen.\n\n{ASKED}")
    assert ["Ada Berg"] in told
    assert told[-2] == ["Ada Berg"]


def test_whom_an_answer_quotes_stands_behind_who_is_asked() -> None:
    assert ["Ada Berg", "Eichamt"] in chains(f"Ada Berg leitet den Hafen.\n\n{ASKED}")


def test_who_led_the_interview_is_told_by_the_paper() -> None:
    assert chains(f"Ada Berg leitet den Hafen.\n\n{ASKED}")[-1] == []


def test_labels_tell_who_answers() -> None:
    text = (
        "Talkurier: Bleibt die Mole zu?\n\nAda Berg: Die Steine sind locker.\n\n"
        "Talkurier: Was tun Sie?\n\nAda Berg: Wir holen neue aus dem Bruch."
    )
    assert chains(text)[-1] == ["Ada Berg"]


def test_questions_that_a_paper_asks_itself_are_no_interview() -> None:
    text = (
        "Was ist geschehen?\n\nDie Mole ist gebrochen.\n\n"
        "Was müssen Sie wissen?\n\nDie Boote fahren vom Südufer.\n\nWie lange dauert es?\n\nBis Mai bleibt alles zu."
    )
    assert all(chain == [] for chain in chains(text))
