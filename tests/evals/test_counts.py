import pytest

from evals.counts import Counts, compared, interval, share, total


def test_precision_recall_and_f1_are_those_of_the_textbook() -> None:
    counts = Counts(right=6, wrong=2, missed=4)
    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f1 == pytest.approx(2 * 6 / (2 * 6 + 2 + 4))


def test_nothing_told_and_nothing_to_tell_is_zero_and_no_error() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1, share(1, 0)) == (0, 0, 0, 0)


def test_two_sets_are_counted_by_what_they_have_in_common() -> None:
    assert compared({"a", "b"}, {"b", "c", "d"}) == Counts(1, 1, 2)
    assert total([Counts(1, 1, 2), Counts(1, 0, 0)]) == Counts(2, 1, 2)


def test_an_interval_holds_the_share_and_is_always_the_same() -> None:
    told, asked = [1.0] * 30 + [0.0] * 10, [1.0] * 40
    low, high = interval(told, asked)
    assert low < 0.75 < high
    assert high - low < 0.3  # the normal approximation gives 0.27
    assert (low, high) == interval(told, asked)


def test_cases_that_are_none_for_a_measure_do_not_narrow_its_interval() -> None:
    few, many = interval([1.0, 0.0] * 5, [1.0] * 10), interval([1.0, 0.0] * 5 + [0.0] * 200, [1.0] * 10 + [0.0] * 200)
    assert many[1] - many[0] > 0.8 * (few[1] - few[0])


def test_of_no_case_nothing_is_sure() -> None:
    assert interval([], []) == (0.0, 1.0)
    assert interval([0.0, 0.0], [0.0, 0.0]) == (0.0, 1.0)
