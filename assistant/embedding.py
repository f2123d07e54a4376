"""Which embedder works on a collection: the one that the user names, else the one that it was made with."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.model.choice import OPENAI, ollama_url
from assistant.model.purse import Price, Purse, Wallet, listed_price, wallet_for
from assistant.settings import Settings
from index.addresses import is_loopback, without_password
from index.collection import Collection
from index.embedding.embedder import ENDPOINTS, LEXICAL, Access, Embedder, Unusable, Used, embedder_named, full_name
from index.embedding.endpoint import EndpointEmbedder
from index.errors import SecondsourceError, SettingError
from index.store.made import Made


@dataclass(frozen=True, slots=True)
class Embedding:
    """What an embedder elsewhere has done and cost, in US dollars; None where its price is not known.

    `failed`: why it gave no vector for a question, once for each such question.
    """

    used: Used
    cost: float | None
    failed: tuple[SecondsourceError, ...] = ()


def chosen_name(settings: Settings, made: Made | None = None) -> str:
    if settings.embedder:
        return full_name(settings.embedder)
    return made.embedder if made else LEXICAL


def embedder_for(settings: Settings, made: Made | None = None, wallet: Wallet | None = None) -> Embedder:
    """The embedder for a collection that was made so, or for a new one; `wallet`: what pays for it, if not its own.

    Opens no connection.

    Where it needs a key, or an address that --offline forbids: raises SettingError for a new collection; in one that is
    there, it is raised by whatever asks the embedder for anything.
    """
    try:
        return _embedder(chosen_name(settings, made), settings, made, wallet or wallet_for(settings.budget))
    except SettingError as error:
        if made is None:
            raise
        return Unusable(made.embedder, made.dimensions, error)


def _embedder(name: str, settings: Settings, made: Made | None, wallet: Wallet) -> Embedder:
    same = made if made and made.embedder == name else None
    access = Access(
        parallel=settings.parallel,
        timeout=settings.timeout,
        offline=settings.offline,
        dimensions=same.dimensions if same else None,
    )
    if name.partition(":")[0] not in ENDPOINTS:
        return embedder_named(name, access)
    url = _address(name, settings, same)
    key = _key(url, settings)
    _check(name, url, key, settings)
    purse = Purse(wallet, _price(name, url), name)
    return embedder_named(name, replace(access, url=url, key=key, allowance=purse))


def as_used(settings: Settings, collection: Collection) -> Settings:
    """The settings with the embedder that really works there, for what is told with a result."""
    return replace(settings, embedder=collection.embedder.name)


def wallet_of(embedder: Embedder) -> Wallet | None:
    """What pays for it, where it is to be paid for."""
    purse = embedder.access.allowance if isinstance(embedder, EndpointEmbedder) else None
    return purse.wallet if isinstance(purse, Purse) else None


def embedding_of(collection: Collection, embedder: Embedder | None = None) -> Embedding | None:
    """Of the collection's embedder, if no other is given. None where nothing was, or should have been, asked."""
    embedder = embedder or collection.embedder
    used, failed = embedder.used, tuple(collection.questions.failed)
    if not used.requests and not failed:
        return None
    price = _price(embedder.name, embedder.url or "")
    return Embedding(used, price.of(used.tokens, 0) if price else None, failed)


def _price(name: str, url: str) -> Price | None:
    return Price(0, 0) if is_loopback(url) else listed_price(name.partition(":")[2])


def _address(name: str, settings: Settings, made: Made | None) -> str:
    """The one that is set for embedders; the one where the collection's answered when it was made; the model's."""
    given = [url.rstrip("/") for url in (settings.embedder_url, settings.base_url) if url]
    if settings.embedder_url:
        return given[0]
    if made and made.url:
        return next((url for url in given if without_password(url) == made.url), made.url)
    if name.startswith("ollama:"):
        return ollama_url()
    return given[0] if given else OPENAI


def _key(url: str, settings: Settings) -> str | None:
    """A key goes to the address that it was given for, and to no other that a collection remembers."""
    for_model = (settings.base_url or OPENAI).rstrip("/")
    if settings.embedder_key and url in ((settings.embedder_url or for_model).rstrip("/"), OPENAI):
        return settings.embedder_key
    return settings.api_key if url == for_model else None


def _check(name: str, url: str, key: str | None, settings: Settings) -> None:
    if settings.offline and not is_loopback(url):
        raise SettingError(
            f"{settings.place('embedder')}: {name} answers at {without_password(url)}, and {settings.place('offline')} "
            "forbids that. Leave --offline out, or use a collection made with an embedder on this machine."
        )
    if url == OPENAI and not key:
        raise SettingError(
            f"{settings.place('embedder')}: {name} needs a key. Set OPENAI_API_KEY (or SECONDSOURCE_EMBEDDER_KEY), or "
            "SECONDSOURCE_EMBEDDER_URL to an endpoint of your own that needs none."
        )
