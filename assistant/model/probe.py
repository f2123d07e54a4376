"""Whether the chosen model answers, and in which form: one small question, put as every later one is."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from assistant.model.asking import Prompt
from assistant.model.chat import ChatModel, address_of
from assistant.model.choice import Choice
from assistant.model.endpoint import Endpoint, models_at
from assistant.model.kept import NoShelf
from assistant.model.manner import Manners, Rung
from assistant.model.purse import Purse, wallet_for
from index.errors import NoModel

_WAIT = 30  # seconds: a server may have to load the model first
_QUESTION = Prompt("probe", 'Reply with this JSON object and nothing else: {"ok": true}', "Reply.", "probe")


class _Ok(BaseModel):
    ok: bool


def listed(choice: Choice) -> list[str] | None:
    """The models at the endpoint, none where it lists none; None where its protocol has no list.

    Raises ModelError, NoReply.
    """
    if not choice.speaks_openai:
        return None
    try:
        return models_at(choice, _WAIT)
    except NoModel:  # "not found" is said of the list itself
        return []


def among(name: str, models: Sequence[str]) -> bool:
    """Ollama lists "qwen3:latest" where "qwen3" will do."""
    return not models or name in models or f"{name}:latest" in models


def form(choice: Choice) -> Rung:
    """How it gives replies: by schema, as JSON, as text. Asks it, and remembers that. Raises ModelError, NoReply."""
    manners, endpoint = Manners(), Endpoint(choice, _WAIT, retries=0)
    ChatModel(choice, endpoint, NoShelf(), Purse(wallet_for(None), None), manners).ask(_QUESTION, _Ok)
    return manners.of(address_of(choice)).rung if choice.speaks_openai else Rung.TEXT
