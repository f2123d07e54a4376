"""Which silence is about a statement."""

from __future__ import annotations

from assistant.findings.find import Pile, pile_of
from assistant.findings.silence import on_matter
from assistant.findings.stances import Stances
from assistant.read.reader import EmbeddedReader
from assistant.sourcing import Comparison, Stance, Statement
from index.documents import Article


def pile(text: str) -> Pile:
    return pile_of([EmbeddedReader().read(Article("1", text, "1.txt", publisher="Sielbote", language="de"))])


def silent(text: str, words: str) -> list[str]:
    """Who is silent on the claim that has these words."""
    read = pile(text)
    mine = next(c for c in read.claims if words in c.text)
    stances = Stances((Comparison(mine, Stance.SUPPORTS, "says", strength=0.9),), (), ())
    found = on_matter(read, Statement(mine.text, "de"), stances)
    return [s.party.name if s.party else "" for s in found]


def test_a_silence_goes_with_what_its_paragraph_tells_before_it() -> None:
    text = "Die Orgel war morsch. Der Orgelbauer bekam kein Geld. Das Bistum äußerte sich dazu nicht."
    assert silent(text, "kein Geld") == ["Bistum"]


def test_a_silence_does_not_go_with_what_is_told_after_it() -> None:
    text = "Die Orgel war morsch. Das Bistum äußerte sich dazu nicht. Der Orgelbauer bekam kein Geld."
    assert silent(text, "kein Geld") == []


def test_a_silence_that_begins_a_paragraph_goes_with_the_one_before_and_no_further() -> None:
    text = "Die Orgel war morsch.\n\nDer Orgelbauer bekam kein Geld.\n\nDas Bistum äußerte sich dazu nicht."
    assert silent(text, "kein Geld") == ["Bistum"]
    assert silent(text, "morsch") == []


def test_a_silence_that_names_its_matter_goes_with_it_wherever_it_stands() -> None:
    text = (
        "Der Orgelbauer bekam kein Geld.\n\nDie Gemeinde sang. Der Chor war gut. Es regnete.\n\n"
        "Am Ende gab es Kuchen. Das Bistum beantwortete Fragen zum Geld des Orgelbauers nicht."
    )
    assert silent(text, "kein Geld") == ["Bistum"]


def test_that_a_government_is_silent_says_nothing_of_another() -> None:
    text = (
        "Peru baut einen Hafen. Die Regierung von Peru hat sich dazu bisher nicht geäußert.\n\n"
        "Es regnete. Der Chor war gut.\n\nNorwegen hat die Inselregierung anerkannt."
    )
    assert silent(text, "Hafen") == ["Regierung von Peru"]
    assert silent(text, "anerkannt") == []


def test_a_silence_on_something_else_does_not_go_with_the_paragraph_before_it() -> None:
    text = "Der Orgelbauer bekam kein Geld.\n\nDas Bistum äußerte sich nicht zu dem Umzug des Archivs."
    assert silent(text, "kein Geld") == []


def test_a_silence_on_this_points_back_to_the_paragraph_before_it() -> None:
    text = "Der Orgelbauer bekam kein Geld.\n\nDas Bistum äußerte sich zu diesen Rechnungen nicht."
    assert silent(text, "kein Geld") == ["Bistum"]


def test_a_silence_on_a_charge_goes_with_whoever_makes_one() -> None:
    text = (
        "Der Orgelbauer wirft dem Bistum vor, ihn geprellt zu haben.\n\nDie Orgel ist alt. Der Chor war gut.\n\n"
        "Es regnete.\n\nDas Bistum reagierte nicht auf eine Anfrage zu den Vorwürfen."
    )
    assert silent(text, "geprellt") == ["Bistum"]
    assert silent(text, "alt") == []
