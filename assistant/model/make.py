"""The chosen model, ready to be asked."""

from __future__ import annotations

from assistant.model.chat import ChatModel
from assistant.model.choice import Choice
from assistant.model.endpoint import Endpoint
from assistant.model.kept import DiskShelf, NoShelf
from assistant.model.manner import Manners
from assistant.model.purse import Price, Purse, Wallet, listed_price, price_of
from assistant.settings import Settings


def chat_model(choice: Choice, settings: Settings, wallet: Wallet) -> ChatModel:
    """Raises SettingError where a budget in money has no price to go by."""
    shelf = NoShelf() if settings.fresh else DiskShelf()
    purse = Purse(wallet, _price(choice, settings))
    return ChatModel(choice, Endpoint(choice, settings.timeout), shelf, purse, Manners(), settings.parallel)


def _price(choice: Choice, settings: Settings) -> Price | None:
    if settings.price:
        return price_of(settings.price)
    if choice.is_local:
        return Price(0, 0)
    return listed_price(choice.name)
