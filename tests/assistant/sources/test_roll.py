"""Who is called by a name is found without going through everybody, and is the same whom that would find."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest

from assistant.read.reader import EmbeddedReader
from assistant.sources.figures import Figure
from assistant.sources.roll import Roll
from assistant.sourcing import SourceKind
from index.documents import Article

FIRST = ("Anna", "Jan", "Rike", "Мария", "Lena-Marie")
LAST = ("Ohm", "Ohms", "Berg", "Bergbote", "Bergboten", "Baden", "Кузнецова", "Kuznezowa", "Lü", "the")
NAMES = [*FIRST, *LAST, *map(" ".join, product(FIRST, LAST)), "Baden Baden", "Rat der Stadt Ohm", "the Berg Ohm Wire"]


@pytest.mark.parametrize("person", [True, False])
def test_it_finds_whom_a_comparison_with_everybody_finds(person: bool) -> None:
    figures, roll = [], Roll()
    for number, name in enumerate(NAMES):
        figure = Figure(SourceKind.PERSON, str(number), names={name: True}, person=person)
        figures.append(figure)
        roll.enter(figure)
        if number % 3 == 0:  # some get a second name later on
            figure.add(NAMES[-number])
    for name in (*NAMES, "Kusnezowa", "Anna Ohms Berg", "Ohm Anna", "", "the"):
        assert list(roll.called(name)) == [f for f in figures if f.called(name)], name


def _reading(paragraphs: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many comparisons of names it takes to read an article in which ever new people speak."""
    compared: Counter[str] = Counter()
    called = Figure.called

    def counted(self: Figure, name: str) -> bool:
        compared["names"] += 1
        return called(self, name)

    def speaks(number: int) -> str:
        first, rest = divmod(number, 50)
        name = f"Jan {'BDFGKLMNPR'[first]}{'aeiou'[rest % 5]}{'bdfgklmnpr'[rest // 5]}tukat"
        return f"Der Umbau werde teurer, sagte {name} am Montag. Das Dach sei undicht, so {name.split()[1]}."

    text = "\n\n".join(map(speaks, range(paragraphs)))
    with monkeypatch.context() as patch:
        patch.setattr(Figure, "called", counted)
        reading = EmbeddedReader().read(Article("a", text, "-", publisher="Flussblatt", language="de"))
    assert len({claim.chain[-1].source.name for claim in reading.claims}) == paragraphs
    return compared["names"]


def test_an_article_ten_times_as_long_takes_about_ten_times_as_many_comparisons(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert _reading(200, monkeypatch) < 15 * _reading(20, monkeypatch)
