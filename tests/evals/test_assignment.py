from itertools import permutations
from random import Random

from evals.measures.assignment import assign


def worth(scores: list[list[float]], pairs: list[tuple[int, int]]) -> float:
    return sum(scores[row][column] for row, column in pairs)


def test_no_other_assignment_is_worth_more() -> None:
    draw = Random(1)
    for _ in range(100):
        scores = [[draw.choice([0.0, 0.5, draw.random()]) for _ in range(5)] for _ in range(4)]
        best = max(worth(scores, list(enumerate(columns))) for columns in permutations(range(5), 4))
        assert abs(worth(scores, assign(scores)) - best) < 1e-12


def test_with_more_rows_than_columns_some_rows_stay_alone() -> None:
    assert assign([[0.1], [0.9], [0.5]]) == [(1, 0)]


def test_where_all_are_equal_the_first_belongs_to_the_first() -> None:
    assert assign([[0.0, 0.0, 0.0]] * 3) == [(0, 0), (1, 1), (2, 2)]


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign([]) == assign([[], []]) == []
