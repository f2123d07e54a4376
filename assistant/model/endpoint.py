"""The only door to langchain-openai, openai and other LangChain providers: one request to a chat model.

It knows nothing of tasks. What the libraries raise becomes a ModelError (the user can mend it), a NoReply (the embedded
version does the job) or a Rejected (the request can be put otherwise).
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from assistant.model.asking import NoReply
from assistant.model.choice import Choice
from assistant.model.manner import Manner, Rung
from assistant.model.replies import schema_of
from index.errors import ModelError, ModelRefused, NoModel, SettingError, Unreachable

_RETRIES = 3  # of 429, 5xx and broken connections; openai's client honours Retry-After and backs off with jitter
_REPLY = 8_192  # the most tokens of a reply, where that may be said
_SECRETS = ("_API_KEY", "_TOKEN", "_SECRET")
_SHORTEST_KEY = 6
_DETAIL = 300  # characters of a server's own words

Message = tuple[str, str]  # a role, and what it says


class Rejected(Exception):
    """The endpoint does not take a request of this form."""


@dataclass(frozen=True, slots=True)
class Said:
    """`finish` is "length" where the reply was cut off; tokens are the server's count, 0 where it gave none."""

    text: str
    finish: str
    prompt_tokens: int
    reply_tokens: int
    refusal: str = ""


