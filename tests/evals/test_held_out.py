from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from assistant.judge import fates
from assistant.judge.features import CONFLICTS, NAMES
from assistant.judge.pooling import Weighed
from assistant.judge.weighing import Weighings, learnt
from evals.formats.stories import Story, stories
from evals.training import held_out, learn
from evals.training.examples import Example
from evals.training.fit import fit
from evals.training.learn import DEVELOPMENT, OfClaims, of_claims, taught


@pytest.fixture(scope="module")
def two() -> list[Story]:
    return [replace(s, articles=s.articles[:4], probes=s.probes[:3]) for s in stories(DEVELOPMENT)[:2]]


def test_a_story_is_judged_by_what_the_others_taught(two: list[Story], monkeypatch: pytest.MonkeyPatch) -> None:
    of_claims: list[list[str]] = []
    of_piles: list[list[str]] = []

    def teach_claims(examples: Sequence[Example]) -> OfClaims:
        of_claims.append([e.probe.claim for e in examples])
        return OfClaims(learnt().supports, learnt().opposes)

    def teach(claims: OfClaims, seen: Sequence[tuple[Example, Weighed]]) -> Weighings:
        of_piles.append([e.probe.claim for e, _ in seen])
        return learnt()

    monkeypatch.setattr(learn, "of_claims", teach_claims)
    monkeypatch.setattr(held_out, "taught", teach)
    held_out.held_out(two, jobs=1)
    assert of_claims == of_piles == [[p.claim for p in other.probes] for other in reversed(two)]


def test_every_statement_is_measured_and_two_runs_agree(two: list[Story]) -> None:
    first, second = (held_out.held_out(two, jobs=1).suites[0].sets[0] for _ in range(2))
    assert len(first.rows) == 6
    assert first == second


def test_work_is_done_in_several_processes_in_order() -> None:
    with held_out._each(2) as each:
        assert list(each(abs, [-1, 2, -3])) == [1, 2, 3]


def test_other_weights_make_another_judge() -> None:
    story = stories(DEVELOPMENT)[0]

    def supported(bias: float) -> int:
        weighings = replace(learnt(), supports=replace(learnt().supports, bias=bias))
        return sum(len(t.supporting) for t in held_out._Weighed(weighings).checked(story))

    assert supported(-50.0) < supported(50.0)


def test_learning_from_the_same_gives_the_same(two: list[Story]) -> None:
    from evals.training.examples import of_story

    examples = [e for story in two for e in of_story(story)]
    claims = of_claims(examples)
    assert (claims.supports.weights == of_claims(examples).supports.weights).all()
    first, second = (taught(claims, [(e, claims.weighed(e)) for e in examples]) for _ in range(2))
    assert (first.opposed.weights == second.opposed.weights).all()


def test_a_feature_that_may_only_speak_for_a_stance_weighs_nothing_where_it_speaks_against() -> None:
    rows = np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 0.0], [0.0, 1.0], [1.0, 1.0], [0.0, 1.0]])
    labels = np.array([0.0, 0.0, 1.0, 1.0, 1.0, 1.0])
    free = fit(rows, labels, 0.1, np.zeros(2))
    held = fit(rows, labels, 0.1, np.array([1.0, 0.0]))
    assert free.weights[0] < 0
    assert held.weights[0] == 0
    assert held.weights[1] != 0


def test_no_conflict_and_nothing_missing_speaks_for_support() -> None:
    weights = dict(zip(NAMES, learnt().supports.weights, strict=True))
    assert all(weights[name] <= 0 for name in (*CONFLICTS, *fates.LOST))
    assert all(weights[name] >= 0 for name in fates.SAID)
