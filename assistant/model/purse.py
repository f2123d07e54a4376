"""What a command has spent on a model, and whether it may spend more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from threading import Lock

from assistant.model.asking import NoReply, Spent
from index.errors import SettingError
from index.wordlists import word_list

_MONEY = re.compile(r"(?:\$\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*(?:\$|usd))", re.IGNORECASE)
_PRICE = re.compile(r"(\d+(?:\.\d+)?)/(\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for a million tokens."""

    prompt: float
    reply: float

    def of(self, prompt_tokens: int, reply_tokens: int) -> float:
        return (self.prompt * prompt_tokens + self.reply * reply_tokens) / 1_000_000


@dataclass(frozen=True, slots=True)
class Budget:
    """The most that one command may spend: tokens (prompt and reply together) or US dollars."""

    tokens: int | None = None
    dollars: float | None = None


def budget_of(text: str) -> Budget:
    """ "20000" are tokens, "0.50$" or "0.5 usd" dollars. Raises ValueError."""
    if text.isdecimal() and int(text):
        return Budget(tokens=int(text))
    found = _MONEY.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    return Budget(dollars=float(found[1] or found[2]))


def wallet_for(budget: str | None) -> Wallet:
    """Of what --budget says; None sets no limit. Raises ValueError."""
    return Wallet(budget_of(budget) if budget else Budget())


def price_of(text: str) -> Price:
    """ "2.5/10": dollars for a million tokens of prompt, and of reply. Raises ValueError."""
    found = _PRICE.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    return Price(float(found[1]), float(found[2]))


def listed_price(name: str) -> Price | None:
    """What the list says of a hosted model; the longest beginning that fits its name counts."""
    prices = dict(line.rsplit(" ", 1) for line in word_list("assistant.words", "prices").get("prices", ()))
    fitting = [start for start in prices if name.startswith(start)]
    return price_of(prices[max(fitting, key=len)]) if fitting else None


class Wallet:
    """What one command has spent on whatever it asks, and the most that it may. Counts over all threads."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._tokens, self._dollars = 0, 0.0
        self._lock = Lock()

    def pay(self, tokens: int, dollars: float) -> None:
        with self._lock:
            self._tokens += tokens
            self._dollars += dollars

    def left(self, price: Price | None) -> int | None:
        """How many tokens of a prompt at this price it still holds; None where nothing limits it."""
        with self._lock:
            held: list[float] = []
            if self.budget.tokens is not None:
                held.append(self.budget.tokens - self._tokens)
            if self.budget.dollars is not None and price and price.prompt:
                held.append((self.budget.dollars - self._dollars) * 1_000_000 / price.prompt)
            return max(0, int(min(held))) if held else None


class Purse:
    """What is spent on one model or embedder, out of the wallet of its command. Counts over all threads."""

    def __init__(self, wallet: Wallet, price: Price | None, name: str = "this model") -> None:
        if wallet.budget.dollars is not None and price is None:
            raise SettingError(
                f"--budget: what {name} costs is not known. Give the budget in tokens, or for a language model set "
                '`price` (dollars for a million tokens of prompt and of reply, as "2.5/10").'
            )
        self.wallet = wallet
        self._price = price
        self._calls = self._kept = self._prompt = self._reply = 0
        self._lock = Lock()

    def left(self) -> int | None:
        """How many tokens of a prompt may still be spent; None where nothing limits them."""
        return self.wallet.left(self._price)

    def may_spend(self, prompt_tokens: int) -> None:
        """Raises NoReply where a prompt of that size no longer fits the budget."""
        left = self.left()
        if left is not None and prompt_tokens > left:
            raise NoReply("budget")

    def spend(self, prompt_tokens: int, reply_tokens: int = 0) -> None:
        with self._lock:
            self._calls += 1
            self._prompt += prompt_tokens
            self._reply += reply_tokens
        self.wallet.pay(
            prompt_tokens + reply_tokens, self._price.of(prompt_tokens, reply_tokens) if self._price else 0.0
        )

    def save(self) -> None:
        """A reply that was kept from before."""
        with self._lock:
            self._kept += 1

    def spent(self) -> Spent:
        with self._lock:
            cost = self._price.of(self._prompt, self._reply) if self._price else None
            return Spent(self._calls, self._kept, self._prompt, self._reply, cost)
