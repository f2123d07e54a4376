"""Which embedder works on a collection, where it answers, and who gets a key."""

from __future__ import annotations

import pytest

from assistant.embedding import embedder_for
from assistant.settings import Settings
from index.embedding.embedder import Access
from index.embedding.endpoint import EndpointEmbedder
from index.errors import SettingError
from index.store.made import Made

OPENAI = "https://api.openai.com/v1"
LOCAL = "http://127.0.0.1:8081/v1"
ELSEWHERE = "https://embed.example/v1"


def access(settings: Settings, made: Made | None = None) -> Access:
    embedder = embedder_for(settings, made)
    assert isinstance(embedder, EndpointEmbedder)
    return embedder.access


@pytest.mark.parametrize(
    ("settings", "made", "url", "key"),
    [
        (Settings(embedder="openai:m", api_key="k"), None, OPENAI, "k"),
        (Settings(embedder="openai:m", api_key="k", base_url=LOCAL), None, LOCAL, "k"),
        (Settings(embedder="openai:m", api_key="k", embedder_url=LOCAL), None, LOCAL, None),
        (Settings(embedder="openai:m", api_key="k", embedder_url=LOCAL, embedder_key="e"), None, LOCAL, "e"),
        (Settings(api_key="k"), Made("openai:m", 8, LOCAL), LOCAL, None),
        (Settings(api_key="k", embedder_key="e"), Made("openai:m", 8, ELSEWHERE), ELSEWHERE, None),
        (Settings(api_key="k", base_url=LOCAL, embedder_key="e"), Made("openai:m", 8, OPENAI), OPENAI, "e"),
        (Settings(api_key="k", base_url="http://me:pw@host/v1"), Made("openai:m", 8, "http://host/v1"), None, "k"),
        (Settings(embedder="ollama:m", api_key="k"), None, "http://localhost:11434/v1", None),
    ],
    ids=["hosted", "the model's address", "its own address", "its own key", "remembered", "remembered, strange",
         "remembered, hosted", "with a password", "ollama"],
)  # fmt: skip
def test_a_key_goes_only_to_the_address_that_it_was_given_for(
    settings: Settings, made: Made | None, url: str | None, key: str | None
) -> None:
    found = access(settings, made)
    assert found.url == (url or settings.base_url)
    assert found.key == key


def test_without_a_word_a_new_collection_is_lexical_and_an_old_one_keeps_its_own() -> None:
    assert embedder_for(Settings()).name == "lexical"
    assert embedder_for(Settings(), Made("openai:m", 8, LOCAL)).name == "openai:m"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (Settings(embedder="openai:m"), "needs a key"),
        (Settings(embedder="openai:m", api_key="k", offline=True), "answers at https://api.openai.com/v1.*forbids"),
        (Settings(embedder="openai:m", embedder_url=ELSEWHERE, offline=True), "forbids"),
    ],
    ids=["no key", "offline", "offline, own address"],
)
def test_what_cannot_work_is_told_before_anything_is_asked(settings: Settings, told: str) -> None:
    with pytest.raises(SettingError, match=told):
        embedder_for(settings)


def test_a_collection_whose_embedder_cannot_be_asked_opens_all_the_same() -> None:
    embedder = embedder_for(Settings(offline=True), Made("openai:m", 8, ELSEWHERE))
    with pytest.raises(SettingError, match="forbids"):
        embedder.query("Wo?", "de")


def test_offline_allows_an_embedder_on_this_machine() -> None:
    assert access(Settings(embedder="openai:m", embedder_url=LOCAL, offline=True)).url == LOCAL
