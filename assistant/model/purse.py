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


class Purse:
    """Counts over all threads of a command."""

    def __init__(self, budget: Budget, price: Price | None) -> None:
        if budget.dollars is not None and price is None:
            raise SettingError(
                "--budget: what this model costs is not known. Set `price` in the settings (dollars for a million "
                'tokens of prompt and of reply, as "2.5/10"), or give the budget in tokens.'
            )
        self._budget, self._price = budget, price
        self._calls = self._kept = self._prompt = self._reply = 0
        self._lock = Lock()

    def may_spend(self, prompt_tokens: int) -> None:
        """Raises NoReply where a prompt of that size no longer fits the budget."""
        with self._lock:
            prompt = self._prompt + prompt_tokens
            over = self._budget.tokens is not None and prompt + self._reply > self._budget.tokens
            if self._budget.dollars is not None and self._price:
                over = over or self._price.of(prompt, self._reply) > self._budget.dollars
        if over:
            raise NoReply("budget")

    def spend(self, prompt_tokens: int, reply_tokens: int) -> None:
        with self._lock:
            self._calls += 1
            self._prompt += prompt_tokens
            self._reply += reply_tokens

    def save(self) -> None:
        """A reply that was kept from before."""
        with self._lock:
            self._kept += 1

    def spent(self) -> Spent:
        with self._lock:
            cost = self._price.of(self._prompt, self._reply) if self._price else None
            return Spent(self._calls, self._kept, self._prompt, self._reply, cost)
