import pytest

from evals.sourcing.differing import differ


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bei dem Unglück starben 12 Menschen.", "14 Menschen starben."),
        ("Es waren zwölf Menschen.", "Es waren elf Menschen."),
        ("Das kostet rund 1.200 Euro.", "Das kostet 2.000 Euro."),
        ("The rate is 5.25 per cent.", "The rate is 5.5 per cent."),
        ("Gestern waren es 1,2 Millionen Liter.", "Es waren gestern 1.300.000 Liter."),
        ("Речь идёт о двенадцати причалах.", "It is about ten berths."),
        ("The ferry cost £2m.", "Die Fähre kostete 1,2 Millionen Pfund."),
        ("The shaft is 40m deep.", "Der Schacht ist 40 Millionen Meter tief."),
        ("Eleven boats sank, and that is all.", "Es sind neun Boote gesunken, und das ist alles."),
    ],
)
def test_the_same_thing_counted_differently_differs(one: str, other: str) -> None:
    assert differ(one, other)
    assert differ(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Am 3. Mai 2024 starben elf Menschen.", "Um 14 Uhr starben 11 Menschen."),
        ("Im Jahr 2019 waren es 4 Schiffe.", "Im Jahr 2021 waren es 4 Schiffe."),
        ("up to 50 engineers will go there", "50 engineers will go there"),
        ("Das kostet rund 1.200 Euro.", "Das kostet 1180 Euro."),
        ("1,2 Millionen Euro", "1.200.000 Euro"),
        ("The ferry cost £1.2m.", "Die Fähre kostete 1,2 Millionen Pfund."),
        ("Eight hundred tractors came.", "800 Trecker kamen."),
        ("Речь идёт о двенадцати причалах.", "It is about twelve berths."),
        ("The fund holds $3bn.", "Im Fonds liegen 3 Milliarden Dollar."),
        ("30 тысяч человек", "30.000 человек"),
        ("12 Boote sanken.", "Boote sanken."),
        ("12 Boote sanken.", "40 Meter tief sanken sie."),
        ("On June 12 it was said that twelve of the boats sank", "Am 4. Juni sind zwölf Boote gesunken"),
    ],
)
def test_another_thing_or_the_same_number_in_other_writing_does_not(one: str, other: str) -> None:
    assert not differ(one, other)
    assert not differ(other, one)