class Endpoint:
    """A chat model at its address. Making one opens no connection."""

    def __init__(self, choice: Choice, timeout: float, retries: int = _RETRIES) -> None:
        self._choice = choice
        self._llm: Any = _openai(choice, timeout, retries) if choice.speaks_openai else _other(choice, timeout, retries)
        self._answered = False

    def complete(self, messages: Sequence[Message], reply: type[BaseModel], manner: Manner) -> Said:
        """Raises ModelError, NoReply, Rejected."""
        with _told(self._choice, lambda: self._answered):
            message = self._llm.invoke(list(messages), **self._asked(reply, manner))
            self._answered = True
            return _said(message)

    def stream(self, messages: Sequence[Message], reply: type[BaseModel], manner: Manner) -> Iterator[str | Said]:
        """The text piece by piece, then all that was said. Raises ModelError, NoReply, Rejected."""
        whole: Any = None
        with _told(self._choice, lambda: self._answered):
            for chunk in self._llm.stream(list(messages), **self._asked(reply, manner)):
                self._answered = True
                whole = chunk if whole is None else whole + chunk
                yield _text(chunk)
        if whole is None:
            raise NoReply("empty")
        yield _said(whole)

    def _asked(self, reply: type[BaseModel], manner: Manner) -> dict[str, Any]:
        """Sent as plain fields of the request: LangChain's own ways of asking for JSON parse the reply themselves."""
        if not self._choice.speaks_openai:
            return {}
        body: dict[str, Any] = {}
        if manner.rung is Rung.SCHEMA:
            form = {"name": reply.__name__.lstrip("_"), "schema": schema_of(reply), "strict": True}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
        elif manner.rung is Rung.OBJECT_OF_SCHEMA:
            body["response_format"] = {"type": "json_object", "schema": schema_of(reply)}
        elif manner.rung is Rung.OBJECT:
            body["response_format"] = {"type": "json_object"}
        if manner.limit and not self._choice.is_hosted_openai:
            body["max_tokens"] = min(_REPLY, self._choice.window // 3)
        if manner.temperature:
            body["temperature"] = 0
        return {"extra_body": body}


def models_at(choice: Choice, timeout: float) -> list[str]:
    """The names of the models that the endpoint offers. Raises ModelError, NoReply."""
    import openai

    client = openai.OpenAI(api_key=choice.key, base_url=choice.base_url, timeout=timeout, max_retries=0)
    with _told(choice):
        return sorted(model.id for model in client.models.list())


def _openai(choice: Choice, timeout: float, retries: int) -> Any:
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    return ChatOpenAI(
        model=choice.name,
        base_url=choice.base_url,
        api_key=SecretStr(choice.key or "none"),
        timeout=timeout,
        max_retries=retries,
        stream_usage=choice.is_hosted_openai,
        use_responses_api=False,
    )


def _other(choice: Choice, timeout: float, retries: int) -> Any:
    try:
        from langchain.chat_models import init_chat_model

        return init_chat_model(choice.name, model_provider=choice.provider, timeout=timeout, max_retries=retries)
    except ImportError as error:
        raise SettingError(
            f"--model {choice.title}: this provider needs packages of its own ({error}). Install them with "
            f"`pip install langchain langchain-{choice.provider.replace('_', '-')}`, or use an OpenAI-compatible "
            "address (openai:NAME with OPENAI_BASE_URL)."
        ) from None
    except ValueError as error:
        raise ModelError(f"--model {choice.title}: {' '.join(str(error).split())[:_DETAIL]}") from None


def _text(message: Any) -> str:
    content = message.content
    if isinstance(content, str):
        return content
    return "".join(block.get("text", "") if isinstance(block, dict) else str(block) for block in content or ())


def _said(message: Any) -> Said:
    usage = message.usage_metadata or {}
    finish = str((message.response_metadata or {}).get("finish_reason") or "")
    refusal = message.additional_kwargs.get("refusal") or ""
    text = _text(message)
    if not text and (calls := message.additional_kwargs.get("tool_calls")):
        text = json.dumps(calls)
    return Said(text, finish, int(usage.get("input_tokens", 0)), int(usage.get("output_tokens", 0)), str(refusal))


@contextmanager
def _told(choice: Choice, answered: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Turns what the libraries raise into what the rest of the program knows."""
    import httpx2
    import openai

    where = choice.where
    try:
        yield
    except (openai.AuthenticationError, openai.PermissionDeniedError) as error:
        raise ModelRefused(
            f"{where}: the key was not accepted for {choice.name} ({_words(choice, error)}). "
            "Check OPENAI_API_KEY, or choose another --model."
        ) from None
    except openai.NotFoundError as error:
        raise NoModel(
            f"{where}: there is no model {choice.name!r} ({_words(choice, error)}). "
            "`secondsource doctor` lists those that there are; or check OPENAI_BASE_URL, which mostly ends in /v1."
        ) from None
    except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
        if any(word in str(error).lower() for word in ("context length", "context_length", "context size")):
            raise NoReply("too_long", _words(choice, error)) from None
        raise Rejected(_words(choice, error)) from None
    except openai.RateLimitError as error:
        raise NoReply("rate_limited", _words(choice, error)) from None
    except (openai.APITimeoutError, httpx2.TimeoutException):
        raise NoReply("timeout") from None
    except (openai.APIConnectionError, httpx2.TransportError) as error:
        if answered():
            raise NoReply("cut", type(error).__name__) from None
        raise Unreachable(
            f"{where}: nothing answers there ({type(error.__cause__ or error).__name__}). Start the server, check "
            "OPENAI_BASE_URL, or leave out --model: everything works without one."
        ) from None
    except openai.OpenAIError as error:
        raise _of_server(choice, error) from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:  # what LangChain makes of an odd answer
        raise NoReply("malformed", type(error).__name__) from None
    except Exception as error:
        if choice.speaks_openai:
            raise
        raise _of_other_provider(choice, error) from None


def _of_server(choice: Choice, error: Exception) -> NoReply | Rejected:
    """llama-cpp-python says 500 to a form of request that it does not know, and names the field."""
    words = _words(choice, error)
    return Rejected(words) if "response_format" in words else NoReply("server_error", words)


def _of_other_provider(choice: Choice, error: Exception) -> ModelError | NoReply:
    """Their packages raise what they like; most name the HTTP status."""
    status = getattr(error, "status_code", None)
    if status in (401, 403):
        return ModelRefused(f"{choice.title}: the key was not accepted ({_words(choice, error)}). Check its variable.")
    if status == 404:
        return NoModel(f"{choice.title}: there is no such model ({_words(choice, error)}). Check its name.")
    return NoReply("rate_limited" if status == 429 else "server_error", _words(choice, error))


def _words(choice: Choice, error: Exception) -> str:
    """The server's own words, without keys, which some servers repeat."""
    told = str(getattr(error, "message", None) or error)
    named = (value for name, value in os.environ.items() if name.endswith(_SECRETS))  # other providers read their own
    for key in filter(None, (choice.key, *named)):
        told = told.replace(key, "***") if len(key) > _SHORTEST_KEY else told
    return " ".join(told.split())[:_DETAIL]
