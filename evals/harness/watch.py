"""What a chosen model could not do while a case was measured: the embedded hands then did it, and the case says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from evals.harness.cases import Case, Ungraded
from evals.harness.record import Row
from index.errors import ModelError, SettingError

Fallbacks = Mapping[tuple[str, str], int]  # as `assistant.model.asking.Ledger` counts them: job, why
_BUDGET = "budget"


class Spent(Exception):
    """The budget is spent: whatever is measured from now on would be the embedded hands' work."""


class Watch:
    """`stopped`: the budget was spent on the way, and the run ends with what there is."""

    def __init__(self, fallbacks: Callable[[], Fallbacks]) -> None:
        self._fallbacks = fallbacks
        self.stopped = False

    def done(self, case: Case) -> tuple[Row, bool]:
        """The case's row, and whether the model did all of it; one that it did not do is worth measuring again.

        Raises Spent, ModelError and SettingError: nobody gains from a thousand cases that fail for one and the same.
        """
        before = dict(self._fallbacks())
        row = graded(case)
        fell = {key: n - before.get(key, 0) for key, n in self._fallbacks().items() if n > before.get(key, 0)}
        if any(why == _BUDGET for _, why in fell):
            raise Spent
        told = "; ".join(f"not done by the model: {job}, {why}, {n} times" for (job, why), n in sorted(fell.items()))
        return replace(row, note="; ".join(filter(None, (row.note, told)))), not fell


def graded(case: Case) -> Row:
    """A case on which the assistant fails gets its declared default: one bug must not cost all other cases."""
    try:
        return Row.of(case.id, case.language, case.score())
    except Ungraded as why:
        return Row(case.id, case.language, ungraded=str(why))
    except (ModelError, SettingError):
        raise
    except Exception as error:
        return Row.of(case.id, case.language, case.default(), f"{type(error).__name__}: {error}")
