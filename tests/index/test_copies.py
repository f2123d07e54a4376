from __future__ import annotations

from index.copies import containment, copy_groups, shingles

REPORT = (
    "Im Hafen von Brunsholm ist am frühen Morgen ein Frachter auf Grund gelaufen. Verletzt wurde nach Angaben der "
    "Wasserschutzpolizei niemand, die Fahrrinne blieb bis zum Mittag gesperrt, drei Schlepper waren im Einsatz."
)
EDITED = REPORT.replace("im Einsatz", "unterwegs")
OTHER = (
    "Die Stadtverordneten von Brunsholm haben den Haushalt beschlossen. Für die Sanierung der Kaimauer sind darin vier "
    "Millionen Euro vorgesehen, für das Freibad nur noch die Hälfte der Summe vom vergangenen Jahr."
)


def test_a_text_with_a_few_other_words_is_a_copy() -> None:
    assert copy_groups([REPORT, OTHER, EDITED]) == [0, 1, 0]


def test_a_copy_with_a_text_around_it_is_a_copy() -> None:
    assert copy_groups([REPORT, f"{OTHER} {REPORT} {OTHER}"]) == [0, 0]


def test_two_texts_on_one_town_are_no_copies() -> None:
    assert containment(shingles(REPORT), shingles(OTHER)) < 0.1


def test_texts_without_words_are_copies_of_nothing() -> None:
    assert copy_groups([REPORT, "…", "Ja."]) == [0, 1, 2]
