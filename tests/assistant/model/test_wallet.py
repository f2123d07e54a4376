"""A budget for everything that one command asks."""

from __future__ import annotations

import pytest

from assistant.model.asking import NoReply
from assistant.model.purse import Budget, Price, Purse, Wallet


def test_model_and_embedder_share_the_tokens_of_a_budget() -> None:
    wallet = Wallet(Budget(tokens=100))
    model, embedder = Purse(wallet, None), Purse(wallet, None)
    embedder.spend(70)
    model.may_spend(30)
    with pytest.raises(NoReply, match="budget"):
        model.may_spend(31)
    model.spend(20, 5)
    assert embedder.left() == 5
    assert (model.spent().prompt_tokens, embedder.spent().prompt_tokens) == (20, 70)


def test_money_goes_at_each_ones_price() -> None:
    wallet = Wallet(Budget(dollars=1.0))
    model, embedder = Purse(wallet, Price(10, 20)), Purse(wallet, Price(0.1, 0))
    model.spend(50_000, 20_000)  # 0.90 dollars
    assert embedder.left() == pytest.approx(1_000_000, abs=1)
    assert model.left() == pytest.approx(10_000, abs=1)


def test_what_costs_nothing_is_not_held_to_a_budget_in_money() -> None:
    assert Purse(Wallet(Budget(dollars=0.01)), Price(0, 0)).left() is None
