"""From what a model wrote to the object that was asked for, and what to tell it where that fails."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from assistant.model.asking import R

_THINKING = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL)
_UNFINISHED = re.compile(r"<think(?:ing)?>(?!.*</think)", re.DOTALL)
_TOLD = 3  # errors that a model is told at once
_DECODER = json.JSONDecoder()


class Unusable(ValueError):
    """`why` is a key of the messages; the text says what is wrong, in words that a model can act on."""

    def __init__(self, why: str, text: str) -> None:
        super().__init__(text)
        self.why = why


def read_reply(text: str, reply: type[R]) -> R:
    """The first JSON object in the text that is what was asked for; what stands around it is passed over.

    Raises Unusable.
    """
    bare = without_thinking(text)
    if not bare.strip():
        raise Unusable("empty", "Your reply was empty.")
    failed: ValidationError | None = None
    strange = False
    for found in _objects(bare):
        try:
            answer = reply.model_validate(found)
        except ValidationError as error:
            failed = failed or error
            continue
        if answer.model_fields_set:
            return answer
        strange = True  # every field may be left out, but a reply that has none of them is no reply
    if strange and not failed:
        wanted = ", ".join(reply.model_fields)
        raise Unusable("wrong_shape", f"Your reply does not have the fields that were asked for: {wanted}.")
    if failed:
        raise Unusable("wrong_shape", f"Your reply does not have the fields that were asked for: {_errors(failed)}")
    raise Unusable("malformed", "Your reply is not one complete JSON object.")


def without_thinking(text: str) -> str:
    """What a reasoning model says to itself is not its reply."""
    return _UNFINISHED.sub("", _THINKING.sub("", text))


def is_thinking(text: str) -> bool:
    return bool(_UNFINISHED.search(_THINKING.sub("", text)))


class Items:
    """The objects of one list of a reply that is still being written."""

    def __init__(self, field: str) -> None:
        self._begins = re.compile(rf'"{re.escape(field)}"\s*:\s*\[')
        self._text = ""
        self._at: int | None = None

    def feed(self, more: str) -> Iterator[object]:
        """Each object that became whole with these characters."""
        self._text += more
        if self._at is None:
            if is_thinking(self._text):
                return
            self._text = without_thinking(self._text)
            begins = self._begins.search(self._text)
            if not begins:
                return
            self._at = begins.end()
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n,":
                self._at += 1
            if self._at >= len(self._text) or self._text[self._at] != "{":
                return
            try:
                found, self._at = _DECODER.raw_decode(self._text, self._at)
            except (json.JSONDecodeError, RecursionError):
                return
            yield found

    @property
    def text(self) -> str:
        return self._text


def _objects(text: str) -> Iterator[object]:
    at = text.find("{")
    while at >= 0:
        try:
            found, end = _DECODER.raw_decode(text, at)
        except (json.JSONDecodeError, RecursionError):
            end = at + 1
        else:
            yield found
        at = text.find("{", end)


def _errors(error: ValidationError) -> str:
    told = [f"{'.'.join(map(str, e['loc'])) or 'the whole'}: {e['msg']}" for e in error.errors()[:_TOLD]]
    return "; ".join(told) + "."


def schema_of(reply: type[BaseModel]) -> dict[str, object]:
    """JSON Schema as strict endpoints take it: every field required, none besides, no defaults."""
    return _strict(reply.model_json_schema())


def _strict(node: dict[str, object]) -> dict[str, object]:
    kept: dict[str, object] = {}
    for key, value in node.items():
        if key in ("default", "title", "description"):
            continue
        kept[key] = _strict_value(key, value)
    if "properties" in kept and isinstance(kept["properties"], dict):
        kept["required"] = list(kept["properties"])
        kept["additionalProperties"] = False
    return kept


def _strict_value(key: str, value: object) -> object:
    if key in ("properties", "$defs") and isinstance(value, dict):
        return {name: _strict(inner) for name, inner in value.items()}
    if isinstance(value, dict):
        return _strict(value)
    if isinstance(value, list):
        return [_strict(v) if isinstance(v, dict) else v for v in value]
    return value
