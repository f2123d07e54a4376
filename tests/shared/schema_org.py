"""Whether JSON-LD keeps to schema.org: known types, properties that the type has, values of a type they may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parents[1] / "assistant" / "export" / "schema_org.yaml"
_TYPES: Mapping[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")
_URL = re.compile(r"https?://[^\s/]+\S*")


def faults(document: Mapping[str, Any]) -> list[str]:
    """What is wrong, each with its place; nothing where all is right."""
    if document.get("@context") != "https://schema.org":
        return ["@context is not https://schema.org"]
    return [fault for n, node in enumerate(document["@graph"]) for fault in _node(node, f"@graph[{n}]")]


def _node(node: Mapping[str, Any], place: str) -> Iterator[str]:
    kind = node.get("@type")
    if kind not in _TYPES:
        yield f"{place}: {kind} is no type"
        return
    for name, value in node.items():
        if name.startswith("@"):
            continue
        expected = _expected(kind, name)
        if not expected:
            yield f"{place}: {kind} has no property {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _value(one, expected, f"{place}.{name}")


def _value(value: Any, expected: list[str], place: str) -> Iterator[str]:
    if isinstance(value, dict):
        if not any(_is_a(value.get("@type"), kind) for kind in expected):
            yield f"{place}: {value.get('@type')} is none of {expected}"
        yield from _node(value, place)
    elif not any(_holds(value, kind) for kind in expected):
        yield f"{place}: {value!r} is none of {expected}"


def _holds(value: Any, kind: str) -> bool:
    if kind in ("Number", "Integer"):
        return isinstance(value, int | float)
    if not isinstance(value, str) or not value:
        return False
    patterns = {"Date": _DATE, "DateTime": _MOMENT, "URL": _URL}
    return kind == "Text" or bool(kind in patterns and patterns[kind].fullmatch(value))


def _expected(kind: str, name: str) -> list[str]:
    own: list[str] = _TYPES[kind]["properties"].get(name, [])
    return own or next(filter(None, (_expected(parent, name) for parent in _TYPES[kind]["parents"])), [])


def _is_a(kind: str | None, wanted: str) -> bool:
    return kind in _TYPES and (kind == wanted or any(_is_a(parent, wanted) for parent in _TYPES[kind]["parents"]))
