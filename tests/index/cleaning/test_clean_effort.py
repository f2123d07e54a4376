"""Cleaning runs over many thousand articles, and over whatever else it is given."""

import re
import time

import pytest

from index.cleaning.clean import clean

_PARAGRAPH = "Der Rat der Stadt Molln hat am Montag über den Verkauf des alten Kinos beraten, aber nichts beschlossen. "
_TURNS = 20


def seconds(text: str) -> float:
    start = time.process_time()
    clean(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "ab\n",
        "a | ",
        "- Ein Titel\n",
        "Meistgelesen\n",
        _PARAGRAPH,
        _PARAGRAPH + "\n",
        "( ",
        "+ ",
        "Kommentare\n" + _PARAGRAPH,
    ],
)
def test_time_grows_with_the_length_and_not_with_its_square(unit: str) -> None:
    clean(unit * 100)
    short, long = unit * (40_000 // len(unit)), unit * (320_000 // len(unit))
    assert seconds(long) < 0.1 + 24 * seconds(short)  # eight times the text; its square would be 64 times


def test_an_article_takes_a_few_milliseconds() -> None:
    text = "\n\n".join(f"{i}. {_PARAGRAPH * 3}" for i in range(10))
    clean(text)
    # By what finding its words takes, a third of a millisecond: machines differ, and are busy.
    assert min(seconds(text) for _ in range(5)) < 100 * min(_finding_words(text) for _ in range(5))


def _finding_words(text: str) -> float:
    start = time.process_time()
    for _ in range(_TURNS):
        re.findall(r"\w+", text)
    return (time.process_time() - start) / _TURNS


def test_one_line_of_megabytes_costs_little_more_than_its_beginning() -> None:
    clean(_PARAGRAPH)
    assert seconds(_PARAGRAPH * 40_000) < 1
