"""What claims say together counts for more than the likeliest of them alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.judge.pooling import Weighed, opposed, opposition, support, supported, weighed
from assistant.judge.rulings import Ruling
from assistant.judge.weighing import learnt

_FREE = Ruling(supports=True, opposes=True)


def _weighed(
    says: Sequence[float],
    contradicts: Sequence[float] | None = None,
    rulings: Sequence[Ruling] = (),
    articles: str = "",
) -> Weighed:
    against = np.array(contradicts or [0.0] * len(says))
    return weighed(articles or "abcdefgh"[: len(says)], np.array(says), against, rulings or [_FREE] * len(says))


def _surest(found: Weighed) -> tuple[float, float]:
    return float(support(found, learnt().supported).max()), float(opposition(found, learnt().opposed).max())


def test_several_articles_that_half_say_it_make_it_likelier_than_one() -> None:
    assert _surest(_weighed([0.45, 0.45, 0.45]))[0] > _surest(_weighed([0.45, 0.02, 0.02]))[0]


def test_two_claims_of_one_article_are_no_more_than_the_better_one() -> None:
    assert supported(_weighed([0.6, 0.5], articles="aa")) == supported(_weighed([0.6]))


def test_more_articles_than_four_make_nothing_likelier() -> None:
    assert supported(_weighed([0.5] * 8)) == supported(_weighed([0.5] * 4))


def test_who_is_supported_is_less_likely_opposed_by_the_same_conflict() -> None:
    alone, beside = (_surest(_weighed([0.1, other], [0.5, 0.0]))[1] for other in (0.05, 0.95))
    assert beside < alone


def test_what_rules_forbid_neither_supports_nor_opposes() -> None:
    never = _weighed([0.9], [0.9], [Ruling(supports=False, opposes=False)])
    assert _surest(never) == (0.0, 0.0)


def test_what_rules_are_sure_of_opposes_whatever_was_learnt() -> None:
    found = _weighed([0.9], [0.0], [Ruling(supports=False, opposes=False, opposition=0.75)])
    assert found.opposes.tolist() == [0.75]
    assert found.supports.tolist() == [0.0]


def test_what_rules_are_sure_of_supports_whatever_was_learnt() -> None:
    found = _weighed([0.1], [0.0], [Ruling(supports=True, opposes=True, support=0.75)])
    assert found.supports.tolist() == [0.75]


def test_a_claim_that_is_half_as_likely_as_the_likeliest_supports_too_and_a_lesser_one_does_not() -> None:
    supports = support(_weighed([0.8, 0.5, 0.3]), learnt().supported)
    assert supports[0] > supports[1] > 0
    assert supports[2] == 0


def test_what_others_say_makes_no_supporter_of_a_claim_that_is_none() -> None:
    forbidden = Ruling(supports=False, opposes=True)
    supports = support(_weighed([0.9, 0.9, 0.1], rulings=[forbidden, forbidden, _FREE]), learnt().supported)
    assert not supports.any()


def test_of_no_claims_nothing_is_likely() -> None:
    nothing = _weighed([])
    assert all(figure < -4 for figure in (*supported(nothing), *opposed(nothing)))
    assert not len(support(nothing, learnt().supported))
    assert not len(opposition(nothing, learnt().opposed))
