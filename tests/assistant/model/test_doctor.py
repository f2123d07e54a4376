"""What `doctor` says of a chosen model: whether it answers, what is there besides, and in which form it replies."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel
from openai_server import Answer, Behaviour, serving, without

from assistant.model.choice import Choice
from assistant.model.endpoint import Endpoint
from index.errors import SettingError

Run = Callable[..., Any]
OK = '{"ok": true}'


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.model.manner.cache_folder", lambda: tmp_path / "cache")


def doctor(run: Run, behaviour: Behaviour, name: str = "desk-1") -> Any:
    with serving(behaviour) as server:
        return run("doctor", "--model", f"openai:{name}", "--base-url", server.url)


@pytest.mark.parametrize(
    ("features", "told"),
    [
        ((), "by JSON schema"),
        (("json_schema",), "in JSON mode, with the schema"),
        (("json_schema", "json_object"), "in plain text"),
    ],
)
def test_the_form_of_replies_is_found_out_by_asking(features: tuple[str, ...], told: str, run: Run) -> None:
    ran = doctor(run, without(*features)(lambda request, number: Answer(OK)))
    assert ran.code == 0
    assert "1 models there" in ran.out
    assert told in " ".join(ran.out.split())


def test_a_model_that_is_not_there_is_told_with_those_that_are(run: Run) -> None:
    ran = doctor(run, lambda request, number: Answer(OK), name="desk-9")
    assert ran.code == 1
    assert "no model desk-9; it has: desk-1" in " ".join(ran.out.split())


def test_a_model_that_does_not_reply_as_asked_is_told_with_why(run: Run) -> None:
    ran = doctor(run, lambda request, number: Answer("Sure!"))
    assert ran.code == 1
    assert "does not reply as asked" in " ".join(ran.out.split())


def test_a_refused_key_is_told_and_not_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    ran = doctor(run, lambda request, number: Answer(status=401, error="no such key: sk-very-secret"))
    assert "the key was not accepted" in " ".join(ran.out.split())
    assert "sk-very-secret" not in ran.out + ran.err


@pytest.fixture
def another(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """A provider behind LangChain's `init_chat_model`; what it was made with."""
    made: list[tuple[str, dict[str, Any]]] = []

    def init_chat_model(name: str, **rest: Any) -> FakeListChatModel:
        made.append((name, rest))
        return FakeListChatModel(responses=[OK])

    module = ModuleType("langchain.chat_models")
    module.__dict__["init_chat_model"] = init_chat_model
    monkeypatch.setitem(sys.modules, "langchain", SimpleNamespace(chat_models=module))
    monkeypatch.setitem(sys.modules, "langchain.chat_models", module)
    return made


def test_another_provider_is_asked_through_langchain_and_gets_no_key_of_openai_s(
    run: Run, another: list[tuple[str, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret")
    ran = run("doctor", "--model", "anthropic:claude-x")
    assert ran.code == 0
    assert "anthropic:claude-x answers; it replies in plain text" in " ".join(ran.out.split())
    ((name, rest),) = another
    assert (name, rest["model_provider"]) == ("claude-x", "anthropic")
    assert "sk-very-secret" not in str(rest)


def test_a_provider_whose_package_is_missing_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "langchain", None)
    with pytest.raises(SettingError, match="pip install langchain langchain-anthropic"):
        Endpoint(Choice("anthropic", "claude-x", None), timeout=1)
