"""Which of these belongs to which of those, so that the sum of their scores is greatest.

Shortest augmenting paths, as in D. F. Crouse, "On implementing 2D rectangular assignment algorithms", IEEE
Transactions on Aerospace and Electronic Systems 52 (2016). Written out rather than taken from scipy: a suite that
runs without extras needs it for matrices of thirty rows. Where several assignments are equally good, that of
`scipy.optimize.linear_sum_assignment(scores, maximize=True)` is given, since the scorer of the quotations set uses
it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf

_NONE = -1


def assign(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs of row and column, as many as the shorter side has, in the order of the rows."""
    if not scores or not scores[0]:
        return []
    if len(scores[0]) < len(scores):
        return sorted((row, column) for column, row in assign(list(zip(*scores, strict=True))))
    search = _Search([[-score for score in row] for row in scores])
    for row in range(len(scores)):
        search.place(row)
    return list(enumerate(search.column_of))


@dataclass(slots=True)
class _Search:
    """Rows are placed one by one; the prices of rows and columns keep what is placed the cheapest so far."""

    costs: list[list[float]]
    row_price: list[float] = field(init=False)
    column_price: list[float] = field(init=False)
    column_of: list[int] = field(init=False)
    row_of: list[int] = field(init=False)

    def __post_init__(self) -> None:
        rows, columns = len(self.costs), len(self.costs[0])
        self.row_price, self.column_price = [0.0] * rows, [0.0] * columns
        self.column_of, self.row_of = [_NONE] * rows, [_NONE] * columns

    def place(self, row: int) -> None:
        path = _Path(len(self.row_of))
        free = path.to_a_free_column(self, row)
        self._reprice(row, path)
        column = free
        while True:
            giver = path.came_from[column]
            self.row_of[column] = giver
            self.column_of[giver], column = column, self.column_of[giver]
            if giver == row:
                return

    def _reprice(self, row: int, path: _Path) -> None:
        self.row_price[row] += path.length
        for column in path.done:
            gain = path.length - path.shortest[column]
            if self.row_of[column] != _NONE:
                self.row_price[self.row_of[column]] += gain
            self.column_price[column] -= gain


class _Path:
    """Dijkstra's search from a row to the nearest column that nobody has."""

    def __init__(self, columns: int) -> None:
        self.shortest = [inf] * columns
        self.came_from = [_NONE] * columns
        self.done: list[int] = []
        self.length = 0.0
        self._left = list(reversed(range(columns)))  # from the last: equal costs then give row n column n

    def to_a_free_column(self, search: _Search, row: int) -> int:
        while True:
            self._reach_from(search, row)
            column = self._nearest(search)
            self.done.append(column)
            if search.row_of[column] == _NONE:
                return column
            row = search.row_of[column]

    def _reach_from(self, search: _Search, row: int) -> None:
        for column in self._left:
            length = self.length + search.costs[row][column] - search.row_price[row] - search.column_price[column]
            if length < self.shortest[column]:
                self.came_from[column], self.shortest[column] = row, length

    def _nearest(self, search: _Search) -> int:
        """Of columns equally near, one that is free; its place in the list is filled by the last."""
        place, self.length = _NONE, inf
        for n, column in enumerate(self._left):
            length, free = self.shortest[column], search.row_of[column] == _NONE
            if length < self.length or (length == self.length and free):
                place, self.length = n, length
        column = self._left[place]
        self._left[place] = self._left[-1]
        self._left.pop()
        return column
