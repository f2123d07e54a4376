import subprocess
import sys

import pytest

from index.language import foreign_to, language_of
from index.terms import words

_LOADED = "import sys; from index.language import language_of; {call}; sys.exit('py3langid' in sys.modules)"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Stadtrat hat am Montag über den Haushalt beraten, aber nicht entschieden.", "de"),
        ("The council met on Monday to discuss the budget but did not take a vote.", "en"),
        ("Городской совет обсудил бюджет, но решения в понедельник не принял.", "ru"),
    ],
)
def test_clear_german_english_and_russian_are_told(text: str, code: str) -> None:
    assert language_of(text) == code


def test_a_clear_text_does_not_load_the_classifier() -> None:
    call = "language_of('Der Stadtrat hat am Montag über den Haushalt beraten, aber nicht entschieden.')"
    assert subprocess.run([sys.executable, "-c", _LOADED.format(call=call)], check=False).returncode == 0


def test_ukrainian_is_not_taken_for_russian() -> None:
    assert (
        language_of("Міська рада обговорила бюджет, але рішення в понеділок не ухвалила, бо не було кворуму.") == "uk"
    )


def test_dutch_is_not_taken_for_german() -> None:
    assert language_of("De gemeenteraad was in vergadering over de begroting, die in maart wordt vastgesteld.") == "nl"


@pytest.mark.parametrize("text", ["", "...", "12 34", "Oha"])
def test_a_text_with_too_few_words_is_undetermined(text: str) -> None:
    assert language_of(text) == "und"


@pytest.mark.parametrize(
    ("line", "foreign"),
    [
        ("Winter storms are on the way to the coast", True),
        ("Зимняя буря идёт к побережью", True),
        ("Wintersturm an der Küste", False),
        ("Borussia Dortmund", False),
    ],
)
def test_a_line_is_foreign_to_german_by_script_or_function_words(line: str, foreign: bool) -> None:
    assert foreign_to("de", words(line), line) is foreign
