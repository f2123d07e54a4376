import pytest

from evals.measures.counts import Counts, compared, share, total


def test_precision_recall_and_f1_are_those_of_the_textbook() -> None:
    counts = Counts(right=6, wrong=2, missed=4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 * 6 / (2 * 6 + 2 + 4))


def test_nothing_told_and_nothing_to_tell_is_zero_and_no_error() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1, share(1, 0)) == (0, 0, 0, 0)


def test_two_sets_are_counted_by_what_they_have_in_common() -> None:
    assert compared({"a", "b"}, {"b", "c", "d"}) == Counts(1, 1, 2)
    assert total([Counts(1, 1, 2), Counts(1, 0, 0)]) == Counts(2, 1, 2)
