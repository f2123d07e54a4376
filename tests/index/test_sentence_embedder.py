"""The door to sentence-transformers, with a stand-in for the library; the real one was tried by hand (decision 10)."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from index.embedding.embedder import Access, embedder_named, full_name
from index.errors import SettingError, WrongEmbedder


class _Model:
    def __init__(self, path: str, **given: Any) -> None:
        if path == "not/there":
            raise OSError("no such model")
        _made.append((path, given))

    def get_embedding_dimension(self) -> int:
        return 2

    def encode_document(self, texts: list[str], **_: Any) -> Any:
        return np.array([[1.0, 0.0]] * len(texts))

    def encode_query(self, texts: list[str], **_: Any) -> Any:
        return np.array([[0.0, 1.0]] * len(texts))


_made: list[tuple[str, dict[str, Any]]] = []


@pytest.fixture(autouse=True)
def _library(monkeypatch: pytest.MonkeyPatch) -> None:
    _made.clear()
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    library, transformers, utils = ModuleType("sentence_transformers"), ModuleType("t"), ModuleType("u")
    logging: Any = ModuleType("l")
    logging.disable_progress_bar = lambda: None
    for module, name, value in ((library, "SentenceTransformer", _Model), (utils, "logging", logging)):
        setattr(module, name, value)
    names = {"sentence_transformers": library, "transformers": transformers, "transformers.utils": utils}
    for name, module in names.items():
        monkeypatch.setitem(sys.modules, name, module)


def test_nothing_is_loaded_before_the_first_text() -> None:
    embedder = embedder_named("sentence-transformers:some/model")
    assert (_made, embedder.dimensions) == ([], None)
    assert embedder.embed([], []).shape == (0, 0)
    assert _made == []


def test_passages_and_questions_are_encoded_each_in_their_own_way() -> None:
    embedder = embedder_named("sentence-transformers:some/model")
    assert embedder.embed(["a", "b"], ["en", "en"]).tolist() == [[1, 0], [1, 0]]
    assert embedder.query("a?", "en").tolist() == [0, 1]
    assert len(_made) == 1


@pytest.mark.parametrize("offline", [True, False])
def test_a_named_model_may_be_fetched_unless_the_work_is_offline(offline: bool) -> None:
    embedder_named("sentence-transformers:some/model", Access(offline=offline)).query("a", "en")
    assert _made[0][1]["local_files_only"] is offline


def test_a_model_in_a_folder_is_never_asked_for_elsewhere_and_known_by_its_whole_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "model").mkdir()
    monkeypatch.chdir(tmp_path)
    name = full_name("sentence-transformers:model")
    assert name == f"sentence-transformers:{tmp_path / 'model'}"
    embedder_named(name).query("a", "en")
    assert _made[0][1]["local_files_only"] is True


def test_a_model_that_cannot_be_loaded_is_named() -> None:
    with pytest.raises(SettingError, match="not/there cannot be loaded.*no such model"):
        embedder_named("sentence-transformers:not/there").query("a", "en")


def test_another_model_than_the_collections_is_noticed_by_its_size() -> None:
    with pytest.raises(WrongEmbedder, match="2 numbers.*have 3"):
        embedder_named("sentence-transformers:some/model", Access(dimensions=3)).query("a", "en")
