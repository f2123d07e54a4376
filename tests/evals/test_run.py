"""Running cases: what fails, what is drawn, what an interrupted run need not do again."""

from __future__ import annotations

from pathlib import Path

import pytest
from benches import run_suite

from evals.formats.wikinews import UNSEEN, own_sentences
from evals.harness.cases import OURS, Case, Graded, Ungraded
from evals.harness.journal import Journal, code_digest
from evals.harness.record import Row
from evals.harness.run import Chosen
from evals.harness.watch import graded


def case(name: str, error: Exception | None = None) -> Case:
    def score() -> Graded:
        if error:
            raise error
        return Graded({OURS: {"right": (1, 1)}})

    return Case(name, "de", score, lambda: Graded({OURS: {"right": (0, 1)}}))


def test_a_case_that_fails_gets_its_default_and_its_reason() -> None:
    row = graded(case("a", RuntimeError("no such luck")))
    assert (row.scores, row.failed) == ({OURS: {"right": (0, 1)}}, "RuntimeError: no such luck")


def test_a_case_that_cannot_be_judged_is_neither_right_nor_wrong() -> None:
    row = graded(case("a", Ungraded("no reference")))
    assert (dict(row.scores), row.ungraded) == ({}, "no reference")


def test_a_limit_draws_the_same_cases_for_one_seed_and_keeps_their_order() -> None:
    cases = [case(str(n)) for n in range(100)]
    drawn = [[c.id for c in Chosen(10, (), seed).of(cases)] for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert [int(name) for name in drawn[0]] == sorted(int(name) for name in drawn[0])


def test_single_cases_are_chosen_by_their_id() -> None:
    cases = [case(name) for name in ("dam-1", "dam-2", "fire-1")]
    assert [c.id for c in Chosen(0, ("dam-*",)).of(cases)] == ["dam-1", "dam-2"]
    assert [c.id for c in Chosen(0, ("fire-1",)).of(cases)] == ["fire-1"]


def test_an_interrupted_run_finds_its_cases_again(tmp_path: Path) -> None:
    row = Row.of("a", "de", graded_once())
    Journal(tmp_path / "j", resume=False).keep("gate", "own", row)
    again = Journal(tmp_path / "j", resume=True)
    assert again.known("gate", "own", "a") == row
    assert Journal(tmp_path / "j", resume=False).known("gate", "own", "a") is None


def graded_once() -> Graded:
    return Graded({OURS: {"right": (1.0, 1.0)}}, {"kind": ("a", "b")})


def test_a_line_that_a_kill_cut_short_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "j", resume=False)
    journal.keep("gate", "own", Row.of("a", "de", graded_once()))
    with (tmp_path / "j").open("a", encoding="utf-8") as file:
        file.write('["gate", "own", {"case": "b", "lang')
    again = Journal(tmp_path / "j", resume=True)
    assert len(again) == 1
    again.keep("gate", "own", Row.of("b", "de", graded_once()))
    assert len(Journal(tmp_path / "j", resume=True)) == 2


def test_an_interrupted_command_goes_on_where_it_was(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from assistant.cli import main
    from evals.harness import watch

    monkeypatch.setattr(watch, "graded", stops_at := Stopping(3))
    assert main(["eval", "quotations"]) == 130
    assert stops_at.done == 3
    assert "2 cases are kept. The same command with --resume goes on there." in capsys.readouterr().err
    monkeypatch.setattr(watch, "graded", counts := Stopping(1_000))
    assert main(["eval", "quotations", "--resume"]) == 0
    assert "2 cases are known" in capsys.readouterr().err
    assert counts.done == sum(map(len, (own_sentences(), own_sentences(UNSEEN)))) - 2


class Stopping:
    """Grades cases until somebody presses Ctrl-C at the nth."""

    def __init__(self, at: int) -> None:
        self.at, self.done = at, 0

    def __call__(self, case: Case) -> Row:
        self.done += 1
        if self.done == self.at:
            raise KeyboardInterrupt
        return graded(case)


@pytest.mark.parametrize(("suite", "cases"), [("cleaning", 6), ("quotations", 6), ("gate", 6), ("summaries", 1)])
def test_two_runs_with_one_seed_give_the_same_figures(suite: str, cases: int) -> None:
    one, other = (run_suite(suite, limit=cases) for _ in range(2))
    assert one.sets == other.sets


def test_the_program_has_one_digest() -> None:
    assert code_digest() == code_digest()
