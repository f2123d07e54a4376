"""What a measure says of many cases, how sure that is, and whether two runs differ."""

from __future__ import annotations

import pytest

from evals.harness.cases import Scores
from evals.measures.measure import Measure, harmonic_mean, mean, mean_where, quotient
from evals.measures.paired import difference

HIT = Measure("hit", ("hit",))


def hits(*found: bool) -> list[Scores]:
    return [{"hit": (right, 1)} for right in found]


def test_the_value_pools_cases_and_macro_weighs_each_alike() -> None:
    cases: list[Scores] = [{"hit": (9, 10)}, {"hit": (0, 1)}]
    assert HIT.value(cases) == pytest.approx(9 / 11)
    assert HIT.macro(cases) == pytest.approx(0.45)


def test_a_case_that_a_measure_does_not_ask_of_changes_nothing() -> None:
    cases: list[Scores] = [{"hit": (1, 1)}, {"hit": (0, 0)}, {"other": (0, 1)}]
    assert (HIT.value(cases), HIT.asks(cases)) == (1.0, 1)


def test_of_no_case_there_is_no_value() -> None:
    assert (HIT.value([]), HIT.value([{"hit": (0, 0)}]), HIT.interval([], 1)) == (None, None, None)


def test_an_interval_holds_the_value_and_is_the_same_for_one_seed() -> None:
    cases = hits(*[True] * 30, *[False] * 10)
    low, high = HIT.interval(cases, 1) or (0, 0)
    assert low < 0.75 < high
    assert high - low < 0.3  # the normal approximation gives 0.27
    assert HIT.interval(cases, 1) == (low, high) != HIT.interval(cases, 2)


def test_formulas_are_those_of_the_textbook() -> None:
    scores: list[Scores] = [{"p": (3, 4), "r": (3, 5)}]
    assert Measure("F1", ("p", "r"), harmonic_mean).value(scores) == pytest.approx(2 * 0.75 * 0.6 / 1.35)
    assert Measure("balanced", ("p", "r"), mean).value(scores) == pytest.approx(0.675)
    assert Measure("times", ("p", "r"), quotient).value(scores) == pytest.approx(1.25)


def test_a_mean_over_classes_leaves_out_those_that_nothing_is_labelled_with() -> None:
    measure = Measure("macro", ("a", "b", "is a", "is b"), mean_where)
    assert measure.value([{"a": (1, 2), "b": (0, 3), "is a": (1, 1)}]) == 0.5


def test_a_run_that_is_better_on_many_cases_differs_and_one_that_trades_does_not() -> None:
    before = hits(*[True] * 20, *[False] * 20)
    better, traded = hits(*[True] * 36, *[False] * 4), hits(*[False] * 2, *[True] * 20, *[False] * 18)
    sure, unsure = difference(HIT, before, better, 1), difference(HIT, before, traded, 1)
    assert sure
    assert unsure
    assert (sure.by, sure.p < 0.01, sure.low > 0) == (pytest.approx(0.4), True, True)
    assert (unsure.by, unsure.p) == (0.0, pytest.approx(1.0, abs=0.2))


def test_two_runs_that_are_the_same_differ_by_nothing() -> None:
    same = difference(HIT, hits(True, False), hits(True, False), 1)
    assert same
    assert (same.by, same.low, same.high, same.p) == (0.0, 0.0, 0.0, 1.0)
