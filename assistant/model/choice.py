"""Which model the user chose, and where it answers."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from assistant.settings import Settings
from index.addresses import is_loopback, without_password
from index.errors import SettingError

_OLLAMA = "http://localhost:11434/v1"
OPENAI = "https://api.openai.com/v1"
_NO_KEY = "none"  # what local servers are sent: the client library insists on one
# Tokens, of a family by how its names begin. What is not listed gets what every model of the last years has.
_WINDOWS = (
    ("gpt-5", 128_000), ("gpt-4.1", 128_000), ("gpt-4o", 128_000), ("o1", 128_000), ("o3", 128_000), ("o4", 128_000),
    ("claude", 128_000), ("gemini", 128_000), ("mistral-large", 64_000), ("gpt-4", 8_192), ("gpt-3.5", 16_000),
)  # fmt: skip
_WINDOW = 8_192


@dataclass(frozen=True, slots=True)
class Choice:
    """`provider` is "openai" for every endpoint that speaks OpenAI's protocol, whoever runs it."""

    provider: str
    name: str
    base_url: str | None
    key: str | None = field(default=None, repr=False)
    window: int = _WINDOW

    @property
    def title(self) -> str:
        return f"{self.provider}:{self.name}"

    @property
    def where(self) -> str:
        """For messages: without a user's name and password, which an address may have in it."""
        return without_password(self.base_url or self.provider)

    @property
    def speaks_openai(self) -> bool:
        return self.provider in ("openai", "ollama")

    @property
    def is_hosted_openai(self) -> bool:
        return self.base_url == OPENAI

    @property
    def is_local(self) -> bool:
        return is_loopback(self.base_url or "")


def choice_of(settings: Settings) -> Choice | None:
    """None where no model is chosen. Raises SettingError, also where --offline forbids the endpoint."""
    if not settings.model:
        return None
    provider, _, name = settings.model.partition(":")
    chosen = _chosen(provider, name, settings)
    if settings.offline and not chosen.is_local:
        raise SettingError(
            f"{settings.place('model')}: {settings.model} answers at {chosen.where}, and {settings.place('offline')} "
            "forbids that. Leave one of the two out, or choose a model on this machine."
        )
    return chosen


def _chosen(provider: str, name: str, settings: Settings) -> Choice:
    window = settings.window or next((size for start, size in _WINDOWS if name.startswith(start)), _WINDOW)
    if provider == "ollama":
        return Choice(provider, name, settings.base_url or ollama_url(), _NO_KEY, window)
    if provider != "openai":
        return Choice(provider, name, settings.base_url, settings.api_key, window)
    base = (settings.base_url or OPENAI).rstrip("/")
    if base == OPENAI and not settings.api_key:
        raise SettingError(
            f"{settings.place('model')}: {settings.model} needs a key. Set OPENAI_API_KEY, or OPENAI_BASE_URL to an "
            "endpoint of your own that needs none."
        )
    return Choice(provider, name, base, settings.api_key or _NO_KEY, window)


def ollama_url() -> str:
    """Where Ollama's own variable says that it listens."""
    host = os.environ.get("OLLAMA_HOST", "")
    if not host:
        return _OLLAMA
    return f"{host if '://' in host else f'http://{host}'}".rstrip("/").replace("0.0.0.0", "127.0.0.1") + "/v1"
