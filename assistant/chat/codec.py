"""Our nouns as JSON and back, by their type hints: what an exchange quotes must outlive the articles it came from.

Articles and claims are met many times in one exchange, so each is an item of its own, written once and named by a
digest of its content. What a later version adds to a noun is left at its default when an older file is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from assistant.sourcing import Claim, Silence
from index.documents import Article

T = TypeVar("T")
_ITEMS: Mapping[str, type] = MappingProxyType({"article": Article, "claim": Claim, "silence": Silence})
_REF = "item"
_DIGITS = 16


class Writing:
    """Makes JSON of nouns. `fresh` has the items met since it was last taken, those first that others refer to."""

    def __init__(self) -> None:
        self._names: dict[object, str] = {}
        self._written: set[str] = set()
        self._fresh: dict[str, dict[str, object]] = {}

    def plain(self, value: object) -> object:
        for name, kind in _ITEMS.items():
            if isinstance(value, kind):
                return {_REF: self._item(name, value)}
        if is_dataclass(value):
            return self._fields(value)
        if isinstance(value, tuple):
            return [self.plain(one) for one in value]
        if isinstance(value, Mapping):
            return {str(key): self.plain(one) for key, one in value.items()}
        return value.value if isinstance(value, Enum) else value

    def fresh(self) -> list[dict[str, object]]:
        taken, self._fresh = list(self._fresh.values()), {}
        self._written |= {str(item[_REF]) for item in taken}
        return taken

    def knows(self, name: str) -> None:
        """An item that the file has already."""
        self._written.add(name)

    def _item(self, kind: str, value: object) -> str:
        if value not in self._names:
            content = {kind: self._fields(value)}
            name = sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:_DIGITS]
            self._names[value] = name
            if name not in self._written:
                self._fresh[name] = {_REF: name, **content}
        return self._names[value]

    def _fields(self, value: object) -> dict[str, object]:
        assert is_dataclass(value)
        given = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: self.plain(one) for f, one in given if f.default is MISSING or one != f.default}


class ReadingBack:
    """Makes nouns of JSON again. Raises ValueError, KeyError or TypeError where it is not what `Writing` writes."""

    def __init__(self) -> None:
        self._items: dict[str, object] = {}

    def take(self, line: Mapping[str, Any]) -> str:
        """An item, to be referred to from here on; its name."""
        kind = next(name for name in _ITEMS if name in line)
        self._items[line[_REF]] = self._object(_ITEMS[kind], line[kind])
        return str(line[_REF])

    def noun(self, kind: type[T], plain: object) -> T:
        return cast(T, self._value(kind, plain))

    def _value(self, kind: Any, plain: Any) -> object:
        if isinstance(plain, dict) and plain.keys() == {_REF}:
            return self._items[plain[_REF]]
        outer, inner = get_origin(kind), get_args(kind)
        if outer in (Union, UnionType):
            return self._one_of(inner, plain)
        if outer is tuple:
            return tuple(self._value(inner[0], one) for one in plain)
        if outer is not None:  # a mapping
            return {key: self._value(inner[1], one) for key, one in plain.items()}
        if is_dataclass(kind):
            return self._object(cast(type, kind), plain)
        return kind(plain) if issubclass(kind, Enum) else _checked(kind, plain)

    def _one_of(self, kinds: tuple[Any, ...], plain: object) -> object:
        if plain is None and NoneType in kinds:
            return None
        if isinstance(plain, list):
            return self._value(next(k for k in kinds if get_origin(k) is tuple), plain)
        simple = [k for k in kinds if isinstance(k, type) and isinstance(plain, k)]
        return plain if simple else self._value(next(k for k in kinds if k is not NoneType), plain)

    def _object(self, kind: type, plain: Mapping[str, Any]) -> object:
        known = _hints(kind)
        return kind(**{name: self._value(known[name], one) for name, one in plain.items() if name in known})


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _checked(kind: type, plain: object) -> object:
    if not isinstance(plain, kind):
        raise TypeError(f"{plain!r} is no {kind.__name__}")
    return plain
